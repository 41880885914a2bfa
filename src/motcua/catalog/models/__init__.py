"""What is a procedure, and which version of it holds on which day?"""

from .assignments import Assignment
from .parts import Case, Channel, Component, LegalBasis, ResultType
from .procedures import Procedure, Sector
from .reviewing import CatalogPost, VersionEvent
from .versions import ProcedureVersion

__all__ = [
    "Assignment",
    "Case",
    "CatalogPost",
    "Channel",
    "Component",
    "LegalBasis",
    "Procedure",
    "ProcedureVersion",
    "ResultType",
    "Sector",
    "VersionEvent",
]
