"""How are things named and dated in documents for programs? Terms of W3C ORG, in JSON-LD."""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.urls import reverse

if TYPE_CHECKING:
    from django.db.backends.postgresql.psycopg_any import DateRange

CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
Node = dict[str, Any]


def vietnamese(text: str) -> Node:
    return {"@value": text, "@language": "vi"}


def dated(day: date) -> Node:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def concept(notation: str, label: str) -> Node:
    """One of a closed list of words: how programs call it, and how people do."""
    return {
        "@type": "skos:Concept",
        "skos:notation": notation,
        "skos:prefLabel": vietnamese(label),
    }


def role(label: str) -> Node:
    return {"@type": "org:Role", "skos:prefLabel": vietnamese(label)}


def during(days: DateRange | None) -> Node:
    """A period, the last day included."""
    said: Node = {"@type": "time:Interval"}
    if days and days.lower:
        said["time:hasBeginning"] = _instant(days.lower)
    if days and days.upper:
        said["time:hasEnd"] = _instant(days.upper - timedelta(days=1))
    return said


def _instant(day: date) -> Node:
    return {"@type": "time:Instant", "time:inXSDDate": dated(day)}


def named(identifier: str) -> Node:
    """A reference to the organization itself, not to its page."""
    return {"@id": id_of(identifier)}


def id_of(identifier: str) -> str:
    return f"{page_of(identifier)}#co-quan"


def page_of(identifier: str) -> str:
    return absolute(reverse("apparatus:organization", args=[identifier]))


def absolute(path: str) -> str:
    return settings.BASE_URL.rstrip("/") + path


def as_json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)
