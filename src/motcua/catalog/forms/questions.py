"""What has every question on a page, and what has one that takes a line of words?"""

from __future__ import annotations

from typing import Any

from django import forms

from motcua.search import folding


class Question(forms.Field):
    """A field whose answer goes into JSON; whether it must be given the schema says."""

    warning = ""
    """What to look at again; it refuses nothing."""
    is_proposed = False
    """Whether nobody answered it yet and the page proposes what stands there."""
    full_label = ""
    """The label where several entries of a group have the same: with the entry's name."""

    def validate(self, value: Any) -> None:
        """Nothing here: forms.checking asks the schema, once for all questions of a page."""

    def answer(self, value: Any) -> Any:
        """The cleaned value as JSON; None where nothing was said."""
        return None if value in self.empty_values else value

    def as_typed(self, data: Any) -> str | None:
        """What was typed, where it cannot be read as an answer: nothing typed is lost."""
        return folding.nfc(str(data or "")).strip() or None


class LineQuestion(Question, forms.CharField):
    """Words in one line; invisible characters and line breaks are dropped."""

    def to_python(self, value: Any) -> str:
        return " ".join(folding.nfc(super().to_python(value) or "").split())
