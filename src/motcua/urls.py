"""Every address of the portal, by audience."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("motcua.ui.urls")),
    *i18n_patterns(prefix_default_language=False),
]
