"""The form of a draft as Wagtail sees it: something that can be previewed while it is built."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from wagtail.models import PreviewableMixin

from motcua.catalog import forms as procedure_forms
from motcua.catalog.models import ProcedureVersion


class FormOfDraft(PreviewableMixin, ProcedureVersion):
    """A version whose form is being built; its preview is the page that a citizen fills in."""

    class Meta:
        proxy = True
        default_permissions = ()

    shown_by: Callable[..., Any]
    """What makes the page; the view says so, who knows how pages are made."""

    @property
    def preview_modes(self) -> list[tuple[str, str]]:
        """Every page of the form by its number, the first shown first."""
        pages = procedure_forms.pages(self)
        return [(str(page.number), f"{page.number}. {page.title}") for page in pages] or [
            ("1", "1")
        ]

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """What Wagtail asks of whatever it previews."""
        return self.shown_by(request, self, mode_name)
