"""On which procedures and laws does an answer stand, as its drafter says?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from motcua.catalog.models import Procedure, ProcedureVersion
from motcua.legal import actions as laws
from motcua.periods import clock

if TYPE_CHECKING:
    from motcua.questions.models import Question


@dataclass(frozen=True, slots=True)
class Ties:
    """Codes of procedures and numbers of laws, each once."""

    procedures: tuple[str, ...] = ()
    laws: tuple[str, ...] = ()


def of(question: Question) -> Ties:
    """Those that stand now, in order; two statements."""
    ties = question.ties.all()
    codes = ties.exclude(procedure=None).order_by("procedure__code")
    numbers = ties.exclude(law=None).order_by("law__number")
    return Ties(
        tuple(codes.values_list("procedure__code", flat=True)),
        tuple(numbers.values_list("law__number", flat=True)),
    )


def versions(question: Question) -> list[ProcedureVersion]:
    """The other procedures that it stands on, as they are today; one statement."""
    today = ProcedureVersion.objects.published().on(clock.today())
    tied = today.filter(procedure__answer_ties__question=question)
    others = tied.exclude(procedure=question.procedure_id) if question.procedure_id else tied
    return list(others.select_related("procedure").order_by("procedure__code"))


def put(question: Question, ties: Ties) -> None:
    """Let the answer stand on these and on no others; say it in the transaction of a move."""
    if ties == of(question):
        return
    question.ties.all().delete()
    model = question.ties.model
    procedures = Procedure.objects.filter(code__in=ties.procedures)
    model.objects.bulk_create(
        [model(question=question, procedure=each) for each in procedures]
        + [model(question=question, law=each) for each in laws.cited(ties.laws)]
    )
