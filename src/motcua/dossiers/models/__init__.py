"""What is a dossier made of? One noun a file."""

from .allowed_pair import AllowedPair, Pair
from .attachment import Attachment
from .clash import Clash
from .co_applicant import CoApplicant
from .code_counter import CodeCounter
from .declared_relative import DeclaredRelative
from .dossier import Dossier
from .draft import Draft
from .draft_code import DraftCode
from .draft_keeping import DraftKeeping
from .draft_move import DraftMove
from .evaluation import Evaluation
from .event import Event
from .partner import DraftSource, Partner, PartnerPrefill
from .reading import Reading
from .result import Result

__all__ = [
    "AllowedPair",
    "Attachment",
    "Clash",
    "CoApplicant",
    "CodeCounter",
    "DeclaredRelative",
    "Dossier",
    "Draft",
    "DraftCode",
    "DraftKeeping",
    "DraftMove",
    "DraftSource",
    "Evaluation",
    "Event",
    "Pair",
    "Partner",
    "PartnerPrefill",
    "Reading",
    "Result",
]
