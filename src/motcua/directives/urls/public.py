"""Addresses under /chi-dao/: conclusions and tasks that are public."""

from django.urls import URLPattern

app_name = "directives"
urlpatterns: list[URLPattern] = []
