"""The front page, doors that open soon, and what we say about ourselves."""

from django.urls import path

from motcua.home import views

app_name = "home"
urlpatterns = [
    path("", views.front, name="front"),
    path("su-kien/<slug:slug>/", views.life_event, name="life_event"),
    path("kha-nang-tiep-can/", views.accessibility, name="accessibility"),
    path("bao-ve-du-lieu-ca-nhan/", views.privacy, name="privacy"),
]
