"""What does a letter about a question say? As with dossiers: the code, the office, the next step.

Nothing that somebody typed travels openly: neither the question nor the answer nor a reason.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

from motcua.periods.clock import day_of
from motcua.questions import follow_links, workflow
from motcua.ui.models import SiteIdentity

from .wording import Words, address_of, in_words

if TYPE_CHECKING:
    from motcua.questions.models import Question

    from .models import QuestionLetter

ANSWERS = frozenset({workflow.PUBLISH.verb, workflow.ANSWER_PRIVATELY.verb})
"""Moves that answer everybody who asked the same."""
TOLD = ANSWERS | frozenset(
    move.verb
    for move in (
        workflow.ASK,
        workflow.FORWARD,
        workflow.RETURN,
        workflow.ASK_FOR_MORE,
        workflow.MERGE,
        workflow.REVISE,
        workflow.REOPEN,
        workflow.WITHDRAW,
    )
)
"""Steps that the asker is told of; what goes on inside an office is the office's."""


def words_about_question(letter: QuestionLetter) -> Words:
    """The letter, in Vietnamese."""
    event, question = letter.event, letter.question
    day = day_of(event.at)
    facts = {
        "code": question.code,
        "office": event.organization.name_on(day),
        "due": question.answer_due_at,
        "is_petition": question.is_petition,
        "is_public": event.verb == workflow.PUBLISH.verb,
        "link": link_to(question),
        "needs_sign_in": question.asker_id is not None,
        "site": SiteIdentity.objects.on(day).first(),
        "is_demo": event.organization.is_demo,
    }
    with translation.override(settings.LANGUAGE_CODE):
        return in_words(f"question_{event.verb}", facts)


def link_to(question: Question) -> str:
    """The page of the account, or the signed link of somebody without one."""
    followed = follow_links.address(question)
    if followed:
        return settings.BASE_URL.rstrip("/") + followed
    return address_of("my_questions:detail", question.code)
