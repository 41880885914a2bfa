"""Which consultations does the public list show? What a reader asked for in the address."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from motcua.consultations.models import Consultation, DraftKind
from motcua.consultations.publication import KIND
from motcua.consultations.workflow import Phase
from motcua.organizations.models import Organization
from motcua.periods.clock import today
from motcua.search import folding
from motcua.search import queries as search

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.consultations.queries import ConsultationQuerySet
    from motcua.organizations.queries import OrganizationQuerySet

ON_A_PAGE = 20
FEW = 5
MOST_HITS = 100
PLAIN = re.compile(r"[\w.-]{1,60}")
PHASES: dict[str, tuple[Phase, StrOrPromise]] = {
    "dang-mo": (Phase.OPEN, _("Đang lấy ý kiến")),
    "cho-tong-hop": (Phase.CLOSED, _("Đã hết hạn, chờ tổng hợp")),
    "da-tong-hop": (Phase.SUMMED_UP, _("Đã tiếp thu, giải trình")),
    "da-huy": (Phase.CANCELED, _("Đã hủy")),
}
"""By their names in the address, as they follow each other."""


@dataclass(frozen=True, slots=True)
class Wish:
    """The words and filters of the address; what is unknown is no wish."""

    words: str = ""
    phase: str = ""
    kind: str = ""
    office: str = ""
    before: str = ""
    """The code of the last one of the page before."""

    @classmethod
    def read(cls, address: Mapping[str, str]) -> Wish:
        """From ``?q=…&trang-thai=…&loai=…&co-quan=…&sau=…``."""
        phase = address.get("trang-thai", "")
        return cls(
            words=folding.nfc(address.get("q", "")).strip()[:200],
            phase=phase if phase in PHASES else "",
            kind=_plain(address.get("loai", "")),
            office=_plain(address.get("co-quan", "")),
            before=_plain(address.get("sau", "")),
        )

    @property
    def has_filters(self) -> bool:
        return bool(self.phase or self.kind or self.office)

    @property
    def is_any(self) -> bool:
        return bool(self.words or self.has_filters)


@dataclass(frozen=True, slots=True)
class Shelf:
    """One heading of the list with what stands under it."""

    name: str
    label: StrOrPromise
    rows: list[Consultation] = field(default_factory=list)
    has_more: bool = False


def shelves(wish: Wish) -> list[Shelf]:
    """What fits by where it stands: a few of each, and all that take comments."""
    found = [_shelf(name, wish) for name in PHASES]
    return [shelf for shelf in found if shelf.rows]


def page(wish: Wish) -> tuple[list[Consultation], str]:
    """One page of what fits, and the code with which the next goes on."""
    rows = _by_words(wish) if wish.words else _in_order(wish)
    codes = [row.code for row in rows]
    start = codes.index(wish.before) + 1 if wish.before in codes else 0
    shown = rows[start : start + ON_A_PAGE]
    more = shown[-1].code if len(rows) > start + ON_A_PAGE else ""
    return shown, more


def latest(at_most: int) -> list[Consultation]:
    """What was opened last, whatever became of it."""
    return list(Consultation.objects.public().for_pages().order_by("-opened_at")[:at_most])


def kinds() -> list[DraftKind]:
    return list(DraftKind.objects.all())


def offices() -> OrganizationQuerySet:
    """Those that have opened one, by name."""
    asked = Consultation.objects.public().values("organization")
    found = Organization.objects.on(today()).filter(pk__in=asked)
    return found.with_names(today()).in_vietnamese_order(today())


def _shelf(name: str, wish: Wish) -> Shelf:
    phase, label = PHASES[name]
    most = ON_A_PAGE if phase is Phase.OPEN else FEW
    rows = list(_ordered(_fitting(wish), phase)[: most + 1])
    return Shelf(name, label, rows[:most], has_more=len(rows) > most)


def _in_order(wish: Wish) -> list[Consultation]:
    phase = PHASES[wish.phase][0] if wish.phase else None
    return list(_ordered(_fitting(wish), phase)[:500])


def _by_words(wish: Wish) -> list[Consultation]:
    """In the order of the hits; filters apply to them."""
    hits = search.find(wish.words, KIND, limit=MOST_HITS)
    phase = PHASES[wish.phase][0] if wish.phase else None
    found = _ordered(_fitting(wish), phase).filter(code__in=[hit.key for hit in hits])
    fitting = {row.code: row for row in found}
    return [fitting[hit.key] for hit in hits if hit.key in fitting]


def _ordered(found: ConsultationQuerySet, phase: Phase | None) -> ConsultationQuerySet:
    if phase is None:
        return found.latest_first()
    there = found.in_phase(phase, today())
    return there.order_by("closes_on", "pk") if phase is Phase.OPEN else there.latest_first()


def _fitting(wish: Wish) -> ConsultationQuerySet:
    found = Consultation.objects.public().for_pages().without_texts()
    if wish.kind:
        found = found.filter(kind__slug=wish.kind)
    if wish.office:
        found = found.filter(organization__identifier=wish.office)
    return found


def _plain(asked: str) -> str:
    return asked if PLAIN.fullmatch(asked) else ""
