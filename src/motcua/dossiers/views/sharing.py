"""Applying together: inviting, accepting, confirming, taking back."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from motcua.accounts import rescuing
from motcua.accounts.rescuing import keeps_typed, keeps_typed_for
from motcua.dossiers import steps
from motcua.dossiers.drafting import confirming, news, sharing
from motcua.dossiers.exceptions import MoveRefused
from motcua.dossiers.forms.citizen import ConfirmForm
from motcua.dossiers.forms.sharing import InvitationForm
from motcua.dossiers.http import Applicant, for_applicants
from motcua.dossiers.models import CoApplicant, Draft
from motcua.dossiers.views.mine import on_my_draft, on_our_draft


@keeps_typed
@on_my_draft
def along(request: Applicant, draft: Draft) -> HttpResponse:
    """Who applies along; POST invites one more."""
    form = InvitationForm(request.POST or rescuing.waiting(request), version=draft.version)
    if request.method == "POST" and form.is_valid() and _invited(request, draft, form):
        rescuing.forget(request)
        return redirect(request.path)
    context = {
        "draft": draft,
        "news": news.of(draft),
        "form": form,
        "along": confirming.standing(draft),
        "declined": draft.co_applicants.declined(),
    }
    return render(request, "dossiers/apply/along.html", context)


def _invited(request: Applicant, draft: Draft, form: InvitationForm) -> bool:
    said = form.cleaned_data
    who = sharing.Invitee(said["name"], said["number"], said["email"], form.chosen_pages)
    try:
        made = sharing.invite(draft, who, by=request.applicant)
    except MoveRefused as refusal:
        form.add_error(None, str(refusal))
        return False
    messages.success(request, _("Đã mời %(name)s cùng nộp.") % {"name": made.name})
    return True


@require_POST
@for_applicants
def accept(request: Applicant, pk: int) -> HttpResponse:
    """Yes to an invitation: on to the draft."""
    waiting = CoApplicant.objects.waiting_for(request.user)
    invitation = get_object_or_404(waiting.select_related("draft__version__procedure"), pk=pk)
    try:
        accepted = sharing.accept(invitation, by=request.applicant)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("dossiers:list")
    draft = accepted.draft
    draft.part = sharing.part_of(draft, request.user) or draft.part
    return redirect(steps.steps_of(draft)[0].address)


@require_POST
@for_applicants
def decline(request: Applicant, pk: int) -> HttpResponse:
    """No to an invitation."""
    invitation = get_object_or_404(CoApplicant.objects.waiting_for(request.user), pk=pk)
    try:
        sharing.decline(invitation, by=request.applicant)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("Đã từ chối lời mời. Người mời được báo ở trang của họ."))
    return redirect("dossiers:list")


@require_POST
@on_our_draft
def revoke(request: Applicant, draft: Draft, pk: int) -> HttpResponse:
    """Take an invitation back, or leave a draft that somebody else began."""
    sharing.revoke(draft, pk, by=request.applicant)
    if not draft.part.is_owners:
        messages.success(request, _("Bạn không còn cùng nộp hồ sơ này."))
        return redirect("dossiers:list")
    messages.success(request, _("Đã thu lại lời mời."))
    return redirect("apply:along", draft.version.procedure.code, draft.key)


@keeps_typed_for("apply:check")
@require_POST
@on_our_draft
def confirm(request: Applicant, draft: Draft) -> HttpResponse:
    """A co-applicant's last word on what they see."""
    form = ConfirmForm(request.POST)
    if form.is_valid():
        try:
            sharing.confirm(draft, by=request.applicant, seen=form.cleaned_data["revision"])
        except MoveRefused as refusal:
            messages.error(request, str(refusal))
        else:
            messages.success(request, _("Đã ghi xác nhận của bạn. Người mời sẽ nộp hồ sơ."))
    else:
        messages.error(request, str(form.errors["confirmed"][0]))
    return redirect("apply:check", draft.version.procedure.code, draft.key)
