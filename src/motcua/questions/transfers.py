"""How do open questions follow their office into another one, and back?

All of an office's at once: the office changes and nothing else, so that codes, terms, drafts and
drafters stay. Whoever reorganizes fills ``moving`` (``organizations.transferring``).
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Unpack

from django.db import transaction

from motcua.organizations.models import Organization
from motcua.organizations.transferring import Decided, Work, moved
from motcua.questions import workflow
from motcua.questions.models import Question
from motcua.questions.signals import questions_transferred
from motcua.questions.workflow import Move

if TYPE_CHECKING:
    from motcua.questions.queries import QuestionQuerySet

OFFICE = {"organization_id": "went.organization_id"}
OPEN = Work(
    table="questions_question",
    events="questions_questionevent",
    refers="question_id",
    open=workflow.OPEN,
    others=OFFICE,
)
ANY = Work(
    table="questions_question",
    events="questions_questionevent",
    refers="question_id",
    others=OFFICE,
)
"""What came goes back, even if its asker has withdrawn it since."""


def open_at(organizations: Iterable[Organization | int]) -> QuestionQuerySet:
    """What these offices still owe an answer to."""
    owed: QuestionQuerySet = Question.objects.open().filter(organization__in=organizations)
    return owed


def transfer(moving: str, **decided: Unpack[Decided]) -> int:
    """Let open questions follow their office; how many went."""
    return _move(OPEN, workflow.TRANSFER, moving, decided)


def give_back(moving: str, **decided: Unpack[Decided]) -> int:
    """Undo it: ``moving`` is the same the other way round."""
    return _move(ANY, workflow.TRANSFER_BACK, moving, decided)


@transaction.atomic
def _move(work: Work, move: Move, moving: str, decided: Decided) -> int:
    count = work.move(moving, verb=move.verb, **decided)
    went = moved(Question.objects.all(), moving, move.verb, decided["at"])
    questions_transferred.send(Question, questions=went, verb=move.verb, at=decided["at"])
    return count
