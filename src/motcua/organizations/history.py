"""What became of an organization, and what was it before? Every change on record, in words.

The words of the W3C Organization Ontology (``org:ChangeEvent``, ``org:originalOrganization``,
``org:resultingOrganization``) and of the law for the same thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Prefetch, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_stubs_ext import StrPromise

from motcua.organizations.models import ChangeKind, Organization, Succession

RECEIVED: dict[str, StrPromise] = {
    ChangeKind.ABSORB: gettext_lazy("Nhận sáp nhập"),
    ChangeKind.CONSOLIDATE: gettext_lazy("Hợp nhất từ"),
    ChangeKind.DIVIDE: gettext_lazy("Được chia ra từ"),
    ChangeKind.SEPARATE: gettext_lazy("Được tách ra từ"),
    ChangeKind.TRANSFER: gettext_lazy("Nhận chức năng, địa bàn từ"),
    ChangeKind.ABOLISH: gettext_lazy("Tiếp nhận nhiệm vụ của cơ quan giải thể"),
    ChangeKind.MOVE_TIER: gettext_lazy("Chuyển cấp từ"),
    ChangeKind.RENAME: gettext_lazy("Đổi tên từ"),
    ChangeKind.CREATE: gettext_lazy("Thành lập, tiếp nhận nhiệm vụ từ"),
}
"""What is said of the one that results (``org:resultedFrom``)."""
GIVEN: dict[str, StrPromise] = {
    ChangeKind.ABSORB: gettext_lazy("Sáp nhập vào"),
    ChangeKind.CONSOLIDATE: gettext_lazy("Hợp nhất thành"),
    ChangeKind.DIVIDE: gettext_lazy("Chia thành"),
    ChangeKind.SEPARATE: gettext_lazy("Tách ra"),
    ChangeKind.TRANSFER: gettext_lazy("Chuyển chức năng, địa bàn sang"),
    ChangeKind.ABOLISH: gettext_lazy("Giải thể, nhiệm vụ chuyển sang"),
    ChangeKind.MOVE_TIER: gettext_lazy("Chuyển cấp thành"),
    ChangeKind.RENAME: gettext_lazy("Đổi tên thành"),
    ChangeKind.CREATE: gettext_lazy("Chuyển nhiệm vụ sang"),
}
"""What is said of the one that was there (``org:changedBy``)."""


@dataclass(slots=True)
class Event:
    """What happened to it on one day: in words, from whom or to whom, by which decision."""

    day: date | None
    words: str
    others: list[Organization] = field(default_factory=list)
    legal_basis: str = ""


@dataclass(frozen=True, slots=True)
class History:
    """The changes of one organization, the earliest first."""

    organization: Organization
    events: list[Event]
    before: list[Organization]
    """Those that it took over from, as they were last called."""
    after: list[Organization]
    """Those that took over from it."""
    successions: list[Succession]
    """The rows that say so."""

    @property
    def last_day(self) -> date | None:
        ends = self.organization.valid_during.upper
        return ends - timedelta(days=1) if ends else None

    @property
    def latest(self) -> list[Event]:
        """The newest first."""
        return self.events[::-1]


def of(organization: Organization) -> History:
    """Five queries, however much happened."""
    passed = list(_successions(organization))
    events = [*_begun(organization, passed), *_named(organization), *_moved(organization)]
    events += [*_given(organization, passed), *_ended(organization, passed)]
    known = sorted(events, key=lambda event: event.day or date.min)
    before = {each.old_id: each.old for each in passed if each.new_id == organization.pk}
    after = {each.new_id: each.new for each in passed if each.old_id == organization.pk}
    return History(organization, known, [*before.values()], [*after.values()], passed)


def _successions(organization: Organization) -> list[Succession]:
    named = Organization.objects.prefetch_related("names")
    found = Succession.objects.filter(Q(old=organization) | Q(new=organization))
    return list(
        found.order_by("day", "-is_default", "pk").prefetch_related(
            Prefetch("old", named), Prefetch("new", named)
        )
    )


def _begun(organization: Organization, passed: list[Succession]) -> list[Event]:
    """How it began, and what it took over later."""
    taken: dict[tuple[date, str], Event] = {}
    first = organization.valid_during.lower
    for each in passed:
        if each.new_id == organization.pk:
            event = taken.setdefault((each.day, each.kind), _event(each, RECEIVED))
            _add(event, each.old)
    is_told = any(day == first for day, _kind in taken)
    begins = [] if first is None or is_told else [Event(first, _("Được thành lập"))]
    return [*begins, *taken.values()]


def _given(organization: Organization, passed: list[Succession]) -> list[Event]:
    given: dict[tuple[date, str], Event] = {}
    for each in passed:
        if each.old_id == organization.pk:
            event = given.setdefault((each.day, each.kind), _event(each, GIVEN))
            _add(event, each.new)
    return list(given.values())


def _ended(organization: Organization, passed: list[Succession]) -> list[Event]:
    ends = organization.valid_during.upper
    is_told = any(each.old_id == organization.pk and each.day == ends for each in passed)
    return [] if ends is None or is_told else [Event(ends, _("Kết thúc hoạt động"))]


def _named(organization: Organization) -> list[Event]:
    """Every other name; the first one came with it."""
    names = sorted(organization.names.all(), key=lambda name: name.first_day)
    return [
        Event(
            name.first_day,
            _("Đổi tên thành “%(name)s”") % {"name": name.full_name},
            legal_basis=name.legal_basis,
        )
        for name in names[1:]
    ]


def _moved(organization: Organization) -> list[Event]:
    """Every other superior; the first one came with it."""
    named = Organization.objects.prefetch_related("names")
    lines = organization.subordinations.order_by("valid_during")
    found = list(lines.prefetch_related(Prefetch("parent", named)))
    return [
        Event(line.valid_during.lower, _("Chuyển về trực thuộc"), [line.parent])
        for line in found[1:]
    ]


def _event(each: Succession, words: dict[str, StrPromise]) -> Event:
    return Event(each.day, str(words[each.kind]), legal_basis=each.legal_basis)


def _add(event: Event, other: Organization) -> None:
    if other not in event.others:
        event.others.append(other)
