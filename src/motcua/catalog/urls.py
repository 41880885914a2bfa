"""The catalog's addresses under ``/dich-vu-cong/``."""

from django.urls import path

from motcua.catalog import views

app_name = "catalog"
urlpatterns = [
    path("", views.list_procedures, name="list"),
    path("<str:code>/", views.procedure, name="procedure"),
    path("<str:code>/phien-ban/<int:number>/", views.version, name="version"),
]
