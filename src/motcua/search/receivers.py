"""What does this room do when an answer has left the house, or a document came or went?"""

from typing import Any

from . import documents
from .unanswered import notebook


def answer_left(**_said: Any) -> None:
    """Write the questions without a result; whoever waited has the answer already."""
    if notebook.is_due():
        notebook.write()


def document_came(instance: Any, **_said: Any) -> None:
    """Let it be found, in the transaction that keeps it."""
    documents.put(instance)


def document_went(instance: Any, **_said: Any) -> None:
    """Let it no longer be found."""
    documents.forget(instance)
