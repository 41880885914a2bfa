"""Addresses of the officers' hats."""

from django.urls import path

from motcua.organizations import views

app_name = "organizations"
urlpatterns = [
    path("can-bo/chuc-vu/", views.hats, name="hats"),
    path("can-bo/chuc-vu/chon/", views.choose_hat, name="choose_hat"),
]
