"""Addresses under /can-bo/chi-dao/: give tasks, report, accept."""

from django.urls import URLPattern

app_name = "directives_desk"
urlpatterns: list[URLPattern] = []
