"""Feeds under ``/tin-tuc/``: ``rss/``, ``atom/``, and one for each category and corner."""

from django.urls import path

from motcua.news.views import feeds

urlpatterns = [
    pattern
    for kind in ("rss", "atom")
    for pattern in (
        path(f"{kind}/", feeds.latest, {"kind": kind}, name=kind),
        path(
            f"{kind}/chuyen-muc/<slug:slug>/",
            feeds.category,
            {"kind": kind},
            name=f"category_{kind}",
        ),
        path(f"{kind}/goc/<slug:slug>/", feeds.section, {"kind": kind}, name=f"section_{kind}"),
    )
]
