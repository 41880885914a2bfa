"""Addresses under /can-bo/lay-y-kien/: open, moderate, sum up."""

from django.urls import URLPattern

app_name = "consultations_desk"
urlpatterns: list[URLPattern] = []
