"""Which draft is built? For whoever writes drafts; others find none."""

from __future__ import annotations

from typing import Any

from django.shortcuts import get_object_or_404

from motcua.catalog.http import for_writers

from .models import FormOfDraft

__all__ = ["draft_of", "for_writers"]


def draft_of(code: str, number: int) -> FormOfDraft:
    """A version that is not published; 404 where there is none, discarded ones included."""
    drafts: Any = FormOfDraft.objects.waiting().select_related("procedure__sector")
    found: FormOfDraft = get_object_or_404(drafts, procedure__code=code, number=number)
    return found
