"""Addresses under /lay-y-kien/: read drafts and comment on them."""

from django.urls import URLPattern

app_name = "consultations"
urlpatterns: list[URLPattern] = []
