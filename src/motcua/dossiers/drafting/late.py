"""What was typed on a page of an older version, and arrives when the draft stands in another?

The page says which version it showed. What it sends is read with that version's form, merged with
what stands like any other page, and only what was touched there goes on: into the same question of
the version in force, else beside, where it is shown in full.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, cast

from django.db import transaction

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.schema import Answers, pattern_of, value_at, with_value
from motcua.catalog.models import ProcedureVersion
from motcua.dossiers.drafting import asides, carrying, moving, saving
from motcua.dossiers.drafting.answers import meaning, of_field
from motcua.dossiers.drafting.carrying import Left, Questions
from motcua.dossiers.drafting.saving import WINDOW, Met, Saved
from motcua.dossiers.drafting.sheets import FormSheet
from motcua.dossiers.models import Draft, DraftMove

if TYPE_CHECKING:
    from django.utils.datastructures import MultiValueDict

    from motcua.catalog.forms import PageForm
    from motcua.dossiers.drafting.asides import Aside

VERSION = "draft_version"
"""Name of the hidden field with which a page says which version it showed."""


def version_of(draft: Draft, page: str, typed: MultiValueDict) -> ProcedureVersion | None:
    """The older version whose ``page`` was sent; None where it is the one that stands."""
    said = typed.get(VERSION, "")
    if not page or said in ("", str(draft.version.number)) or not _is_number(said):
        return None
    older = ProcedureVersion.objects.published().filter(procedure=draft.version.procedure_id)
    found: ProcedureVersion | None = older.filter(number=int(said)).first()
    return found if found and page in pages_of(found) else None


def _is_number(said: str) -> bool:
    return said.isascii() and said.isdigit() and len(said) < 5


def pages_of(version: ProcedureVersion) -> set[str]:
    """The keys of the pages of its form."""
    return {page.key for page in procedure_forms.pages(version)}


def had_page(draft: Draft, page: str) -> bool:
    """Whether a version from which the draft came had that page."""
    if not draft.moved_revision:
        return False
    moves = draft.moves.filter(earlier__procedure=draft.version.procedure_id)
    return any(page in pages_of(move.earlier) for move in moves.select_related("earlier"))


@transaction.atomic
def keep(draft: Draft, earlier: ProcedureVersion, page: str, typed: MultiValueDict) -> Saved:
    """Keep what was typed on ``page`` of ``earlier``; raises TooLate as every saving does."""
    now = draft.held()
    was, asks = carrying.questions(earlier), carrying.questions(now.version)
    met = saving.meet(_as_of(earlier, now, was, asks), FormSheet(page), typed)
    answers, left = _with_touched(now.data, met, was, asks)
    homes, homeless = moving.at_home({page: _contested(met, typed)}, was, asks)
    now.write(answers, aside=_beside(now, homes))
    _note(now, earlier, [*left, *homeless])
    _note_typing(now, page, met, asks)
    return Saved(now, met.kept, met.contested)


def _as_of(earlier: ProcedureVersion, now: Draft, was: Questions, asks: Questions) -> Draft:
    """The draft as the older page knows it: what stands, and what was kept beside since."""
    then = copy.copy(now)
    then.version = earlier
    then.data = carrying.carry(now.data, asks, was).answers
    kept = (one for move in now.moves.all() for one in move.left if "value" in one)
    for one in kept:
        if pattern_of(one["path"]) in was and value_at(then.data, one["path"]) is None:
            then.data = with_value(then.data, one["path"], one["value"])
    return then


def _with_touched(
    stands: Answers, met: Met, was: Questions, asks: Questions
) -> tuple[Answers, list[Left]]:
    """The answers with what was changed on the older page, and what of it is asked no more."""
    answers, left = stands, []
    for path, value in _touched(met):
        before, now = was.get(pattern_of(path)), asks.get(pattern_of(path))
        if carrying.is_kept(before, now, path, value):
            answers = with_value(answers, path, value)
        elif value is not None:
            left.append(carrying.left_of(before, path, value))
    return _trimmed(answers, met), left


def _touched(met: Met) -> Iterator[tuple[str, Any]]:
    """Questions that were answered otherwise than they stand."""
    kept = cast("PageForm", met.kept)
    answers = kept.answers()
    for name, path in kept.named.items():
        value, stood = value_at(answers, path), value_at(kept.saved, path)
        if value != stood and (stood is None or meaning(met.stands, name) != meaning(kept, name)):
            yield path, value


def _trimmed(answers: Answers, met: Met) -> Answers:
    """Without the last entries of a group from which the older page removed some."""
    before, after = (cast("PageForm", form).counts for form in (met.stands, met.kept))
    for group, count in after.items():
        there = value_at(answers, group)
        if count < before[group] and isinstance(there, list):
            answers = with_value(answers, group, there[:count])
    return answers


def _beside(now: Draft, homes: Mapping[str, list[Aside]]) -> dict[str, list[Aside]]:
    """What lies beside answers: also what was answered here, and elsewhere since."""
    kept = {**now.aside}
    for home, beside in homes.items():
        for one in beside:
            again = {one["name"]: one["typed"]}
            kept[home] = asides.with_more(kept.get(home, []), again, window=one["window"])
    return kept


def _contested(met: Met, typed: MultiValueDict) -> list[Aside]:
    more = {name: of_field(typed, name) for name in met.contested}
    return asides.with_more([], more, window=typed.get(WINDOW, ""))


def _note(now: Draft, earlier: ProcedureVersion, left: list[Left]) -> None:
    """Whoever opens the draft is told once more what is asked no more."""
    if left:
        DraftMove.objects.create(draft=now, earlier=earlier, later=now.version, left=left)


def _note_typing(now: Draft, page: str, met: Met, asks: Questions) -> None:
    """Where a question went to another page, who typed it typed there."""
    along = now.part.co_applicant
    if along is None:
        return
    homes = {asks[one].page for path, _value in _touched(met) if (one := pattern_of(path)) in asks}
    for one in sorted({page, *homes}):
        along.note_typing(one)
