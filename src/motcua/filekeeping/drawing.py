"""How does the first page look? Drawn by a process of its own, with little memory and no way out.

Decoders of pictures and of PDF are large and meet what strangers send: what crashes, hangs or
swells there takes nothing else with it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import IO

from motcua.filekeeping import exceptions

PROGRAM = Path(__file__).with_name("drawn_apart.py")
PATIENCE = 30
"""Seconds, of which it may compute 20."""
LARGEST_SIDE, SMALL_SIDE = 2000, 240
QUALITY = 82
"""Of the JPEG that it writes."""
LOCKED = 3
"""What the program answers where a PDF asks for a password."""


class NotDrawn(Exception):
    """What should be a picture or a page cannot be read; ``code`` is the program's answer."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


def drawn(stream: IO[bytes], media_type: str, *, side: int, pixels: int) -> bytes:
    """The picture or the first page as JPEG, upright, no side longer than ``side``.

    Raises NotDrawn; also where the picture has more than ``pixels``.
    """
    stream.seek(0)
    command = [sys.executable, "-I", str(PROGRAM), media_type, str(side), str(pixels)]
    try:
        done = subprocess.run(
            command, input=stream.read(), capture_output=True, timeout=PATIENCE, env={}, check=False
        )
    except subprocess.TimeoutExpired as late:
        raise NotDrawn(-1) from late
    if done.returncode or not done.stdout:
        raise NotDrawn(done.returncode)
    return done.stdout


def refuse_locked(stream: IO[bytes]) -> None:
    """Raises Locked where a PDF asks for a password; one that only forbids to print opens."""
    try:
        drawn(stream, "application/pdf", side=16, pixels=1)
    except NotDrawn as problem:
        if problem.code == LOCKED:
            raise exceptions.Locked from problem
