"""What did the whole apparatus look like on a day? Who existed, what called, under whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from django.db import connection
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from motcua.organizations.models import Organization, OrganizationKind, Subordination
from motcua.organizations.short_names import shortened
from motcua.search.folding import fold, sort_key


@dataclass(frozen=True, slots=True)
class Group:
    """Kinds that stand together, in trees, charts and filters."""

    slug: str
    label: StrPromise
    counted: StrPromise
    """As it is said behind a number."""
    kinds: frozenset[str]


GROUPS = (
    Group(
        "uy-ban",
        _("Hội đồng nhân dân, Ủy ban nhân dân cấp tỉnh"),
        _("hội đồng, ủy ban nhân dân cấp tỉnh"),
        frozenset({OrganizationKind.COUNCIL, OrganizationKind.PEOPLES_COMMITTEE}),
    ),
    Group("so-nganh", _("Sở, ngành"), _("sở, ngành"), frozenset({OrganizationKind.DEPARTMENT})),
    Group(
        "hop-nhat",
        _("Cơ quan hợp nhất"),
        _("cơ quan hợp nhất"),
        frozenset({OrganizationKind.MERGED_BODY}),
    ),
    Group(
        "dang",
        _("Cơ quan của Đảng"),
        _("cơ quan của Đảng"),
        frozenset({OrganizationKind.PARTY_BODY}),
    ),
    Group(
        "mat-tran",
        _("Mặt trận Tổ quốc, đoàn thể"),
        _("cơ quan Mặt trận, đoàn thể"),
        frozenset({OrganizationKind.FRONT, OrganizationKind.MASS_ORGANIZATION}),
    ),
    Group(
        "su-nghiep",
        _("Đơn vị sự nghiệp công lập"),
        _("đơn vị sự nghiệp công lập"),
        frozenset({OrganizationKind.PUBLIC_SERVICE_UNIT}),
    ),
    Group(
        "truc-thuoc",
        _("Phòng, trung tâm trực thuộc"),
        _("phòng, trung tâm trực thuộc"),
        frozenset({OrganizationKind.DIVISION, OrganizationKind.COUNTER}),
    ),
    Group(
        "cap-huyen",
        _("Cấp huyện"),
        _("cơ quan cấp huyện"),
        frozenset({OrganizationKind.DISTRICT_COMMITTEE}),
    ),
    Group(
        "cap-xa",
        _("Xã, phường, đặc khu"),
        _("xã, phường, đặc khu"),
        frozenset({OrganizationKind.COMMUNE_COMMITTEE}),
    ),
)
"""In the order in which they are shown."""
PLACES = {kind: place for place, group in enumerate(GROUPS) for kind in group.kinds}


@dataclass(slots=True)
class Body:
    """One organization as it stood on the day, with those directly under it."""

    pk: int
    identifier: str
    name: str
    kind: str
    tier: int
    is_demo: bool = False
    parent: Body | None = None
    below: list[Body] = field(default_factory=list)

    @property
    def group(self) -> Group:
        return GROUPS[PLACES[self.kind]]

    @property
    def groups(self) -> list[tuple[Group, list[Body]]]:
        """Those directly below, by group."""
        return grouped(self.below)

    @property
    def path(self) -> list[Body]:
        """Those above, from the top."""
        above = self.parent
        return [*above.path, above] if above else []

    def everything(self) -> Iterator[Body]:
        """It and all below, from the top."""
        yield self
        for each in self.below:
            yield from each.everything()


@dataclass(frozen=True, slots=True)
class Apparatus:
    """The whole of a day."""

    day: date
    bodies: dict[int, Body]

    @classmethod
    def of(cls, day: date, *, around: int | None = None) -> Apparatus:
        """Two queries, however many organizations there are.

        ``around`` one of them: only those above it and two levels below, with one query more.
        """
        keys = None if around is None else _around(around, day)
        bodies = {each.pk: each for each in map(_body, _existing(day, keys))}
        for child, parent in _subordinations(day, keys):
            if child in bodies and parent in bodies:
                bodies[child].parent = bodies[parent]
                bodies[parent].below.append(bodies[child])
        for body in bodies.values():
            body.below.sort(key=in_order)
        return cls(day, bodies)

    @property
    def tops(self) -> list[Body]:
        """Those that answer to nobody."""
        return sorted((each for each in self.bodies.values() if not each.parent), key=in_order)

    @property
    def counts(self) -> list[tuple[Group, int]]:
        """How many of each group; groups that nobody is in are left out."""
        found = Counter(PLACES[each.kind] for each in self.bodies.values())
        return [(GROUPS[place], count) for place, count in sorted(found.items())]

    def called(self, identifier: str) -> Body | None:
        return next((each for each in self.bodies.values() if each.identifier == identifier), None)

    def found(self, words: str, group: str) -> list[Body]:
        """Whose name or identifier holds all the words, and who is in the group."""
        asked = fold(words).split()
        kept = (each for each in self.bodies.values() if not group or each.group.slug == group)
        return sorted((each for each in kept if _says(each, asked)), key=in_order)


def grouped(bodies: Iterable[Body]) -> list[tuple[Group, list[Body]]]:
    """Bodies by their groups, in the order of these."""
    found: dict[int, list[Body]] = {}
    for body in bodies:
        found.setdefault(PLACES[body.kind], []).append(body)
    return [(GROUPS[place], found[place]) for place in sorted(found)]


def in_order(body: Body) -> tuple[int, str, str]:
    """Groups first, then as a Vietnamese dictionary sorts their names."""
    return PLACES[body.kind], sort_key(body.name), body.identifier


AROUND = """
    WITH RECURSIVE below(id, depth) AS (
        SELECT %(key)s::bigint, 0
        UNION ALL
        SELECT s.child_id, depth + 1 FROM organizations_subordination s
        JOIN below ON s.parent_id = below.id AND s.valid_during @> %(day)s::date
        WHERE depth < %(levels)s
    ), above(id) AS (
        SELECT %(key)s::bigint
        UNION
        SELECT s.parent_id FROM organizations_subordination s
        JOIN above ON s.child_id = above.id AND s.valid_during @> %(day)s::date
    ) SELECT id FROM below UNION SELECT id FROM above"""
LEVELS_BELOW = 2


def _around(key: int, day: date) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(AROUND, {"key": key, "day": day, "levels": LEVELS_BELOW})
        return [row[0] for row in cursor.fetchall()]


def _existing(day: date, keys: list[int] | None) -> Iterable[tuple[int, str, str, str, int, bool]]:
    found = Organization.objects.on(day).with_names(day)
    asked = found if keys is None else found.filter(pk__in=keys)
    columns = ("pk", "identifier", "name_then", "kind", "tier", "is_demo")
    rows: Iterable[tuple[int, str, str, str, int, bool]] = asked.values_list(*columns)
    return rows


def _body(row: tuple[int, str, str, str, int, bool]) -> Body:
    return Body(*row)


def _subordinations(day: date, keys: list[int] | None) -> Iterable[tuple[int, int]]:
    found = Subordination.objects.on(day)
    asked = found if keys is None else found.filter(child__in=keys, parent__in=keys)
    return asked.values_list("child", "parent")


def _says(body: Body, asked: list[str]) -> bool:
    said = f"{fold(body.name)} {fold(shortened(body.name))} {body.identifier.lower()}"
    return all(word in said for word in asked)
