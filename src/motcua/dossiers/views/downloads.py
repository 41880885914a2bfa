"""How do receipts leave the house? Set anew, and kept by no cache."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse

from motcua.dossiers import receipts
from motcua.paperwork.typesetting import typeset
from motcua.ui import doors
from motcua.ui.sitemaps import absolute

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier
    from motcua.paperwork.filled_forms import FilledForm


def receipt(dossier: Dossier) -> HttpResponse:
    """The receipt that holds now, set anew from the facts that were kept."""
    # The printed code outlives this request: it leads to the portal's own address, whatever the
    # Host header said and whatever stands in front.
    look_up = absolute(f"{doors.address(doors.LOOK_UP)}?ma={dossier.code}")
    facts = {**(receipts.receipt_data(dossier) or {}), "look_up_url": look_up}
    page = typeset("receipt", facts)
    response = HttpResponse(page, content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="giay-tiep-nhan-{dossier.code}.pdf"'
    return _private(response)


def filled_form(form: FilledForm) -> HttpResponse:
    """The form with its answers, set from what is kept."""
    response = HttpResponse(typeset("form", form), content_type="application/pdf")
    response["Content-Disposition"] = f'inline; filename="to-khai-{form["code"]}.pdf"'
    return _private(response)


def _private(response: HttpResponse) -> HttpResponse:
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
