"""What has whoever opens a draft to know of its procedure? That it changed, ended, or will end."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from motcua.catalog import differences, endings
from motcua.catalog.models import ProcedureVersion
from motcua.dossiers import steps
from motcua.dossiers.drafting import carrying, copying
from motcua.dossiers.models import Draft, DraftMove
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.catalog.endings import End
    from motcua.dossiers.drafting.carrying import Left, Questions


@dataclass(frozen=True, slots=True)
class NewQuestion:
    """A question to answer or to look at again, with where it stands."""

    label: str
    page: str
    address: str


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of the procedure and the draft since its reader last knew."""

    earlier: ProcedureVersion
    later: ProcedureVersion
    parts: list[str]
    """The legal parts in which something changed."""
    has_other_form: bool
    has_other_papers: bool
    fresh: list[NewQuestion]
    reworded: list[NewQuestion]
    left: list[Left]

    @property
    def since(self) -> date | None:
        return self.later.first_day

    @property
    def is_quiet(self) -> bool:
        """Whether nothing is to be done: form and papers are the same."""
        return not (self.has_other_form or self.has_other_papers or self.left)


@dataclass(frozen=True, slots=True)
class Copied:
    """From which ended procedure the draft was copied, and what did not fit."""

    earlier: ProcedureVersion
    original: str
    """Where the draft stands that was copied, while it is there."""
    left: list[Left]


@dataclass(frozen=True, slots=True)
class Heir:
    """What stands in place of an ended procedure, for a draft of that."""

    version: ProcedureVersion
    copy: Draft | None
    """What was copied to it already: a draft, or the dossier that it became."""
    may_copy: bool
    """Whether whoever opened the draft may copy it there."""


@dataclass(frozen=True, slots=True)
class News:
    """What every page of a draft says on top; empty fields say nothing."""

    changed: Changed | None = None
    end: End | None = None
    has_ended: bool = False
    is_offline: bool = False
    copied: Copied | None = None
    heirs: list[Heir] = field(default_factory=list)

    @property
    def is_over(self) -> bool:
        """Whether the draft cannot be submitted any more."""
        return self.has_ended or self.is_offline


def of(draft: Draft) -> News | None:
    """For whoever opened the draft; no question is asked where all is as it was."""
    moves = _unread(draft) if draft.moved_revision else []
    changed, copied = _changed(draft, moves), _copied(draft, moves)
    day, version = today(), draft.version
    end = endings.of(version.procedure.code, day) if version.has_an_end else None
    if not version.has_an_end or version.holds_on(day):
        told = changed or end or copied
        return News(changed, end, copied=copied) if told else None
    has_ended = end is not None and end.ending.has_come(day)
    heirs = _heirs(draft, end.successors) if end is not None and has_ended else []
    return News(changed, end, has_ended, not has_ended, copied, heirs)


def _heirs(draft: Draft, successors: Iterable[ProcedureVersion]) -> list[Heir]:
    """Each with the draft that was copied to it; only whose draft it is copies it."""
    keys = {one.pk: copying.key_of(draft, one) for one in successors}
    made = Draft.objects.with_version().of(draft.person).filter(key__in=keys.values())
    copies = {one.key: one for one in made}
    return [
        Heir(one, copies.get(keys[one.pk]), draft.part.is_owners and one.takes_online)
        for one in successors
    ]


def _unread(draft: Draft) -> list[DraftMove]:
    return list(draft.moves.unread_by(reader_of(draft)).with_versions())


def _copied(draft: Draft, moves: Iterable[DraftMove]) -> Copied | None:
    """For whose draft it is: what did not fit may be of pages that others do not see."""
    for move in moves if draft.part.is_owners else ():
        if move.is_copy:
            original = copying.original_of(draft, move.earlier)
            there = steps.steps_of(original)[0].address if original else ""
            return Copied(move.earlier, there, move.left)
    return None


def reader_of(draft: Draft) -> Person:
    """Who opened it, as its part says."""
    along = draft.part.co_applicant
    return along.person if along is not None and along.person else draft.person


def read(draft: Draft) -> None:
    """Whoever opened it read what changed."""
    person = reader_of(draft)
    for move in draft.moves.unread_by(person):
        move.readers.add(person)


def _changed(draft: Draft, unread: Iterable[DraftMove]) -> Changed | None:
    moves = [one for one in unread if not one.is_copy]
    if not moves:
        return None
    earlier, later = moves[0].earlier, draft.version
    was, asks = carrying.questions(earlier), carrying.questions(later)
    parts = _parts(earlier, later)
    return Changed(
        earlier,
        later,
        parts,
        (earlier.form, earlier.form_layout) != (later.form, later.form_layout),
        _("Thành phần hồ sơ") in parts,
        _fresh(draft, was, asks),
        _reworded(draft, was, asks),
        [one for move in moves for one in move.left if draft.part.sees(one["page"])],
    )


def _parts(earlier: ProcedureVersion, later: ProcedureVersion) -> list[str]:
    """What differs, by part."""
    both = ProcedureVersion.objects.filter(pk__in=[earlier.pk, later.pk]).with_parts()
    there = {one.pk: one for one in both}
    return [part.name for part in differences.between(there[earlier.pk], there[later.pk]).parts]


def _fresh(draft: Draft, was: Questions, asks: Questions) -> list[NewQuestion]:
    """Questions that the earlier form did not have."""
    return _shown(draft, asks, [path for path in asks if path not in was])


def _reworded(draft: Draft, was: Questions, asks: Questions) -> list[NewQuestion]:
    """Questions that are asked in other words, or otherwise, and to look at again."""
    both = [path for path in asks if path in was]
    return _shown(draft, asks, [path for path in both if _is_other(was[path], asks[path])])


def _is_other(was: carrying.Asked, asks: carrying.Asked) -> bool:
    alike = all(was.found.get(key) == asks.found.get(key) for key in carrying.SHAPE)
    return not alike or carrying.is_reworded(was, asks)


def _shown(draft: Draft, asks: Questions, paths: Iterable[str]) -> list[NewQuestion]:
    way = {step.page: step for step in steps.steps_of(draft) if step.page}
    found = [(path, asks[path]) for path in paths if asks[path].page in way]
    return [
        NewQuestion(
            one.label, way[one.page].title, f"{way[one.page].address}#id_{_name(path, one)}"
        )
        for path, one in found
    ]


def _name(path: str, one: carrying.Asked) -> str:
    """The question in HTML; of a group the one of its first entry."""
    return path.replace(".*.", ".0.").replace(".", "__")


# --- In a list -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Line:
    """What stands beside a draft in a list."""

    since: date | None = None
    """From when its procedure's content is another, and nobody read that yet."""
    end: End | None = None
    has_ended: bool = False
    is_offline: bool = False

    @property
    def is_over(self) -> bool:
        return self.has_ended or self.is_offline


def beside(drafts: list[Draft], person: Person) -> dict[int, Line]:
    """By key of the draft; as many questions for many as for one."""
    day = today()
    behind = [one for one in drafts if not one.version.holds_on(day)]
    there = _in_force([one.version.procedure_id for one in behind], day) if behind else {}
    gone = [one.version.procedure.code for one in behind if one.version.procedure_id not in there]
    ends = endings.of_many(gone, day) if gone else {}
    moved = [one.pk for one in drafts if one.moved_revision]
    unread = DraftMove.objects.filter(draft__in=moved).within_procedures().unread_by(person)
    news = {move.draft_id for move in unread} if moved else set()
    lines = {one.pk: Line(since=one.version.first_day) for one in drafts if one.pk in news}
    for one in behind:
        later = there.get(one.version.procedure_id)
        lines[one.pk] = _line(later, ends.get(one.version.procedure.code))
    return lines


def _line(later: ProcedureVersion | None, end: End | None) -> Line:
    if later is None:
        return Line(end=end, has_ended=end is not None)
    return Line(since=later.first_day, is_offline=not later.takes_online)


def _in_force(procedures: Iterable[int], day: date) -> dict[int, ProcedureVersion]:
    held: Any = ProcedureVersion.objects.published().on(day).filter(procedure__in=procedures)
    return {one.procedure_id: one for one in held.prefetch_related("channels")}
