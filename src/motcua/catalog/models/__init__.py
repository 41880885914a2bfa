"""What is a procedure, and which version of it holds on which day?"""

from .assignments import Assignment
from .endings import AwaitedSuccessor, Ending
from .known_papers import KnownPaper
from .life_events import LifeEvent
from .opinions import PageOpinion
from .parts import Case, Channel, Component, LegalBasis, ResultType
from .procedures import CODE, Procedure, Sector
from .reviewing import CatalogPost, VersionEvent
from .versions import ProcedureVersion
from .workbooks import Workbook

__all__ = [
    "CODE",
    "Assignment",
    "AwaitedSuccessor",
    "Case",
    "CatalogPost",
    "Channel",
    "Component",
    "Ending",
    "KnownPaper",
    "LegalBasis",
    "LifeEvent",
    "PageOpinion",
    "Procedure",
    "ProcedureVersion",
    "ResultType",
    "Sector",
    "VersionEvent",
    "Workbook",
]
