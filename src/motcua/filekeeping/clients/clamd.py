"""How does one ask ClamAV? Over its socket, by INSTREAM, as ``man clamd`` has it."""

from __future__ import annotations

import socket
import time
from collections.abc import Iterator
from typing import IO
from urllib.parse import urlsplit

CHUNK = 64 * 1024
PATIENCE = 30
"""Seconds without a word until it counts as away."""
DEADLINE = 60
"""Seconds for the whole talk: one that says a letter now and then is away as well."""
COMMAND = b"zINSTREAM\0"
LONGEST_ANSWER = 4096


class Away(Exception):
    """Nobody answers, or not whether it is clean."""


def threat_in(stream: IO[bytes], address: str) -> str:
    """The name of what it finds, empty where it finds nothing; raises Away.

    ``address``: ``/run/clamav/clamd.ctl``, or ``tcp://127.0.0.1:3310``.
    """
    try:
        with _connected(address) as line:
            return _verdict(_told(_Talk(line), stream))
    except OSError as problem:
        raise Away(str(problem)) from problem


def _connected(address: str) -> socket.socket:
    if address.startswith("tcp://"):
        at = urlsplit(address)
        return socket.create_connection((at.hostname or "", at.port or 3310), timeout=PATIENCE)
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    line.settimeout(PATIENCE)
    try:
        line.connect(address.removeprefix("unix:"))
    except OSError:
        line.close()
        raise
    return line


class _Talk:
    """A line on which nobody waits longer than PATIENCE for a word, or DEADLINE for all."""

    def __init__(self, line: socket.socket) -> None:
        self.line, self.ends = line, time.monotonic() + DEADLINE

    def _in_time(self) -> socket.socket:
        left = self.ends - time.monotonic()
        if left <= 0:
            raise TimeoutError("it talks too long")
        self.line.settimeout(min(left, PATIENCE))
        return self.line

    def sendall(self, words: bytes) -> None:
        self._in_time().sendall(words)

    def recv(self, most: int) -> bytes:
        return self._in_time().recv(most)


def _told(line: _Talk, stream: IO[bytes]) -> str:
    """Its answer, such as ``stream: OK`` or ``stream: Win.Test.EICAR_HDB-1 FOUND``."""
    line.sendall(COMMAND)
    for chunk in _pieces(stream):
        line.sendall(len(chunk).to_bytes(4, "big") + chunk)
    line.sendall(bytes(4))
    answer = b""
    while len(answer) < LONGEST_ANSWER and (more := line.recv(LONGEST_ANSWER)):
        answer += more
    return answer.decode(errors="replace").strip("\0\n ")


def _pieces(stream: IO[bytes]) -> Iterator[bytes]:
    stream.seek(0)
    while chunk := stream.read(CHUNK):
        yield chunk


def _verdict(answer: str) -> str:
    """Anything but a plain yes or no, such as a file over its limit, is no answer."""
    if answer == "stream: OK":
        return ""
    if answer.startswith("stream: ") and answer.endswith(" FOUND"):
        return answer.removeprefix("stream: ").removesuffix(" FOUND")
    raise Away(answer)
