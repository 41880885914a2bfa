"""Addresses under /chi-dao/: conclusions and tasks that are public."""

from django.urls import path

from motcua.directives.views import feeds, public

app_name = "directives"
urlpatterns = [
    path("", public.overview, name="list"),
    path("ket-luan-moi.atom", feeds.feed, name="feed"),
    path("nhiem-vu/", public.tasks, name="tasks"),
    path("nhiem-vu.csv", public.download, name="download"),
    path("nhiem-vu/<str:code>/", public.task, name="task"),
    path("<str:code>/", public.conclusion, name="conclusion"),
    path("<str:code>/van-ban/", public.file, name="file"),
]
