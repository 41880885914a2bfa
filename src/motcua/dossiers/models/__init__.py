"""What is a dossier made of? One noun a file."""

from .allowed_pair import AllowedPair, Pair
from .attachment import Attachment
from .clash import Clash
from .code_counter import CodeCounter
from .declared_relative import DeclaredRelative
from .dossier import Dossier
from .draft import Draft
from .evaluation import Evaluation
from .event import Event
from .reading import Reading
from .result import Result

__all__ = [
    "AllowedPair",
    "Attachment",
    "Clash",
    "CodeCounter",
    "DeclaredRelative",
    "Dossier",
    "Draft",
    "Evaluation",
    "Event",
    "Pair",
    "Reading",
    "Result",
]
