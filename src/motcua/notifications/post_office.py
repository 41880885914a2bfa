"""How does a letter leave the house? By SMTP, with every answer of the server told apart."""

from __future__ import annotations

import smtplib
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.mail import EmailMessage
from django.core.validators import validate_email

from .consultation_wording import words_about_summary
from .directive_wording import words_about_task
from .draft_wording import words_about_draft
from .exceptions import LetterRefused, MailServerAway
from .models import (
    ConsultationLetter,
    DirectiveLetter,
    DraftLetter,
    Letter,
    PaperLetter,
    PlanLetter,
    QuestionLetter,
    StaffLetter,
)
from .paper_wording import words_about_paper
from .plan_wording import words_about_plan
from .question_wording import words_about_question
from .staff_wording import words_about_account
from .wording import words_of

if TYPE_CHECKING:
    from .models import Posted
    from .wording import Words

FOR_EVER = 500
"""Replies from 500 on are final; below it the server asks to come again (RFC 5321, 4.2.1)."""


def hand_in(letter: Posted) -> None:
    """Give the letter to the mail server.

    Raises MailServerAway where another try may help, LetterRefused where none will.
    """
    address = letter.address
    _refuse_what_is_no_address(address)
    message = _message(letter, address, _words(letter))
    try:
        message.send()
    except smtplib.SMTPRecipientsRefused as refusal:
        code = max(code for code, _said in refusal.recipients.values())
        raise _told_apart(code, Letter.Problem.ADDRESS_REFUSED) from None
    except smtplib.SMTPDataError as refusal:
        raise _told_apart(refusal.smtp_code, Letter.Problem.LETTER_REFUSED) from None
    except smtplib.SMTPResponseException as refusal:
        # At the greeting, at sign-in, or our own sender: ours to repair, so the letter waits.
        raise MailServerAway(refusal.smtp_code) from None
    except (OSError, smtplib.SMTPException):
        raise MailServerAway from None


def _words(letter: Posted) -> Words:
    return WORDS[type(letter)](letter)


def _words_of_event(letter: Letter) -> Words:
    return words_of(letter.event, is_along=letter.co_applicant_id is not None)


WORDS: dict[type[Posted], Callable[..., Words]] = {
    ConsultationLetter: words_about_summary,
    DirectiveLetter: words_about_task,
    DraftLetter: words_about_draft,
    Letter: _words_of_event,
    PaperLetter: words_about_paper,
    PlanLetter: words_about_plan,
    QuestionLetter: words_about_question,
    StaffLetter: words_about_account,
}
"""Who writes the words of each kind of letter."""


def _refuse_what_is_no_address(address: str) -> None:
    try:
        validate_email(address)
    except ValidationError:
        raise LetterRefused(Letter.Problem.ADDRESS_REFUSED) from None


def _message(letter: Posted, address: str, words: Words) -> EmailMessage:
    domain = settings.DEFAULT_FROM_EMAIL.rpartition("@")[2].strip(">") or "localhost"
    return EmailMessage(
        words.subject,
        words.body,
        to=[address],
        headers={
            "Message-ID": f"<{letter.key}@{domain}>",
            "Auto-Submitted": "auto-generated",  # RFC 3834: no answering machine answers
        },
    )


def _told_apart(code: int, problem: str) -> MailServerAway | LetterRefused:
    return LetterRefused(problem, code) if code >= FOR_EVER else MailServerAway(code)
