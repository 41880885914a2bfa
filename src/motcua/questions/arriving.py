"""Where does a question arrive that is sent to an office which may have ended?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from motcua.organizations import wrong_door
from motcua.organizations.models import Organization

if TYPE_CHECKING:
    from motcua.organizations.wrong_door import Arrival
    from motcua.questions.models import Question


def at(named: Organization, question: Question, day: date) -> Arrival | None:
    """There, or at its heir for the procedure and the place; None where nobody answers."""
    if named.holds_on(day) or question.procedure is None:
        return wrong_door.arrive(named, day, unit=question.unit)
    code, function = question.procedure.code, question.procedure.sector.function
    return wrong_door.arrive(
        named, day, function=function or "", procedure_code=code, unit=question.unit
    )
