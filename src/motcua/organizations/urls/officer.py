"""What officers do with posts and with the hats that they wear."""

from django.urls import path

from motcua.organizations.views import hats

app_name = "organizations"
urlpatterns = [
    path("can-bo/chuc-vu/", hats.hats, name="hats"),
    path("can-bo/chuc-vu/chon/", hats.choose_hat, name="choose_hat"),
]
