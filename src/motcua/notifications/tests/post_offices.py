"""A real mail server on this machine, which can also be made to refuse."""

import email
import email.policy
import socket
from contextlib import closing
from email.message import EmailMessage

from aiosmtpd.controller import Controller


def free_port() -> int:
    """A port on which nobody listens."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


class PostOffice:
    """Takes letters, unless told to answer something else."""

    def __init__(self) -> None:
        self.letters: list[EmailMessage] = []
        self.to_recipients: str | None = None
        """What it answers to an address instead of taking it, for example "550 unknown"."""
        self.to_letters: str | None = None
        self.port = free_port()
        self.door = Controller(self, hostname="127.0.0.1", port=self.port)

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        if self.to_recipients:
            return self.to_recipients
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.to_letters:
            return self.to_letters
        self.letters.append(email.message_from_bytes(envelope.content, policy=email.policy.default))
        return "250 OK"
