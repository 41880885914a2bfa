"""Addresses under /to-chuc/thi-diem/: the register of pilots, for everybody."""

from django.urls import path

from motcua.reorganization.views import pilots

app_name = "pilots"
urlpatterns = [
    path("", pilots.register, name="register"),
    path("<str:code>/", pilots.pilot, name="pilot"),
    path("<str:code>/danh-gia/<int:pk>/", pilots.review, name="review"),
    path("<str:code>/danh-gia/<int:pk>/bao-cao/", pilots.file, name="file"),
    path("<str:code>/danh-gia/<int:pk>.pdf", pilots.paper, name="paper"),
    path("<str:code>/danh-gia/<int:pk>.ods", pilots.sheet, name="sheet"),
]
