"""The address of the search of the whole site, ``/tim-kiem/``."""

from django.urls import path

from motcua.search import views

app_name = "search"
urlpatterns = [path("", views.find, name="find")]
