"""What does a cell mean? Typed in as words, numbers or days, it is one thing, or a sentence why."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from django.utils.translation import gettext as _

from motcua.accounts import personal_numbers
from motcua.accounts.exceptions import NotAPersonalNumber
from motcua.search.folding import fold
from motcua.ui.xlsx.cells import Value
from motcua.ui.xlsx.values import Unclear, day, text

__all__ = ["Unclear", "count", "day", "one_of", "personal_number", "several_of", "text", "yes"]


def count(value: Value | None) -> int | None:
    """A whole number of people, also where it is kept as text."""
    words = text(value)
    if not words:
        return None
    if not words.isascii() or not words.isdigit() or not 1 <= int(words[:9]) <= 9999:
        said = _("“%(words)s” không phải số người. Hãy ghi một số từ 1 trở lên.")
        raise Unclear(said % {"words": words[:40]})
    return int(words)


def personal_number(value: Value | None) -> str:
    """The twelve digits; a cell of a number has lost its zero. No sentence repeats what it says."""
    words = text(value)
    if not words:
        return ""
    if isinstance(value, int | float) and len(words) < 12:
        raise Unclear(
            _(
                "Ô này là số nên đã mất chữ số 0 ở đầu. Hãy định dạng ô là văn bản (Text) rồi ghi "
                "lại đủ 12 chữ số."
            )
        )
    try:
        return personal_numbers.cleaned(words)
    except NotAPersonalNumber as wrong:
        said = _("%(why)s Hãy xem lại thẻ căn cước.")
        raise Unclear(said % {"why": wrong.messages[0]}) from None


def yes(value: Value | None) -> bool | None:
    """*có*, *không*, or a tick."""
    words = fold(text(value))
    if not words:
        return None
    if words in {"co", "x", "1", "true"}:
        return True
    if words in {"khong", "0", "false"}:
        return False
    raise Unclear(_("Chỉ ghi “có” hoặc “không”."))


def one_of(
    value: Value | None, known: Mapping[str, object], *, also: Mapping[str, object] | None = None
) -> object | None:
    """What a word of a list stands for, with or without marks."""
    words = text(value)
    if not words:
        return None
    by_fold = {_bare(label): meaning for label, meaning in {**known, **(also or {})}.items()}
    if _bare(words) not in by_fold:
        told = {"words": words[:40], "known": ", ".join(known)}
        raise Unclear(_("Không hiểu “%(words)s”. Hãy ghi một trong: %(known)s.") % told)
    return by_fold[_bare(words)]


@lru_cache(maxsize=4096)  # a column has few words, in thousands of rows
def _bare(words: str) -> str:
    """Without marks and commas: a list to choose from cannot hold a comma."""
    return " ".join(fold(words).replace(",", " ").split())


def several_of(value: Value | None, known: Mapping[str, object]) -> list[object] | None:
    """The same for words between commas."""
    words = [part for part in re.split(r"[,;]", text(value)) if part.strip()]
    return [one_of(part, known) for part in words] if words else None
