"""What may an earlier dossier of one's own fill in? Only what was typed by oneself, if one agrees.

Two questions are the same if they have the same name, the same words and the same shape; what
somebody else typed who applied along is theirs and is not offered.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import transaction

from motcua.catalog.forms.groups import count, entries
from motcua.catalog.forms.schema import EVERY, Answers, Schema, value_at, with_value
from motcua.dossiers.drafting import questions
from motcua.dossiers.drafting.questions import said
from motcua.dossiers.models import CoApplicant, Dossier, Draft, DraftSource
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.catalog.forms.groups import Group
    from motcua.organizations.acting import Acting

OF_THIS_MATTER = ("const", "x-lines")
"""How a question is known that only this matter answers: a declaration, what is told at length."""
SHAPE = ("type", "format", "oneOf", "pattern")
"""What must be alike for an answer to fit."""
AT_MOST = 20
"""So many of the newest dossiers are offered."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One answer that could be taken over, beside what stands now."""

    path: str
    label: str
    text: str
    now: str
    value: Any
    page: str = ""
    """On which page of the draft it stands."""


def earlier(draft: Draft, *, by: Acting) -> list[Dossier]:
    """The person's own dossiers, newest first; none of others in which they wrote along."""
    mine = Dossier.objects.applied_for_by(by.person).for_pages().newest_first()
    return [one for one in mine[:AT_MOST] if _fitting(draft, one, {})]


def offers(draft: Draft, dossier: Dossier) -> list[Offer]:
    """What of ``dossier`` fits a question of the draft and is not what stands there already.

    A repeating group is one offer: all its entries, with the questions that both forms ask. In the
    order of the draft's pages.
    """
    places = questions.places(dossier.version, dossier.data)
    found = _fitting(draft, dossier, places | questions.places(draft.version, draft.data))
    by_path, pages = {one.path: one for one in found}, questions.titles(draft.version)
    return [replace(by_path[path], page=page) for path, page in pages.items() if path in by_path]


def _fitting(draft: Draft, dossier: Dossier, places: Mapping[str, str]) -> list[Offer]:
    old = dict(questions.asked(dossier.version, without=_others_pages(dossier)))
    new = questions.asked(draft.version)
    same = {path: one for path, one in new if path in old and _is_lent(one, old[path])}
    stood = Standing(draft.data, dossier.data, places)
    single = [_of_question(path, one, stood) for path, one in same.items()]
    repeated = [_of_group(one, same, stood) for one in questions.groups(draft.version)]
    return [one for one in (*single, *repeated) if one is not None]


class Standing(NamedTuple):
    """What stands in the draft and in the dossier, and how places are called."""

    now: Answers
    before: Answers
    places: Mapping[str, str]


def _of_question(path: str, asked: Schema, stood: Standing) -> Offer | None:
    value, stands = value_at(stood.before, path), value_at(stood.now, path)
    if EVERY in path or value is None or value == stands:
        return None
    told, now = (said(asked, one, stood.places) for one in (value, stands))
    return Offer(path, str(asked.get("title", path)), told, now, value)


def _of_group(group: Group, same: Mapping[str, Schema], stood: Standing) -> Offer | None:
    shared = {questions.inside(group, one): same[one] for one in group.patterns if one in same}
    filled, stands = (
        entries(each, group.path)[: count(each, group.path)] for each in (stood.before, stood.now)
    )
    lent = [_lent(entry, shared) for entry in filled[: group.most]]
    if not any(lent) or lent == stands:
        return None
    told, now = ("; ".join(_told(one, shared, stood) for one in each) for each in (lent, stands))
    return Offer(group.path, group.title, told, now, lent)


def _lent(entry: Answers, shared: Mapping[str, Schema]) -> Answers:
    """An entry with what both forms ask."""
    lent: Answers = {}
    for path in shared:
        lent = with_value(lent, path, value_at(entry, path))
    return lent


def _told(entry: Answers, shared: Mapping[str, Schema], stood: Standing) -> str:
    told = [said(asked, value_at(entry, path), stood.places) for path, asked in shared.items()]
    return ", ".join(text for text in told if text)


@transaction.atomic
def take(draft: Draft, dossier: Dossier, paths: Collection[str], *, by: Acting) -> int:
    """Fill in what was agreed to, and record from where; how many answers that was."""
    now = draft.held()
    chosen = [one for one in offers(now, dossier) if one.path in paths]
    answers = now.data
    for one in chosen:
        answers = with_value(answers, one.path, one.value)
    if chosen:
        now.write(answers)
        taken = [one.path for one in chosen]
        DraftSource.objects.create(draft=now, dossier=dossier, paths=taken, person=by.person)
    return len(chosen)


def _is_lent(one: Schema, other: Schema) -> bool:
    """Whether an answer to ``other`` answers ``one``; nobody declares anything by copying it."""
    return not any(key in one for key in OF_THIS_MATTER) and _is_same(one, other)


def _is_same(one: Schema, other: Schema) -> bool:
    words = [fold(str(each.get("title", ""))) for each in (one, other)]
    return words[0] == words[1] and all(one.get(key) == other.get(key) for key in SHAPE)


def _others_pages(dossier: Dossier) -> set[str]:
    """The pages on which somebody else typed."""
    along = CoApplicant.objects.filter(draft=dossier.draft_id).values_list("wrote", flat=True)
    return {page for pages in along for page in pages}
