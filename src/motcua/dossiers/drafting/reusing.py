"""What may an earlier dossier of one's own fill in? Only what was typed by oneself, if one agrees.

Two questions are the same if they have the same name, the same words and the same shape; what
somebody else typed who applied along is theirs and is not offered.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

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


def earlier(draft: Draft, *, by: Acting) -> list[Dossier]:
    """The person's own dossiers, newest first; none of others in which they wrote along."""
    mine = Dossier.objects.applied_for_by(by.person).for_pages().newest_first()
    return [one for one in mine[:AT_MOST] if offers(draft, one)]


def offers(draft: Draft, dossier: Dossier) -> list[Offer]:
    """What of ``dossier`` fits a question of the draft and is not what stands there already.

    A repeating group is one offer: all its entries, with the questions that both forms ask.
    """
    old = dict(questions.asked(dossier.version, without=_others_pages(dossier)))
    new = questions.asked(draft.version)
    same = {path: one for path, one in new if path in old and _is_same(one, old[path])}
    single = [_of_question(path, one, draft, dossier) for path, one in same.items()]
    repeated = [_of_group(one, same, draft, dossier) for one in questions.groups(draft.version)]
    return [one for one in (*single, *repeated) if one is not None]


def _of_question(path: str, asked: Schema, draft: Draft, dossier: Dossier) -> Offer | None:
    value, stands = value_at(dossier.data, path), value_at(draft.data, path)
    if EVERY in path or value is None or value == stands:
        return None
    return Offer(
        path, str(asked.get("title", path)), said(asked, value), said(asked, stands), value
    )


def _of_group(
    group: Group, same: Mapping[str, Schema], draft: Draft, dossier: Dossier
) -> Offer | None:
    shared = {questions.inside(group, one): same[one] for one in group.patterns if one in same}
    filled = entries(dossier.data, group.path)[: count(dossier.data, group.path)]
    lent = [_lent(entry, shared) for entry in filled[: group.most]]
    stands = entries(draft.data, group.path)[: count(draft.data, group.path)]
    if not any(lent) or lent == stands:
        return None
    told, now = ("; ".join(_told(one, shared) for one in each) for each in (lent, stands))
    return Offer(group.path, group.title, told, now, lent)


def _lent(entry: Answers, shared: Mapping[str, Schema]) -> Answers:
    """An entry with what both forms ask."""
    lent: Answers = {}
    for path in shared:
        lent = with_value(lent, path, value_at(entry, path))
    return lent


def _told(entry: Answers, shared: Mapping[str, Schema]) -> str:
    told = [said(asked, value_at(entry, path)) for path, asked in shared.items()]
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


def _is_same(one: Schema, other: Schema) -> bool:
    words = [fold(str(each.get("title", ""))) for each in (one, other)]
    return words[0] == words[1] and all(one.get(key) == other.get(key) for key in SHAPE)


def _others_pages(dossier: Dossier) -> set[str]:
    """The pages on which somebody else typed."""
    along = CoApplicant.objects.filter(draft=dossier.draft_id).values_list("wrote", flat=True)
    return {page for pages in along for page in pages}
