"""How does a head agree to many answers at once, each as it was seen?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from motcua.questions.exceptions import MoveRefused, TooLate
from motcua.questions.models import Question
from motcua.questions.workflow import State

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

AT_MOST = 30
BETWEEN = "~"


@dataclass(slots=True)
class Outcome:
    """How many were approved, and why others were not."""

    approved: int = 0
    refused: list[tuple[str, MoveRefused]] = field(default_factory=list)


def waiting(by: Acting) -> list[Question]:
    """Answers that wait for approval, those due first at the top."""
    drafted = Question.objects.handled_by(by).filter(state=State.DRAFTED)
    return list(
        drafted.select_related("drafter").defer("contact").order_by("due_at", "pk")[:AT_MOST]
    )


def approve_chosen(chosen: Iterable[str], *, by: Acting) -> Outcome:
    """Approve each of ``HD-261122-0004~7``, code and revision; one refused stops no other."""
    revisions = dict(filter(None, map(_read, list(chosen)[:AT_MOST])))
    found = Question.objects.handled_by(by).filter(code__in=revisions)
    outcome = Outcome()
    for question in found:
        try:
            question.as_seen(revisions[question.code]).approve(by=by)
            outcome.approved += 1
        except MoveRefused as refusal:
            outcome.refused.append((question.code, refusal))
    gone = set(revisions) - {question.code for question in found}
    outcome.refused += [(code, TooLate()) for code in sorted(gone)]
    return outcome


def _read(chosen: str) -> tuple[str, int] | None:
    code, _between, revision = chosen.partition(BETWEEN)
    is_number = revision.isascii() and revision.isdigit() and len(revision) < 9
    return (code, int(revision)) if is_number else None
