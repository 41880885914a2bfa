"""``/dich-vu-cong/huong-dan/``: what happened, and what to do now."""

from django.urls import path

from motcua.guides.views import guides

app_name = "guides"
urlpatterns = [
    path("", guides.guides, name="list"),
    path("<slug:slug>/", guides.guide, name="guide"),
]
