"""How do programs read the apparatus of a day? As W3C ORG in JSON-LD, and as a plain table.

https://www.w3.org/TR/vocab-org/ (Recommendation of 16 January 2014); a document of any size is
written piece by piece. Holders are named where they lead, and nowhere else. Everything stands in
the default graph: the day is said of the document, which is a node like the others.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.organizations import history, leaders
from motcua.organizations.apparatus import Apparatus, Body
from motcua.organizations.history import History
from motcua.organizations.models import (
    Appointment,
    Organization,
    OrganizationKind,
    Post,
    Succession,
)
from motcua.organizations.queries import LEADING_RANKS
from motcua.territory.tiers import Tier
from motcua.ui import sheets

CONTEXT = {
    "org": "http://www.w3.org/ns/org#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
UNITS = frozenset({OrganizationKind.DIVISION, OrganizationKind.COUNTER})
"""What is a part of an organization and not one by itself (``org:OrganizationalUnit``)."""
AT_ONCE = 500
Node = dict[str, Any]


# --- JSON-LD --------------------------------------------------------------------------------------


def apparatus(day: date) -> Iterator[str]:
    """The whole apparatus of ``day`` as one JSON-LD document, in pieces."""
    bodies = sorted(Apparatus.of(day).bodies.values(), key=lambda each: each.identifier)
    about = _document(reverse("apparatus:json_ld"), day)
    yield f'{{"@context": {_json(CONTEXT)}, "@graph": [\n{_json(about)}'
    for node in _nodes(bodies, day):
        yield f",\n{_json(node)}"
    yield "\n]}\n"


def organization(found: Organization, day: date) -> str:
    """One organization with its posts and every change that made or ended it."""
    body = Apparatus.of(day, around=found.pk).bodies.get(found.pk)
    about = _document(reverse("apparatus:organization_json_ld", args=[found.identifier]), day)
    nodes = [about, *(_nodes([body], day) if body else [_bare(found, day)])]
    nodes += _changes(found, history.of(found))
    return _json({"@context": CONTEXT, "@graph": nodes})


def _document(path: str, day: date) -> Node:
    """The file itself: of which day it speaks."""
    name = f"{_absolute(path)}?ngay={day:%d/%m/%Y}"
    return {"@id": name, "@type": "foaf:Document", "dcterms:date": _dated(day)}


def _nodes(bodies: list[Body], day: date) -> Iterator[Node]:
    for first in range(0, len(bodies), AT_ONCE):
        part = bodies[first : first + AT_ONCE]
        posts = _posts([body.pk for body in part], day)
        for body in part:
            own = posts.get(body.pk, [])
            yield _organization(body, own)
            yield from own


def _organization(body: Body, posts: list[Node]) -> Node:
    is_unit = body.kind in UNITS and body.parent is not None
    node: Node = {
        "@id": _id(body.identifier),
        "@type": "org:OrganizationalUnit" if is_unit else "org:FormalOrganization",
        "org:identifier": body.identifier,
        "skos:prefLabel": _vietnamese(body.name),
        "org:classification": _classification(body.kind),
        "foaf:page": {"@id": _page(body.identifier)},
    }
    if body.parent:
        above = "org:unitOf" if is_unit else "org:subOrganizationOf"
        node[above] = {"@id": _id(body.parent.identifier)}
    if posts:
        own = [{"@id": each["@id"]} for each in posts if each["@type"] == "org:Post"]
        node["org:hasPost"] = own
    return node


def _bare(found: Organization, day: date) -> Node:
    """What is known of one that is not there on the day."""
    return {
        "@id": _id(found.identifier),
        "@type": "org:FormalOrganization",
        "org:identifier": found.identifier,
        "skos:prefLabel": _vietnamese(found.name_on(day)),
        "org:classification": _classification(found.kind),
        "foaf:page": {"@id": _page(found.identifier)},
    }


def _posts(keys: Iterable[int], day: date) -> dict[int, list[Node]]:
    """By organization, its leading posts with who holds them."""
    there = Post.objects.on(day).filter(organization__in=keys, rank__in=LEADING_RANKS)
    posts = list(there.select_related("organization").order_by("organization", "rank", "pk"))
    held = Appointment.objects.on(day).filter(post__in=posts).select_related("person")
    holders: dict[int, list[Appointment]] = {}
    for each in held.order_by("pk"):
        holders.setdefault(each.post_id, []).append(each)
    pages = leaders.slugs({each.person_id for each in held})
    return {
        key: [node for post in own for node in _held(post, holders.get(post.pk, []), pages)]
        for key, own in groupby(posts, key=lambda post: post.organization_id)
    }


def _held(post: Post, held: list[Appointment], pages: dict[int, str]) -> Iterator[Node]:
    """A post, and who is a member of the organization by holding it."""
    yield _post(post, held, pages)
    for each in held:
        yield _membership(post, each, pages.get(each.person_id, ""))


def _membership(post: Post, each: Appointment, slug: str) -> Node:
    house = post.organization.identifier
    return {
        "@id": f"{_page(house)}#nhiem-ky-{each.pk}",
        "@type": "org:Membership",
        "org:member": _person(each, slug),
        "org:organization": {"@id": _id(house)},
        "org:role": _role(post),
        "org:memberDuring": _during(each),
    }


def _during(each: Appointment) -> Node:
    """The days of an appointment, the last one included."""
    begins, ends = each.valid_during.lower, each.valid_during.upper
    said: Node = {"@type": "time:Interval"}
    if begins:
        said["time:hasBeginning"] = {"@type": "time:Instant", "time:inXSDDate": _dated(begins)}
    if ends:
        last = _dated(ends - timedelta(days=1))
        said["time:hasEnd"] = {"@type": "time:Instant", "time:inXSDDate": last}
    return said


def _role(post: Post) -> Node:
    return {"@type": "org:Role", "skos:prefLabel": _vietnamese(post.title)}


def _post(post: Post, held: list[Appointment], pages: dict[int, str]) -> Node:
    house = post.organization.identifier
    node: Node = {
        "@id": f"{_page(house)}#chuc-vu-{post.pk}",
        "@type": "org:Post",
        "org:role": _role(post),
        "org:postIn": {"@id": _id(house)},
    }
    if held:
        node["org:heldBy"] = [_person(each, pages.get(each.person_id, "")) for each in held]
    return node


def _person(each: Appointment, slug: str) -> Node:
    person: Node = {"@type": "foaf:Person", "foaf:name": each.person.full_name}
    if slug:
        page = _absolute(reverse("apparatus:leader", args=[slug]))
        person = {"@id": f"{page}#nguoi", **person, "foaf:page": {"@id": page}}
    return person


def _changes(found: Organization, told: History) -> list[Node]:
    """Every change in which it was there before or came of it (``org:ChangeEvent``)."""
    changes: dict[tuple[date, str], list[Succession]] = {}
    for each in told.successions:
        changes.setdefault((each.day, each.kind), []).append(each)
    return [_change(found, day, kind, rows) for (day, kind), rows in changes.items()]


def _change(found: Organization, day: date, kind: str, rows: list[Succession]) -> Node:
    old = dict.fromkeys(each.old.identifier for each in rows)
    new = dict.fromkeys(each.new.identifier for each in rows)
    return {
        "@id": f"{_page(found.identifier)}#thay-doi-{day.isoformat()}-{kind}",
        "@type": "org:ChangeEvent",
        "rdfs:label": _vietnamese(rows[0].get_kind_display()),
        "dcterms:date": _dated(day),
        "dcterms:description": rows[0].legal_basis,
        "org:originalOrganization": [{"@id": _id(each)} for each in old],
        "org:resultingOrganization": [{"@id": _id(each)} for each in new],
    }


def _classification(kind: str) -> Node:
    return {
        "@type": "skos:Concept",
        "skos:notation": kind,
        "skos:prefLabel": _vietnamese(str(OrganizationKind(kind).label)),
    }


def _vietnamese(text: str) -> Node:
    return {"@value": text, "@language": "vi"}


def _dated(day: date) -> Node:
    return {"@value": day.isoformat(), "@type": "xsd:date"}


def _id(identifier: str) -> str:
    """Names the organization itself, not its page."""
    return f"{_page(identifier)}#co-quan"


def _page(identifier: str) -> str:
    return _absolute(reverse("apparatus:organization", args=[identifier]))


def _absolute(path: str) -> str:
    return settings.BASE_URL.rstrip("/") + path


def _json(said: object) -> str:
    return json.dumps(said, ensure_ascii=False)


# --- A table --------------------------------------------------------------------------------------


def table(day: date) -> str:
    """The apparatus of ``day`` as CSV, safe to open in a spreadsheet."""
    found = Apparatus.of(day)
    bodies = sorted(found.bodies.values(), key=lambda each: each.identifier)
    heads = leaders.heads(found.bodies, day)
    columns = [
        _("Mã định danh"),
        _("Tên"),
        _("Loại"),
        _("Cấp"),
        _("Mã cơ quan cấp trên"),
        _("Cơ quan cấp trên"),
        _("Người đứng đầu"),
        _("Chức vụ"),
    ]
    return sheets.written(columns, (_line(body, heads.get(body.pk)) for body in bodies))


def _line(body: Body, head: Appointment | None) -> list[str]:
    return [
        body.identifier,
        body.name,
        str(OrganizationKind(body.kind).label),
        str(Tier(body.tier).label),
        body.parent.identifier if body.parent else "",
        body.parent.name if body.parent else "",
        head.person.full_name if head else "",
        leaders.Held(head).said if head else "",
    ]
