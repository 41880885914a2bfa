"""Lists under ``/tin-tuc/``."""

from django.urls import include, path

from motcua.news.views import announcements, lists, pages

app_name = "news"
urlpatterns = [
    path("", lists.index, name="index"),
    path("", include("motcua.news.urls.feeds")),
    path("thong-bao/", announcements.announcements, name="announcements"),
    path("thong-bao/<slug:slug>/", announcements.announcement, name="announcement"),
    path("chuyen-muc/<slug:slug>/", lists.category, name="category"),
    path("chu-de/<slug:slug>/", lists.topic, name="topic"),
    path("luu-tru/<int:year>/<int:month>/", lists.month, name="month"),
    path("bai-viet/<int:number>/", pages.permalink, name="permalink"),
]
