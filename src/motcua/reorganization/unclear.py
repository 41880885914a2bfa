"""Why can nobody tell where work belongs, and between whom is it to be decided?"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from django.db.models import Prefetch
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.dossiers.models import Dossier
from motcua.organizations.models import Organization
from motcua.periods.clock import day_of, today
from motcua.questions.models import Question
from motcua.reorganization import hamlets, placing
from motcua.reorganization.models import Route, ToPlace
from motcua.territory.models import Unit

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from motcua.organizations.acting import Acting
    from motcua.reorganization.models import Plan

MOST_PARTS = 6
"""So many parts of an heir are named; the plan has the rest."""
Key = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Heir:
    """Who it may belong to, and which part of the old office went there."""

    organization: Organization
    parts: list[str]
    more: int
    holds: bool


@dataclass(frozen=True, slots=True)
class Work:
    """One row of the queue as its page shows it."""

    row: ToPlace
    code: str
    what: str
    """The procedure, or what is asked."""
    person: str
    """Who applied, where the reader handles the dossier."""
    address: str
    """In full where the reader handles it, else the commune and what lies below it."""
    why: str
    link: str


@dataclass(frozen=True, slots=True)
class Heap:
    """Work between the same heirs."""

    plan: Plan
    old: Organization
    held_by: Organization
    heirs: list[Heir]
    works: list[Work] = field(default_factory=list)

    @property
    def key(self) -> str:
        return f"{self.plan.pk}-{self.old.pk}-{self.held_by.pk}"


def with_work(rows: QuerySet[ToPlace]) -> QuerySet[ToPlace]:
    """With what the page shows of each."""
    told = rows.select_related("plan", "dossier__version__procedure", "question__procedure")
    return told.prefetch_related(
        *(Prefetch(side, Organization.objects.with_names()) for side in ("old", "held_by")),
        *(Prefetch(at, Unit.objects.with_names()) for at in ("dossier__place", "question__unit")),
    )


def heaps(rows: Sequence[ToPlace], by: Acting) -> list[Heap]:
    """The rows in their order, those between the same heirs together."""
    heirs, mine = _Heirs(rows), _handled(rows, by)
    found: dict[Key, Heap] = {}
    for row in rows:
        key = (row.plan_id, row.old_id, row.held_by_id)
        if key not in found:
            found[key] = Heap(row.plan, row.old, row.held_by, heirs.of(row))
        found[key].works.append(_work(row, mine))
    return list(found.values())


class _Heirs:
    """Between whom, for many rows by a few questions."""

    def __init__(self, rows: Sequence[ToPlace]) -> None:
        olds = {row.old_id for row in rows}
        routes = Route.objects.filter(plan__in={row.plan_id for row in rows}, old__in=olds)
        units = Prefetch("unit", Unit.objects.with_names())
        told = routes.select_related("body", "function").prefetch_related(units)
        self.routes = list(told.order_by("-rank", "pk")) if rows else []
        named = {route.body.organization_id for route in self.routes}
        named |= {row.held_by_id for row in rows}
        undone = {(row.plan_id, row.old_id): row for row in rows if row.plan.is_undone}
        self.before = {key: _originals(row) for key, row in undone.items()}
        named |= {pk for each in self.before.values() for pk in each}
        open_ones = Organization.objects.on(today()).with_names(today())
        self.there = open_ones.in_bulk([pk for pk in named if pk])

    def of(self, row: ToPlace) -> list[Heir]:
        """Who holds it first; then by name."""
        parts: dict[int, list[str]] = {row.held_by_id: []}
        for route in self.routes:
            heir = route.body.organization_id
            if heir and (route.plan_id, route.old_id) == (row.plan_id, row.old_id):
                parts.setdefault(heir, []).append(_part(route))
        for pk in self.before.get((row.plan_id, row.old_id), ()):
            parts.setdefault(pk, [_("phần việc như trước khi sắp xếp")])
        heirs = [self._heir(pk, said, row) for pk, said in parts.items() if pk in self.there]
        return sorted(heirs, key=lambda heir: (not heir.holds, heir.organization.identifier))

    def _heir(self, pk: int, said: list[str], row: ToPlace) -> Heir:
        shown = list(dict.fromkeys(said))
        more = max(0, len(shown) - MOST_PARTS)
        return Heir(self.there[pk], shown[:MOST_PARTS], more, pk == row.held_by_id)


def _originals(row: ToPlace) -> list[int]:
    """Those before an office that was founded by a plan since undone."""
    return list(placing.originals_of(row).values_list("organization", flat=True).distinct())


def _part(route: Route) -> str:
    """What goes along a route, in words."""
    said = []
    if route.procedure_code:
        said.append(_("thủ tục %s") % route.procedure_code)
    if route.function:
        said.append(route.function.name)
    if route.unit:
        said.append(route.unit.name_on(today()))
    if route.locality:
        said.append(f"“{route.locality_said or route.locality}”")
    return ", ".join(said) or _("phần còn lại")


def _handled(rows: Iterable[ToPlace], by: Acting) -> set[tuple[type, int]]:
    """Which dossiers and questions of these lie on the reader's own desk."""
    found: set[tuple[type, int]] = set()
    for model, keys in (
        (Dossier, [row.dossier_id for row in rows if row.dossier_id]),
        (Question, [row.question_id for row in rows if row.question_id]),
    ):
        handled: Any = model
        if keys:
            pks = handled.objects.handled_by(by).filter(pk__in=keys).values_list("pk", flat=True)
            found |= {(model, pk) for pk in pks}
    return found


def _work(row: ToPlace, mine: set[tuple[type, int]]) -> Work:
    if row.dossier:
        return _dossier(row, row.dossier, is_mine=(Dossier, row.dossier.pk) in mine)
    question: Any = row.question
    return _question(row, question, is_mine=(Question, question.pk) in mine)


def _dossier(row: ToPlace, dossier: Dossier, *, is_mine: bool) -> Work:
    place = dossier.place.name_on(today()) if dossier.place else ""
    coarse = ", ".join(each for each in (hamlets.of(dossier), place) if each)
    return Work(
        row,
        dossier.code,
        f"{dossier.version.procedure.code} {dossier.version.name}",
        dossier.applicant_name if is_mine else "",
        (dossier.address if is_mine else "") or coarse,
        _why_dossier(row, dossier),
        reverse("desk:detail", args=[dossier.code]) if is_mine else "",
    )


def _question(row: ToPlace, question: Question, *, is_mine: bool) -> Work:
    place = question.unit.name_on(today()) if question.unit else ""
    procedure = f"{question.procedure.code} " if question.procedure else ""
    return Work(
        row,
        question.code,
        procedure + (question.title if is_mine else str(question.get_kind_display())),
        "",
        place,
        _why_question(row, question),
        reverse("answers_desk:detail", args=[question.code]) if is_mine else "",
    )


def _why_dossier(row: ToPlace, dossier: Dossier) -> str:
    if day_of(dossier.submitted_at) >= row.plan.day:
        return _("Nộp tới cơ quan đã kết thúc; không rõ phần việc này nay thuộc nơi nào.")
    if dossier.locality:
        return _("Địa chỉ “%s” không thuộc phần nào mà phương án nêu tên.") % hamlets.of(dossier)
    if dossier.place_id:
        return _("Địa chỉ không nêu thôn, tổ, khu phố.")
    return _("Địa chỉ không cho biết xã, phường nào.")


def _why_question(row: ToPlace, question: Question) -> str:
    if day_of(question.asked_at) >= row.plan.day:
        return _("Gửi tới cơ quan đã kết thúc; không rõ phần việc này nay thuộc nơi nào.")
    return _("Câu hỏi không nêu địa bàn đủ nhỏ để biết thuộc phần nào.")
