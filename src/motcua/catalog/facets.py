"""What can the list be narrowed by, and how many procedures are behind each choice?

A count says how many would be shown: it respects the words and every other filter, not its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, F, Func, Q
from django.utils.translation import gettext as _

from motcua.catalog.choosing import Found, Wish, filtered
from motcua.catalog.models import Assignment, ProcedureVersion
from motcua.catalog.queries import VersionQuerySet
from motcua.organizations.models import Organization


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of a filter."""

    value: str
    label: str
    count: int
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Facet:
    """One filter with its choices; those behind which nothing is are left out."""

    name: str
    """In the address."""
    label: str
    choices: tuple[Choice, ...]

    @property
    def narrows(self) -> bool:
        """Whether there is something to choose, or to take back."""
        return len(self.choices) > 1 or any(choice.is_chosen for choice in self.choices)


Counted = Iterable[tuple[str, str, int]]


def facets(wish: Wish, found: Found, day: date) -> list[Facet]:
    """Those that narrow something, of six; each counted in one query, that of the office in two."""
    return [facet for facet in _every(wish, found, day) if facet.narrows]


def _every(wish: Wish, found: Found, day: date) -> list[Facet]:
    return [
        _facet("viec", _("Việc trong đời"), wish.event, _events(_base("event", wish, found, day))),
        _facet("nhom", _("Lĩnh vực"), wish.shelf, _shelves(_base("shelf", wish, found, day))),
        _facet("cap", _("Cấp thực hiện"), wish.level, _levels(_base("level", wish, found, day))),
        _facet(
            "co-quan",
            _("Cơ quan giải quyết"),
            wish.office,
            _offices(_base("office", wish, found, day), day),
        ),
        _facet(
            "doi-tuong",
            _("Đối tượng"),
            wish.audience,
            _audiences(_base("audience", wish, found, day)),
        ),
        _facet("muc", _("Mức trực tuyến"), wish.online, _online(_base("online", wish, found, day))),
    ]


def _base(own: str, wish: Wish, found: Found, day: date) -> VersionQuerySet:
    """What the words and the other filters leave."""
    versions = ProcedureVersion.objects.published().on(day)
    if wish.words:
        versions = versions.filter(procedure__code__in=[hit.key for hit in found.hits])
    return filtered(versions, wish.without(own), day).order_by()


def _facet(name: str, label: str, chosen: str, counted: Counted) -> Facet:
    choices = [Choice(value, text, n, value == chosen) for value, text, n in counted if value]
    if chosen and not any(choice.is_chosen for choice in choices):
        choices.insert(0, Choice(chosen, chosen, 0, is_chosen=True))
    return Facet(name, label, tuple(choices))


def _events(versions: VersionQuerySet) -> Counted:
    event = "procedure__life_events"
    columns = (f"{event}__slug", f"{event}__name")
    rows = versions.filter(procedure__life_events__isnull=False).values_list(*columns)
    counted = rows.annotate(n=Count("pk")).order_by(f"{event}__position", f"{event}__slug")
    return [(slug, _(name), n) for slug, name, n in counted]


def _shelves(versions: VersionQuerySet) -> Counted:
    shelf = "procedure__sector"
    rows = versions.values_list(f"{shelf}__slug", f"{shelf}__name").annotate(n=Count("pk"))
    return [(slug, _(name), n) for slug, name, n in rows.order_by(f"{shelf}__position")]


def _levels(versions: VersionQuerySet) -> Counted:
    held = _unnested(versions, "levels")
    return [(one.value, str(one.label), held.get(one.value, 0)) for one in _nonzero(held)]


def _nonzero(held: dict[str, int]) -> list[ProcedureVersion.Level]:
    return [one for one in ProcedureVersion.Level if held.get(one.value)]


def _audiences(versions: VersionQuerySet) -> Counted:
    held = _unnested(versions, "audiences")
    return [(name, name, n) for name, n in sorted(held.items())]


def _unnested(versions: VersionQuerySet, column: str) -> dict[str, int]:
    each = versions.annotate(one=Func(F(column), function="unnest"))
    counts: defaultdict[str, int] = defaultdict(int)
    for one in each.values_list("one", flat=True):
        counts[one] += 1
    return counts


def _online(versions: VersionQuerySet) -> Counted:
    rows = dict(versions.values_list("online_level").annotate(n=Count("pk")))
    every = ProcedureVersion.OnlineLevel
    return [(one.value, str(one.label), rows[one.value]) for one in every if one.value in rows]


def _offices(versions: VersionQuerySet, day: date) -> Counted:
    """Who decides them: as one of its kind, or itself."""
    rules = Assignment.objects.on(day).deciding()
    rules = rules.filter(procedure__in=versions.values("procedure"))
    by: defaultdict[str | int, set[int]] = defaultdict(set)
    for kind, own, procedure in rules.values_list("organization_kind", "organization", "procedure"):
        by[own or kind].add(procedure)
    named = Q(kind__in=[each for each in by if isinstance(each, str)])
    named |= Q(pk__in=[each for each in by if isinstance(each, int)])
    offices = Organization.objects.on(day).filter(named).with_names(day).in_vietnamese_order(day)
    return [(each.identifier, each.name, len(by[each.kind] | by[each.pk])) for each in offices]
