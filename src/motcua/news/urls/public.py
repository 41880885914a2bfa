"""Lists under ``/tin-tuc/``."""

from django.urls import path

from motcua.news.views import lists, pages

app_name = "news"
urlpatterns = [
    path("", lists.index, name="index"),
    path("chuyen-muc/<slug:slug>/", lists.category, name="category"),
    path("chu-de/<slug:slug>/", lists.topic, name="topic"),
    path("luu-tru/<int:year>/<int:month>/", lists.month, name="month"),
    path("bai-viet/<int:number>/", pages.permalink, name="permalink"),
]
