"""What changed from one version to another? Part by part, line by line, word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from django.utils.translation import gettext as _

from motcua.catalog import lines

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion

ALIKE = 0.5
"""From here on two lines are one that was changed; below, one went and another came."""
LONGEST = 4_000
"""Words of a line that are compared one by one; a longer one is shown as gone and come."""
WORDS = re.compile(r"\s+|\w+(?:[./-]\w+)*|[^\s\w]")
"""Numbers of texts, codes, amounts and days are one word: *1234/QĐ-UBND*, *8.000*."""


class Kind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    SAME = "same"


class Span(NamedTuple):
    """Words that stayed, went or came."""

    kind: Kind
    words: str


class Change(NamedTuple):
    """A line that went, came or was changed."""

    kind: Kind
    spans: list[Span]

    @property
    def label(self) -> str:
        return {Kind.ADDED: _("Thêm"), Kind.REMOVED: _("Bỏ")}.get(self.kind, _("Sửa"))


class Part(NamedTuple):
    """A legal part of the procedure, with what changed in it."""

    name: str
    changes: list[Change]


class Difference(NamedTuple):
    """What differs, and the names of the parts in which nothing does."""

    parts: list[Part]
    unchanged: list[str]


def between(earlier: ProcedureVersion | None, later: ProcedureVersion) -> Difference:
    """From ``earlier`` to ``later``, both with their parts; without an earlier all is new."""
    before, after = (lines.of(earlier) if earlier else {}), lines.of(later)
    found = [Part(name, list(_changes(before.get(name, []), after[name]))) for name in after]
    told = [_with_unsaid(part, earlier, later) for part in found]
    same = [part.name for part in told if not part.changes and after[part.name]]
    return Difference([part for part in told if part.changes], same)


def _with_unsaid(part: Part, earlier: ProcedureVersion | None, later: ProcedureVersion) -> Part:
    """What no question of a form says: bounds, patterns, calculations, its paper."""
    if part.name != lines.form_named() or part.changes or earlier is None:
        return part
    if (earlier.form, earlier.form_layout) == (later.form, later.form_layout):
        return part
    said = _(
        "Câu hỏi giữ nguyên; cách kiểm tra, cách tính, điền sẵn hoặc bản giấy của biểu mẫu "
        "thay đổi. Hãy xem trước biểu mẫu."
    )
    return Part(part.name, [Change(Kind.CHANGED, [Span(Kind.SAME, said)])])


def _changes(before: Sequence[str], after: Sequence[str]) -> Iterator[Change]:
    matched = SequenceMatcher(None, before, after, autojunk=False)
    for what, a, b, c, d in matched.get_opcodes():
        if what != "equal":
            yield from _replaced(before[a:b], after[c:d])


def _replaced(gone: Sequence[str], come: Sequence[str]) -> Iterator[Change]:
    """Lines that stand for each other in order, as far as they are alike; then what remains."""
    rest = list(come)
    for line in gone:
        found = next((other for other in rest if _spans(line, other)), None)
        if found is None:
            yield Change(Kind.REMOVED, [Span(Kind.REMOVED, line)])
            continue
        yield from (
            Change(Kind.ADDED, [Span(Kind.ADDED, one)]) for one in rest[: rest.index(found)]
        )
        rest = rest[rest.index(found) + 1 :]
        yield Change(Kind.CHANGED, _spans(line, found))
    yield from (Change(Kind.ADDED, [Span(Kind.ADDED, one)]) for one in rest)


def _spans(before: str, after: str) -> list[Span]:
    """The words of both, where the lines are alike; else nothing."""
    old, new = WORDS.findall(before), WORDS.findall(after)
    matched = SequenceMatcher(None, old, new, autojunk=False)
    if max(len(old), len(new)) > LONGEST or matched.quick_ratio() < ALIKE:
        return []
    return list(_words(matched, old, new)) if matched.ratio() >= ALIKE else []


def _words(matched: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Span]:
    for what, a, b, c, d in matched.get_opcodes():
        if what == "equal":
            yield Span(Kind.SAME, "".join(old[a:b]))
            continue
        if gone := "".join(old[a:b]):
            yield Span(Kind.REMOVED, gone)
        if come := "".join(new[c:d]):
            yield Span(Kind.ADDED, come)
