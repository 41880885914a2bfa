"""What comes between writing and sending? A look at what was answered, an address, files."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.accounts.http import citizen_of
from motcua.filekeeping.exceptions import FileRefused
from motcua.questions import contacts, exceptions, follow_links, guards, http, sending, similar
from motcua.questions.forms.asking import CodeForm, SendForm
from motcua.questions.models import Inquiry
from motcua.questions.summary import rows
from motcua.questions.tasks import send_code as job
from motcua.questions.views.asking import too_many_words

URGENT = 100
"""Somebody stands at the form and waits for this letter."""


@never_cache
@login_not_required
@require_safe
def check(request: HttpRequest, key: UUID) -> HttpResponse:
    """What will be sent and to whom, what was answered before, and what is still to be done."""
    inquiry = http.inquiry_of(request, key)
    return redirect("questions:sent", key) if inquiry.is_sent else _page(request, inquiry)


@login_not_required
@require_POST
def send_code(request: HttpRequest, key: UUID) -> HttpResponse:
    """Send the letter with the code, or another one."""
    inquiry = http.inquiry_of(request, key)
    if inquiry.is_sent or not inquiry.email:
        return redirect("questions:check", key)
    if wait := guards.letters_to(inquiry.email):
        messages.error(request, too_many_words(wait))
        return redirect("questions:check", key)
    inquiry.send_code(timezone.now())
    job.configure(priority=URGENT).defer(inquiry_pk=inquiry.pk)
    return redirect(_at(key, "xac-nhan"))


@never_cache
@login_not_required
@sensitive_post_parameters("digits")
@require_http_methods(["GET", "HEAD", "POST"])
def confirm_contact(request: HttpRequest, key: UUID) -> HttpResponse:
    """The six digits come back."""
    inquiry = http.inquiry_of(request, key)
    if request.method != "POST" or inquiry.is_sent:
        return redirect("questions:check", key)
    if not contacts.is_waiting(inquiry, timezone.now()):
        messages.error(request, _("Mã đã hết hạn. Hãy bấm “Gửi mã cho tôi” để nhận mã khác."))
        return redirect(_at(key, "xac-nhan"))
    form = CodeForm(request.POST)
    if form.is_valid():
        if wait := guards.guesses_at(inquiry.key):
            form.add_error("digits", too_many_words(wait))
        elif not contacts.is_right(inquiry, form.cleaned_data["digits"]):
            form.add_error("digits", _("Mã không đúng hoặc đã hết hạn. Hãy xem lại thư mới nhất."))
        else:
            inquiry.confirm_contact(contacts.key_of(inquiry.email))
            return redirect(_at(key, "gui"))
    return _page(request, inquiry, code_form=form)


@login_not_required
@require_POST
def attach(request: HttpRequest, key: UUID) -> HttpResponse:
    """Keep files, one by one; a refused one says why and harms no other."""
    inquiry = http.inquiry_of(request, key)
    if inquiry.is_sent or not _is_certain(request, inquiry):
        return redirect("questions:check", key)
    for file in request.FILES.getlist("files"):
        name = file.name or ""
        try:
            inquiry.attach(file, name=name)
        except FileRefused as refusal:
            messages.error(request, f"{name}: {refusal}")
    return redirect(_at(key, "tep"))


@login_not_required
@require_POST
def remove_file(request: HttpRequest, key: UUID, pk: int) -> HttpResponse:
    inquiry = http.inquiry_of(request, key)
    get_object_or_404(inquiry.files, pk=pk).delete()
    return redirect(_at(key, "tep"))


@never_cache
@login_not_required
@require_http_methods(["GET", "HEAD", "POST"])
def send(request: HttpRequest, key: UUID) -> HttpResponse:
    """The question itself; however often it is pressed, one."""
    inquiry = http.inquiry_of(request, key)
    if request.method != "POST" or inquiry.is_sent:
        return redirect("questions:sent" if inquiry.is_sent else "questions:check", key)
    form = _send_form(request, inquiry)
    if not _is_certain(request, inquiry):
        messages.error(request, _("Hãy xác nhận thư điện tử hoặc đăng nhập trước khi gửi."))
    elif form.is_valid():
        return _send(request, inquiry)
    return _page(request, inquiry, send_form=form)


@never_cache
@login_not_required
@require_safe
def sent(request: HttpRequest, key: UUID) -> HttpResponse:
    """The code of the question, and how to hear of it."""
    inquiry = http.inquiry_of(request, key)
    if inquiry.question is None:
        return redirect("questions:check", key)
    shown = {
        "question": inquiry.question,
        "is_mine": inquiry.question.asker_id is not None,
        "follow_at": follow_links.address(inquiry.question),
    }
    return render(request, "questions/public/sent.html", shown)


def _send(request: HttpRequest, inquiry: Inquiry) -> HttpResponse:
    if wait := guards.questions_of(_contact(request, inquiry)):
        messages.error(request, too_many_words(wait))
        return _page(request, inquiry, status=429)
    try:
        sending.send(inquiry, by=http.acting_of(request))
    except (exceptions.Refused, FileRefused) as refusal:
        messages.error(request, str(refusal))
        return redirect("questions:check", inquiry.key)
    return redirect("questions:sent", inquiry.key)


def _page(
    request: HttpRequest,
    inquiry: Inquiry,
    *,
    code_form: CodeForm | None = None,
    send_form: SendForm | None = None,
    status: int = 200,
) -> HttpResponse:
    is_certain = _is_certain(request, inquiry)
    shown = {
        "inquiry": inquiry,
        "rows": rows(inquiry),
        "addressee": sending.addressee_of(inquiry),
        "similar": similar.to(inquiry.typed.get("title", "")),
        "complaint": sending.looks_like_complaint(inquiry),
        "is_certain": is_certain,
        "is_waiting": contacts.is_waiting(inquiry, timezone.now()),
        "code_form": code_form or CodeForm(),
        "send_form": send_form or _send_form(request, inquiry),
        "files": inquiry.files.select_related("file") if is_certain else [],
        "sign_in": f"{reverse('accounts:citizen_sign_in')}?next={_at(inquiry.key)}",
    }
    return render(request, "questions/public/check.html", shown, status=status)


def _send_form(request: HttpRequest, inquiry: Inquiry) -> SendForm:
    looks_like = sending.looks_like_complaint(inquiry) is not None
    typed = request.POST if request.method == "POST" else None
    return SendForm(typed, looks_like_complaint=looks_like)


def _is_certain(request: HttpRequest, inquiry: Inquiry) -> bool:
    """Whether it is known who asks: signed in, or an address that proved to be theirs."""
    return citizen_of(request) is not None or contacts.is_confirmed(inquiry)


def _contact(request: HttpRequest, inquiry: Inquiry) -> str:
    person = citizen_of(request)
    return f"person {person.pk}" if person else contacts.key_of(inquiry.email)


def _at(key: UUID, part: str = "") -> str:
    """The page of an inquiry, at one of its parts."""
    return reverse("questions:check", args=[key]) + (f"#{part}" if part else "")
