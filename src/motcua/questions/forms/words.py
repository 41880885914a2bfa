"""How are somebody's words read? As a reader will see them."""

from typing import Any

from django import forms

from motcua.search.folding import nfc


class WordsField(forms.CharField):
    """Composed, without invisible characters; what has nothing else is empty."""

    def to_python(self, value: Any) -> str:
        return nfc(super().to_python(value) or "").strip()
