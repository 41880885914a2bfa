"""What changed in the apparatus between two days? Kind by kind, counted and paged in the database.

Whole tiers came and went on 1 July 2025: nothing here is read that is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.db.models import Exists, F, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrPromise

from motcua.organizations.leaders import Held
from motcua.organizations.models import (
    Appointment,
    Jurisdiction,
    Organization,
    OrganizationName,
    Subordination,
    Succession,
)

if TYPE_CHECKING:
    from django.core.paginator import Page

    from motcua.organizations.queries import AppointmentQuerySet

FIRST_OF_EACH = 10
ON_A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Two:
    """The two days, the earlier first."""

    before: date
    after: date

    @classmethod
    def of(cls, one: date, other: date) -> Two:
        return cls(min(one, other), max(one, other))

    def only_before(self, of: str = "") -> Q:
        """What held on the first day and no longer on the second."""
        held = f"{of}valid_during__contains"
        return Q(**{held: self.before}) & ~Q(**{held: self.after})

    def only_after(self, of: str = "") -> Q:
        held = f"{of}valid_during__contains"
        return Q(**{held: self.after}) & ~Q(**{held: self.before})

    def both(self, of: str = "") -> Q:
        held = f"{of}valid_during__contains"
        return Q(**{held: self.before}) & Q(**{held: self.after})


@dataclass(slots=True)
class Line:
    """One change: of whom, from what to what, and where that leads."""

    organization: Organization
    was: str = ""
    now: str = ""
    heirs: list[Organization] = field(default_factory=list)


Rows = Callable[[Two], "QuerySet[Any]"]
Read = Callable[[Sequence[Any], Two], list[Line]]


@dataclass(frozen=True, slots=True)
class Sort:
    """One sort of change: its name in the address, on the screen, its mark, and how it is read."""

    slug: str
    label: StrPromise
    mark: str
    rows: Rows
    read: Read


@dataclass(frozen=True, slots=True)
class Changes:
    """The changes of one sort: how many, and those shown."""

    sort: Sort
    count: int
    lines: list[Line]
    page: Page[Any] | None = None

    @property
    def are_more(self) -> bool:
        return self.page is None and self.count > len(self.lines)


def between(two: Two) -> list[Changes]:
    """All sorts with their first few; two to four queries a sort, however much changed."""
    return [_first(sort, two) for sort in SORTS]


def of_sort(sort: Sort, two: Two, asked: str) -> Changes:
    """One page of one sort."""
    paginator = Paginator(sort.rows(two), ON_A_PAGE)
    page = paginator.get_page(asked[:9])
    return Changes(sort, paginator.count, sort.read(list(page.object_list), two), page)


def named(slug: str) -> Sort | None:
    return next((sort for sort in SORTS if sort.slug == slug), None)


def _first(sort: Sort, two: Two) -> Changes:
    rows = sort.rows(two)
    count = rows.count()
    return Changes(sort, count, sort.read(list(rows[:FIRST_OF_EACH]), two) if count else [])


# --- Which rows -----------------------------------------------------------------------------------


def _begun(two: Two) -> QuerySet[Organization]:
    return _organizations(two.after).filter(two.only_after())


def _over(two: Two) -> QuerySet[Organization]:
    return _organizations(two.before).filter(two.only_before())


def _renamed(two: Two) -> QuerySet[Organization]:
    """Called otherwise; under another row of the same name nothing changed."""
    names = OrganizationName.objects.filter(organization=OuterRef("pk"))
    then, now = names.on(two.before), names.on(two.after)
    asked = _organizations(two.after).filter(two.both())
    told = asked.annotate(was=Subquery(then.values("full_name")[:1]))
    return told.exclude(was=Subquery(now.values("full_name")[:1]))


def _moved(two: Two) -> QuerySet[Organization]:
    """Under another superior, or under one for the first time, or no longer under any."""
    lines = Subordination.objects.filter(child=OuterRef("pk"))
    then, now = lines.on(two.before), lines.on(two.after)
    asked = _organizations(two.after).filter(two.both())
    told = asked.annotate(
        was_under=Subquery(then.values("parent")[:1]), is_under=Subquery(now.values("parent")[:1])
    )
    changed = Q(was_under__isnull=True) ^ Q(is_under__isnull=True)
    return told.filter(changed | ~Q(was_under=F("is_under")))


def _territory(two: Two) -> QuerySet[Organization]:
    """Serves what it did not, or no longer what it did; whoever came or went is listed above."""
    served = Jurisdiction.objects.filter(organization=OuterRef("pk"))
    other = served.filter(two.only_before() | two.only_after())
    return _organizations(two.after).filter(two.both()).filter(Exists(other))


def _heads_in(two: Two) -> QuerySet[Appointment]:
    return _heads(two.after).filter(two.only_after()).exclude(_is_head_on(two.before))


def _heads_out(two: Two) -> QuerySet[Appointment]:
    return _heads(two.before).filter(two.only_before()).exclude(_is_head_on(two.after))


def _is_head_on(day: date) -> Exists:
    """The same person at the head of the same organization, by another appointment."""
    same = (
        _at_the_head()
        .on(day)
        .filter(
            person=OuterRef("person"),
            post__organization=OuterRef("post__organization"),
        )
    )
    return Exists(same)


def _at_the_head() -> AppointmentQuerySet:
    """To whom a part of the work is delegated stands beside the head, not at it."""
    heads: AppointmentQuerySet = Appointment.objects.filter(post__is_head=True)
    return heads.exclude(kind=Appointment.Kind.DELEGATED)


def _organizations(day: date) -> QuerySet[Organization]:
    return Organization.objects.with_names(day).order_by("tier", "identifier")


def _heads(day: date) -> QuerySet[Appointment]:
    found = _at_the_head().select_related("person", "post", "covers__person")
    named = Organization.objects.with_names(day)
    in_order = found.order_by("post__organization__tier", "post__organization__identifier", "pk")
    return in_order.prefetch_related(Prefetch("post__organization", named))


# --- How they are read ----------------------------------------------------------------------------


def _plain(rows: Sequence[Organization], two: Two) -> list[Line]:
    return [Line(each) for each in rows]


def _with_heirs(rows: Sequence[Organization], two: Two) -> list[Line]:
    """Each with who took over, the default first."""
    named = Organization.objects.with_names(two.after)
    passed = Succession.objects.filter(old__in=rows, day__gt=two.before, day__lte=two.after)
    heirs: dict[int, dict[int, Organization]] = {}
    for each in passed.order_by("-is_default", "pk").prefetch_related(Prefetch("new", named)):
        heirs.setdefault(each.old_id, {})[each.new_id] = each.new
    return [Line(each, heirs=[*heirs.get(each.pk, {}).values()]) for each in rows]


def _with_names(rows: Sequence[Any], two: Two) -> list[Line]:
    return [Line(each, each.was or "", each.name_then) for each in rows]


def _with_superiors(rows: Sequence[Any], two: Two) -> list[Line]:
    keys = {key for each in rows for key in (each.was_under, each.is_under) if key}
    then = _named_on(keys, two.before)
    now = _named_on(keys, two.after)
    return [Line(each, then.get(each.was_under, ""), now.get(each.is_under, "")) for each in rows]


def _named_on(keys: set[int], day: date) -> dict[int, str]:
    named = Organization.objects.filter(pk__in=keys).with_names(day)
    return {each.pk: each.name_on(day) for each in named}


def _with_units(rows: Sequence[Organization], two: Two) -> list[Line]:
    then, now = _served(rows, two.before), _served(rows, two.after)
    return [Line(each, then.get(each.pk, ""), now.get(each.pk, "")) for each in rows]


def _served(rows: Sequence[Organization], day: date) -> dict[int, str]:
    lines = Jurisdiction.objects.on(day).filter(organization__in=rows)
    names: dict[int, list[str]] = {}
    there = lines.filter(unit__names__valid_during__contains=day)
    for key, name, code in there.order_by("unit__code").values_list(
        "organization", "unit__names__full_name", "unit__code"
    ):
        names.setdefault(key, []).append(f"{name} ({code})")
    return {key: ", ".join(said) for key, said in names.items()}


def _with_people(rows: Sequence[Appointment], two: Two) -> list[Line]:
    return [
        Line(each.post.organization, now=f"{each.person.full_name}, {Held(each).said}")
        for each in rows
    ]


SORTS = (
    Sort("moi", _("Thành lập mới"), "+", _begun, _plain),
    Sort("ket-thuc", _("Kết thúc hoạt động"), "−", _over, _with_heirs),
    Sort("doi-ten", _("Đổi tên"), "≠", _renamed, _with_names),
    Sort("chuyen", _("Chuyển cơ quan cấp trên"), "→", _moved, _with_superiors),
    Sort("dia-ban", _("Thay đổi địa bàn"), "◇", _territory, _with_units),
    Sort("nguoi-dung-dau-moi", _("Người đứng đầu mới"), "+", _heads_in, _with_people),
    Sort("nguoi-dung-dau-thoi", _("Người đứng đầu thôi giữ chức"), "−", _heads_out, _with_people),
)
"""In the order in which they are shown; each has a mark besides its words."""
