"""The letters of the house, a noun a file."""

from .draft_letter import DraftLetter
from .letters import ConsultationLetter, DirectiveLetter, Letter, QuestionLetter, StaffLetter
from .paper_letter import PaperLetter
from .plan_letter import PlanLetter
from .plan_telling import PlanTelling
from .posted import Posted

__all__ = [
    "ConsultationLetter",
    "DirectiveLetter",
    "DraftLetter",
    "Letter",
    "PaperLetter",
    "PlanLetter",
    "PlanTelling",
    "Posted",
    "QuestionLetter",
    "StaffLetter",
]
