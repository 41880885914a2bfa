"""What may an earlier dossier of one's own fill in? Only what was typed by oneself, if one agrees.

Two questions are the same if they have the same name, the same words and the same shape; what
somebody else typed who applied along is theirs and is not offered.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db import transaction

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.schema import Schema, node, value_at, with_value
from motcua.catalog.forms.summary import in_words
from motcua.dossiers.models import CoApplicant, Dossier, Draft, DraftSource
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion
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
    """What of ``dossier`` fits a question of the draft and is not what stands there already."""
    theirs = _others_pages(dossier)
    old = dict(_questions(dossier.version, without=theirs))
    found = []
    for path, asked in _questions(draft.version):
        value, stands = value_at(dossier.data, path), value_at(draft.data, path)
        if path in old and _is_same(asked, old[path]) and value is not None and value != stands:
            now = "" if stands is None else said(asked, stands)
            found.append(Offer(path, str(asked.get("title", path)), said(asked, value), now, value))
    return found


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


def _questions(
    version: ProcedureVersion, *, without: Collection[str] = ()
) -> Iterator[tuple[str, Schema]]:
    for page in procedure_forms.pages(version):
        if page.key not in without:
            for path in page.asked_paths:
                if "*" not in path:  # entries of a group have no name of their own
                    yield path, node(page.schema, path)


def _is_same(one: Schema, other: Schema) -> bool:
    words = [fold(str(each.get("title", ""))) for each in (one, other)]
    return words[0] == words[1] and all(one.get(key) == other.get(key) for key in SHAPE)


def _others_pages(dossier: Dossier) -> set[str]:
    """The pages on which somebody else typed."""
    along = CoApplicant.objects.filter(draft=dossier.draft_id).values_list("wrote", flat=True)
    return {page for pages in along for page in pages}


def said(asked: Schema, value: Any) -> str:
    """One answer in words; one that cannot be read, as it was typed."""
    if value is None:
        return ""
    try:
        return in_words(asked, value)
    except ValueError:
        return str(value)
