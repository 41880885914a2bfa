"""Which addresses does a search engine find? Maps that rooms register, one file each.

Django's sitemaps page long ones and name translations; addresses begin with BASE_URL, whatever
name the request came by.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.urls import reverse

from motcua.ui import doors

UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


class Map(Sitemap):
    """One room's addresses; ``items``, ``location`` and ``lastmod`` as Django's sitemaps have."""

    template_name = "sitemap.xml"
    max_age = 3600
    """Seconds for which it may be kept."""

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.BASE_URL).scheme

    def get_domain(self, site: object = None) -> str:
        return urlsplit(settings.BASE_URL).netloc


class Pages(Map):
    """The doors of the header and the foot."""

    i18n = True
    alternates = True

    def items(self) -> list[str]:
        named = (doors.FRONT, *(name for name, _label in (*doors.HEADER, *doors.FOOT)))
        return [name for name in named if doors.address(name)]

    def location(self, item: str) -> str:
        return reverse(item)


_maps: dict[str, type[Map]] = {"trang": Pages}


def register(name: str, kind: type[Map]) -> None:
    """Serve ``kind`` as ``/sitemap-<name>.xml`` and list it in ``/sitemap.xml``."""
    _maps[name] = kind


def named(name: str) -> Map | None:
    kind = _maps.get(name)
    return kind() if kind else None


def parts() -> list[str]:
    """The address of every file, from the root: long maps have several."""
    found = []
    for name, kind in _maps.items():
        first = reverse("ui:sitemap_part", args=[name])
        pages = kind().paginator.num_pages
        found += [first, *(f"{first}?p={page}" for page in range(2, pages + 1))]
    return found


def absolute(path: str) -> str:
    """``path`` as the world knows it."""
    return settings.BASE_URL.rstrip("/") + path


def printable(text: str) -> str:
    """``text`` without characters that XML 1.0 forbids: one of them would break a whole file."""
    return UNPRINTABLE.sub("", text)
