"""How is a page of a draft kept, while the same draft is open elsewhere?

Each page says what it showed: the draft's revision and a short hash of every answer on it. What was
not touched here is never written over what was typed elsewhere; what was changed in both places
differently stays as it stands and what was typed here is laid beside it (``Draft.aside``), until
somebody chooses.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Self

from django.db import transaction

from motcua.accounts.sealing import keyed_hash
from motcua.catalog.forms.results import ResultQuestion
from motcua.dossiers.drafting import asides
from motcua.dossiers.drafting.answers import meaning, of_field, put

if TYPE_CHECKING:
    from django.forms import Form
    from django.utils.datastructures import MultiValueDict

    from motcua.dossiers.drafting.sheets import Sheet
    from motcua.dossiers.models import Draft

REVISION, SHOWN, WINDOW = "draft_revision", "draft_shown", "draft_window"
"""Names of the hidden fields with which a page says what it showed, and which window it is."""
HASH_DIGITS = 10


@dataclass(frozen=True, slots=True)
class Seen:
    """What a page showed; an answer that it did not show has no hash."""

    revision: int
    hashes: Mapping[str, str]

    @classmethod
    def of(cls, sent: Mapping[str, str]) -> Self | None:
        """As a page sent it; None where it says nothing, or nothing that can be read."""
        try:
            revision, hashes = int(sent[REVISION]), json.loads(sent[SHOWN])
        except (KeyError, ValueError, RecursionError):
            return None
        return cls(revision, hashes) if isinstance(hashes, dict) else None

    @property
    def written(self) -> str:
        return json.dumps(self.hashes, separators=(",", ":"))


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of a page: the form as it was kept, and what had to be laid beside it."""

    draft: Draft
    form: Form
    contested: list[str] = field(default_factory=list)


def seen(draft: Draft, sheet: Sheet, form: Form) -> Seen:
    """What a page shows that is about to be sent to somebody."""
    shown = sheet.names(form)
    return Seen(draft.revision, {name: _hash(draft, name, meaning(form, name)) for name in shown})


def seen_after(saved: Saved, sheet: Sheet, typed: MultiValueDict) -> Seen:
    """What a page has seen that goes on after it was kept: of what is contested still the old."""
    now, before = seen(saved.draft, sheet, saved.form), Seen.of(typed)
    old = {
        name: before.hashes[name] for name in saved.contested if before and name in before.hashes
    }
    return Seen(now.revision, {**now.hashes, **old})


@transaction.atomic
def keep(draft: Draft, sheet: Sheet, typed: MultiValueDict) -> Saved:
    """Keep what was typed, right or not; raises TooLate where the draft is a draft no more."""
    now = draft.held()
    met = meet(now, sheet, typed)
    beside = _beside(now, sheet, met.sent, typed, met.contested)
    columns, unread = sheet.columns(now, met.kept), sheet.unread(met.kept)
    now.keep(sheet.key, columns=columns, unread=unread, aside=beside)
    if along := now.part.co_applicant:
        along.note_typing(sheet.key)
    return Saved(now, met.kept, met.contested)


@dataclass(frozen=True, slots=True)
class Met:
    """What was sent, held against what stands."""

    stands: Form
    sent: Form
    kept: Form
    """What was sent, but where it was not touched or is contested as it stands."""
    contested: list[str]


def meet(draft: Draft, sheet: Sheet, typed: MultiValueDict) -> Met:
    """Merge what was typed on a page with what was typed elsewhere since it was opened."""
    stands, sent = sheet.form(draft), sheet.form(draft, typed)
    shown = Seen.of(typed)
    untouched, contested = _compared(draft, stands, sent, shown) if shown else ([], [])
    kept = sent
    if untouched or contested:
        kept = sheet.form(draft, _with(typed, stands, [*untouched, *contested]))
    return Met(stands, sent, kept, contested)


def _beside(
    draft: Draft, sheet: Sheet, mine: Form, typed: MultiValueDict, contested: list[str]
) -> list[asides.Aside]:
    """What lies beside the page now: less what was settled by typing, and what is contested."""
    kept, window = draft.aside.get(sheet.key, []), typed.get(WINDOW, "")
    names = {one["name"] for one in kept}.difference(contested)
    shown = Seen.of(typed)
    touched = [name for name in names if shown and _was_touched(draft, mine, shown, name)]
    settled = {name: of_field(typed, name) for name in touched}
    more = {name: of_field(typed, name) for name in contested}
    return asides.with_more(asides.without(kept, settled, window=window), more, window=window)


def _compared(draft: Draft, stands: Form, mine: Form, shown: Seen) -> tuple[list[str], list[str]]:
    """What was not touched here and differs by now; and what was changed in both places."""
    untouched, contested = [], []
    for name in dict.fromkeys([*mine.fields, *stands.fields]):
        theirs, ours = meaning(stands, name), meaning(mine, name)
        if ours == theirs or _is_worked_out(mine, stands, name):
            continue
        before = shown.hashes.get(name)
        if before == _hash(draft, name, ours) or (before is None and not _was_sent(mine, name)):
            untouched.append(name)
        elif (theirs or before) and before != _hash(draft, name, theirs):
            contested.append(name)
    return untouched, contested


def _was_touched(draft: Draft, mine: Form, shown: Seen, name: str) -> bool:
    before = shown.hashes.get(name)
    return before is not None and before != _hash(draft, name, meaning(mine, name))


def _is_worked_out(mine: Form, stands: Form, name: str) -> bool:
    return isinstance(mine.fields.get(name) or stands.fields.get(name), ResultQuestion)


def _was_sent(form: Form, name: str) -> bool:
    """Whether any part of the question came with the request."""
    return bool(of_field(form.data, name))


def _hash(draft: Draft, name: str, text: str) -> str:
    return keyed_hash("draft answer", str(draft.key), name, text)[:HASH_DIGITS]


def _with(typed: MultiValueDict, stands: Form, names: Iterable[str]) -> MultiValueDict:
    """What was typed, but with the answers to ``names`` as they stand."""
    mixed = typed.copy()
    for name in names:
        put(mixed, stands, name)
    return mixed
