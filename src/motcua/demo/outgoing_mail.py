"""Which letters did the demo send? Read from the files of its mail server (``mail_sink``)."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime
from pathlib import Path

SHOWN = 50
"""The page shows the newest."""


@dataclass(frozen=True, slots=True)
class OutgoingLetter:
    """A letter as its mailbox would show it; every part is plain text."""

    to: str
    subject: str
    sent_at: datetime | None
    body: str


def newest(folder: Path) -> list[OutgoingLetter]:
    """The letters in ``folder``, newest first; none where the demo has sent none."""
    files = sorted(folder.glob("*.eml"), key=lambda file: file.name, reverse=True)
    return [read(file) for file in files[:SHOWN]]


def read(file: Path) -> OutgoingLetter:
    """One file, with whatever it lacks left empty."""
    message = message_from_bytes(file.read_bytes(), _class=EmailMessage, policy=default)
    return OutgoingLetter(
        to=str(message.get("To", "")),
        subject=str(message.get("Subject", "")).strip(),
        sent_at=_moment(message),
        body=_text(message),
    )


def _moment(message: EmailMessage) -> datetime | None:
    try:
        moment = parsedate_to_datetime(str(message["Date"]))
    except (TypeError, ValueError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)  # "-0000" is UTC: RFC 5322, 3.3


def _text(message: EmailMessage) -> str:
    """The plain text; HTML is never shown, however it came in."""
    part = message.get_body(("plain",))
    try:
        return str(part.get_content()).strip() if part else ""
    except (LookupError, ValueError):
        return ""
