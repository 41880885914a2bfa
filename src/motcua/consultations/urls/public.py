"""Addresses under /lay-y-kien/: read drafts and comment on them."""

from django.urls import path

from motcua.consultations.views import commenting, feeds, public

app_name = "consultations"
urlpatterns = [
    path("", public.consultations, name="list"),
    path("moi.atom", feeds.feed, name="feed"),
    path("<str:code>/", public.consultation, name="consultation"),
    path("<str:code>/tai-lieu/<int:pk>/", public.document, name="document"),
    path("<str:code>/y-kien/", public.comments, name="comments"),
    path("<str:code>/gop-y/", commenting.comment, name="comment"),
    path("<str:code>/da-gop-y/<uuid:key>/", commenting.sent, name="sent"),
]
