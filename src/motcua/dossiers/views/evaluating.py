"""Where an applicant says how satisfied they are, on the page of their own dossier."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from motcua.dossiers.forms.evaluation import EvaluationForm
from motcua.dossiers.http import Applicant, for_applicants
from motcua.dossiers.views import citizen
from motcua.filekeeping.exceptions import Refused

CONFLICT = 409


@for_applicants
def evaluate(request: Applicant, code: str) -> HttpResponse:
    """What was typed stays where it cannot be taken."""
    dossier = citizen.my_dossier(request, code)
    if request.method != "POST":
        return redirect("dossiers:detail", code)
    form, status = EvaluationForm(request.POST), 200
    if form.is_valid():
        try:
            form.evaluate(dossier, by=request.applicant)
        except Refused as refusal:
            form.add_error(None, str(refusal))
            status = CONFLICT
        else:
            messages.success(request, _("Đã ghi đánh giá. Cảm ơn ông/bà."))
            return redirect("dossiers:detail", code)
    page = citizen.page(request, dossier) | {"evaluation_form": form}
    return render(request, "dossiers/citizen/detail.html", page, status=status)
