"""How does one process of the demo live? Started, watched, started again when it dies."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from motcua.demo.folder import RUN, Folder

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 30.0
WELL_AFTER = 60.0
"""A child that lived this long was well; its next restart does not wait."""
LONGEST_LOG = 5_000_000


@dataclass
class Child:
    """One process with its log, for example the web server."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Folder
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = FIRST_PAUSE
    due: float | None = field(default=None)

    @property
    def log(self) -> Path:
        return self.folder.path / "logs" / f"{self.name}.log"

    def start(self) -> None:
        """In a session of its own: Ctrl-C reaches the supervisor, who stops children in order."""
        mark = {RUN: f"{self.folder.run}-{self.name}"}
        with self._log_file() as log:
            self.process = subprocess.Popen(
                self.command,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                env={**self.environment, **mark},
                start_new_session=True,
            )
        self.started, self.due = time.monotonic(), None

    def _log_file(self) -> IO[bytes]:
        is_long = self.log.exists() and self.log.stat().st_size > LONGEST_LOG
        flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if is_long else os.O_APPEND)
        return os.fdopen(os.open(self.log, flags, 0o600), "ab")

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def look_after(self) -> str | None:
        """Start again what died, after a pause that doubles; a sentence when something happened."""
        if self.is_running():
            return None
        if self.due is None:
            return self._plan()
        if time.monotonic() < self.due:
            return None
        self.folder.stop_leftovers(f"-{self.name}")
        self.start()
        return f"{self.name} is started again."

    def _plan(self) -> str:
        now = time.monotonic()
        self.pause = FIRST_PAUSE if now - self.started > WELL_AFTER else self.pause
        self.due = now + self.pause
        pause, self.pause = self.pause, min(self.pause * 2, LONGEST_PAUSE)
        ended = self.process.returncode if self.process else None
        return f"{self.name} ended ({_how(ended)}); it starts again in {pause:.0f} s."

    def ask_to_stop(self) -> None:
        if self.process is not None and self.is_running():
            self.process.terminate()

    def last_words(self, lines: int = 15) -> str:
        if not self.log.exists():
            return ""
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-lines:])


def _how(code: int | None) -> str:
    if code is not None and code < 0:
        return f"killed by signal {-code}"
    return f"exit code {code}"
