"""What is a dossier made of? One noun a file."""

from .attachment import Attachment
from .code_counter import CodeCounter
from .dossier import Dossier
from .draft import Draft
from .event import Event
from .reading import Reading
from .result import Result
from .stored_file import StoredFile

__all__ = [
    "Attachment",
    "CodeCounter",
    "Dossier",
    "Draft",
    "Event",
    "Reading",
    "Result",
    "StoredFile",
]
