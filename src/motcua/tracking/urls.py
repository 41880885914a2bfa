"""Where is my dossier?"""

from django.urls import path

from . import views

app_name = "tracking"
urlpatterns = [path("", views.look_up, name="look_up")]
