"""How do programs read the apparatus of a day? As W3C ORG in JSON-LD.

https://www.w3.org/TR/vocab-org/ (Recommendation of 16 January 2014); a document of any size is
written piece by piece. Holders are named where they lead, and nowhere else. Everything stands in
the default graph: the day is said of the document, which is a node like the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.organizations import change_events, history, leaders, systems
from motcua.organizations.apparatus import Apparatus, Body
from motcua.organizations.models import Appointment, Organization, OrganizationKind, Post
from motcua.organizations.org_terms import (
    CONTEXT,
    Node,
    absolute,
    as_json,
    concept,
    dated,
    during,
    id_of,
    named,
    page_of,
    role,
    vietnamese,
)
from motcua.organizations.queries import LEADING_RANKS
from motcua.organizations.systems import System

UNITS = frozenset({OrganizationKind.DIVISION, OrganizationKind.COUNTER})
"""What is a part of an organization and not one by itself (``org:OrganizationalUnit``)."""
AT_ONCE = 500


def apparatus(day: date) -> Iterator[str]:
    """The whole apparatus of ``day`` as one JSON-LD document, in pieces."""
    bodies = sorted(Apparatus.of(day).bodies.values(), key=lambda each: each.identifier)
    about = _document(reverse("apparatus:json_ld"), day)
    yield f'{{"@context": {as_json(CONTEXT)}, "@graph": [\n{as_json(about)}'
    for node in _nodes(bodies, day):
        yield f",\n{as_json(node)}"
    yield "\n]}\n"


def organization(found: Organization, day: date) -> str:
    """One organization with its posts and every change that made or ended it."""
    body = Apparatus.of(day, around=found.pk).bodies.get(found.pk)
    about = _document(reverse("apparatus:organization_json_ld", args=[found.identifier]), day)
    nodes = [about, *(_nodes([body], day) if body else [_bare(found, day)])]
    nodes += change_events.of(history.of(found).successions)
    return as_json({"@context": CONTEXT, "@graph": nodes})


def _document(path: str, day: date) -> Node:
    """The file itself: of which day it speaks."""
    name = f"{absolute(path)}?ngay={day:%d/%m/%Y}"
    return {"@id": name, "@type": "foaf:Document", "dcterms:date": dated(day)}


def _nodes(bodies: list[Body], day: date) -> Iterator[Node]:
    acting = systems.of({body.pk: body for body in bodies}, day)
    for first in range(0, len(bodies), AT_ONCE):
        part = bodies[first : first + AT_ONCE]
        posts = _posts([body.pk for body in part], day)
        for body in part:
            own = posts.get(body.pk, [])
            yield _organization(body, own, acting[body.pk])
            yield from own
            yield from _in_systems(body, acting[body.pk])


def _organization(body: Body, posts: list[Node], acting: list[System]) -> Node:
    is_unit = body.kind in UNITS and body.parent is not None
    node: Node = {
        "@id": id_of(body.identifier),
        "@type": "org:OrganizationalUnit" if is_unit else "org:FormalOrganization",
        "org:identifier": body.identifier,
        "skos:prefLabel": vietnamese(body.name),
        "org:classification": _kind(body.kind),
        "foaf:page": {"@id": page_of(body.identifier)},
    }
    if others := [each.name for each in acting if each.name != body.name]:
        node["skos:altLabel"] = [vietnamese(name) for name in others]
    if is_unit and body.parent:
        node["org:unitOf"] = named(body.parent.identifier)
    elif above := _above(body, acting):
        node["org:subOrganizationOf"] = above[0] if len(above) == 1 else above
    if posts:
        own = [{"@id": each["@id"]} for each in posts if each["@type"] == "org:Post"]
        node["org:hasPost"] = own
    return node


def _above(body: Body, acting: list[System]) -> list[Node]:
    """All whom it answers to, its parent first."""
    parent = [body.parent.identifier] if body.parent else []
    every = dict.fromkeys([*parent, *(each.superior for each in acting)])
    return [named(identifier) for identifier in every if identifier]


def _in_systems(body: Body, acting: list[System]) -> Iterator[Node]:
    """Of a body of several systems: in which one it answers to whom, and under which name."""
    told = acting if len(acting) > 1 else ()
    for each in (each for each in told if each.superior):
        yield {
            "@id": f"{page_of(body.identifier)}#he-thong-{each.line.value}",
            "@type": "org:Membership",
            "rdfs:label": vietnamese(each.name),
            "org:member": named(body.identifier),
            "org:organization": named(each.superior),
            "org:role": role(_("hệ thống %(system)s") % {"system": each.line.label}),
            "org:memberDuring": during(each.valid_during),
        }


def _kind(kind: str) -> Node:
    return concept(kind, str(OrganizationKind(kind).label))


def _bare(found: Organization, day: date) -> Node:
    """What is known of one that is not there on the day."""
    return {
        "@id": id_of(found.identifier),
        "@type": "org:FormalOrganization",
        "org:identifier": found.identifier,
        "skos:prefLabel": vietnamese(found.name_on(day)),
        "org:classification": _kind(found.kind),
        "foaf:page": {"@id": page_of(found.identifier)},
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
    """Which post, from when to when, and as what: in one's own right, acting, beside another."""
    house = post.organization.identifier
    each.post = post
    return {
        "@id": f"{page_of(house)}#nhiem-ky-{each.pk}",
        "@type": "org:Membership",
        "rdfs:label": vietnamese(each.title),
        "dcterms:type": concept(each.kind, str(each.get_kind_display())),
        "org:member": _person(each, slug),
        "org:organization": named(house),
        "org:role": role(post.title),
        "org:memberDuring": during(each.valid_during),
    }


def _post(post: Post, held: list[Appointment], pages: dict[int, str]) -> Node:
    house = post.organization.identifier
    node: Node = {
        "@id": f"{page_of(house)}#chuc-vu-{post.pk}",
        "@type": "org:Post",
        "org:role": role(post.title),
        "org:postIn": named(house),
    }
    if held:
        node["org:heldBy"] = [_person(each, pages.get(each.person_id, "")) for each in held]
    return node


def _person(each: Appointment, slug: str) -> Node:
    person: Node = {"@type": "foaf:Person", "foaf:name": each.person.full_name}
    if slug:
        page = absolute(reverse("apparatus:leader", args=[slug]))
        person = {"@id": f"{page}#nguoi", **person, "foaf:page": {"@id": page}}
    return person
