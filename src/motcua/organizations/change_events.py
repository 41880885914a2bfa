"""Through which events did an organization come, change or end? (``org:ChangeEvent``)

One event is one node with everybody in it, and the same node in the document of each: a merger is
named by what results of it, a division by what was divided.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from motcua.organizations.models import ChangeKind, Succession
from motcua.organizations.org_terms import Node, dated, named, page_of, vietnamese

OF_ONE_ORIGINAL = frozenset(
    {ChangeKind.DIVIDE, ChangeKind.SEPARATE, ChangeKind.TRANSFER, ChangeKind.ABOLISH}
)
"""What happens to one organization, with several results; all others have one result."""
Key = tuple[date, str, str]
"""Day, kind, and the identifier of the one that names the event."""


def of(passed: Iterable[Succession]) -> list[Node]:
    """The whole events of which one organization's rows tell; one query."""
    events: dict[Key, list[Succession]] = {key: [] for key in map(_key, passed)}
    if not events:
        return []
    there = Succession.objects.filter(_same(events)).select_related("old", "new")
    for each in there.order_by("day", "-is_default", "pk"):
        if _key(each) in events:
            events[_key(each)].append(each)
    return [_node(key, rows) for key, rows in events.items()]


def _key(each: Succession) -> Key:
    about = each.old if each.kind in OF_ONE_ORIGINAL else each.new
    return each.day, each.kind, about.identifier


def _same(events: Iterable[Key]) -> Q:
    """Rows of any of these events, and perhaps a few more."""
    found = Q()
    for day, kind, identifier in events:
        side = "old" if kind in OF_ONE_ORIGINAL else "new"
        found |= Q(day=day, kind=kind, **{f"{side}__identifier": identifier})
    return found


def _node(key: Key, rows: list[Succession]) -> Node:
    day, kind, identifier = key
    old = dict.fromkeys(each.old.identifier for each in rows)
    new = dict.fromkeys(each.new.identifier for each in rows)
    return {
        "@id": f"{page_of(identifier)}#thay-doi-{day.isoformat()}-{kind}",
        "@type": "org:ChangeEvent",
        "rdfs:label": vietnamese(rows[0].get_kind_display()),
        "dcterms:date": dated(day),
        "dcterms:description": "; ".join(dict.fromkeys(each.legal_basis for each in rows)),
        "org:originalOrganization": [named(each) for each in old],
        "org:resultingOrganization": [named(each) for each in new],
    }
