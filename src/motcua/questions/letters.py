"""Which letter does this room send itself? The one with the code that proves an address.

Letters about what happened to a question are the business of a room above. This one belongs to the
form: it is asked for by whoever stands at it, and says nothing but the code.
"""

from __future__ import annotations

from django.conf import settings
from django.core.mail import EmailMessage
from django.template import Context
from django.template.loader import get_template
from django.utils import timezone, translation

from motcua.questions import contacts
from motcua.questions.models import Inquiry
from motcua.ui import identity


def send_code(inquiry_pk: int) -> None:
    """Send the code of an inquiry that still waits for it; raises what the mail server says."""
    inquiry = Inquiry.objects.filter(pk=inquiry_pk, question=None).first()
    if inquiry is None or not contacts.is_waiting(inquiry, timezone.now()):
        return
    with translation.override(settings.LANGUAGE_CODE):
        _message(inquiry).send()


def _message(inquiry: Inquiry) -> EmailMessage:
    facts = {
        "code": contacts.code_of(inquiry),
        "minutes": settings.QUESTION_CODE_SECONDS // 60,
        "portal": identity.today().name,
    }
    return EmailMessage(
        " ".join(_filled("subject", facts).split()),
        _filled("body", facts),
        to=[inquiry.email],
        headers={"Auto-Submitted": "auto-generated"},
    )


def _filled(part: str, facts: dict[str, object]) -> str:
    """One template, without HTML's escapes: a letter is plain text."""
    found = get_template(f"questions/letters/code/{part}.txt")
    text: str = found.template.render(Context(facts, autoescape=False))  # type: ignore[attr-defined]  # Django's engine
    return text
