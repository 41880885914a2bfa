"""What of a comment may everybody read? Suggestions for a human, and what is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.consultations import exceptions
from motcua.strangers import redaction
from motcua.strangers.redaction import Known, Piece

if TYPE_CHECKING:
    from motcua.consultations.models import Comment


def known_of(comment: Comment) -> Known:
    """What the office knows of who wrote."""
    number = comment.person.personal_number if comment.person else ""
    return Known(name=comment.name, email=comment.email, personal_number=number)


def suggested(comment: Comment) -> str:
    """The text with a placeholder for everything that looks personal."""
    return redaction.redacted(comment.text, known_of(comment))


def marked(comment: Comment) -> list[Piece]:
    """The original in stretches, with what looks personal marked."""
    return redaction.pieces(comment.text, redaction.spans(comment.text, known_of(comment)))


def suggested_name(comment: Comment) -> str:
    """The name where its writer wants it shown, with whom they speak for."""
    named = (comment.name, comment.represents) if comment.shows_name else (comment.represents,)
    return ", ".join(part for part in named if part)[:150]


def refuse_unfit(text: str, name: str) -> None:
    """Raises what keeps a text from being read by everybody."""
    if not text.strip():
        raise exceptions.PublicTextMissing
    found = redaction.certain([text, name], "", redaction.NOBODY)
    if found:
        raise exceptions.StillPersonal(found)
