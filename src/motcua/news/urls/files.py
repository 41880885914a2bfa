"""Pictures, recordings and documents; the same in every language."""

from django.urls import path

from motcua.news.views import files, pages

urlpatterns = [
    path("media/<path:path>", files.file, name="media_file"),
    path("tai-lieu/<int:number>/<str:name>", pages.document, name="wagtaildocs_serve"),
]
