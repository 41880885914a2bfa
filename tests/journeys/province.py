"""The demo as ``make demo`` runs it: its own database, web server, worker, letters, sign-in."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from motcua.demo.folder import Folder, clear
from motcua.demo.outgoing_mail import OutgoingLetter, newest

COLD_START = 240
"""Seconds until a demo is open for the first time, on a small machine with all its cores busy."""
UNTIL_A_LETTER = 60
"""Seconds: the worker looks for jobs every few seconds."""


@dataclass(frozen=True)
class Province:
    """One running demo."""

    address: str
    folder: Path

    def letter(self, *words: str) -> OutgoingLetter:
        """The newest letter that says all of ``words``, as soon as it is there."""
        deadline = time.monotonic() + UNTIL_A_LETTER
        while time.monotonic() < deadline:
            for letter in newest(self.folder / "mail"):
                if all(word in f"{letter.subject}\n{letter.body}" for word in words):
                    return letter
            time.sleep(0.2)
        raise AssertionError(f"no letter says {words} within {UNTIL_A_LETTER} s")


@contextmanager
def running(folder: Path, tables: Path) -> Iterator[Province]:
    """Start a demo in ``folder``, wait until its doors are open, stop it afterwards.

    Its database is the one in ``tables``, with all tables and without a row: what make test made.
    """
    os.close(Folder.take(folder).lock)
    (folder / "postgres").symlink_to(tables)
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    environment |= {"DATA_DIR": str(folder), "PORT": "8640"}
    with (folder.parent / "demo.log").open("w") as log:
        demo = subprocess.Popen(
            [sys.executable, "-m", "motcua.demo"], env=environment, stdout=log, stderr=log
        )
        try:
            yield Province(_address(demo, folder), folder)
        finally:
            demo.terminate()
            demo.wait(60)
            clear(folder)


OURS = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE", "SECRET_KEY", "PERSONAL_DATA_KEY"}
"""What this test run told itself; the demo has its own."""


def _address(demo: subprocess.Popen[bytes], folder: Path) -> str:
    deadline = time.monotonic() + COLD_START
    while time.monotonic() < deadline and demo.poll() is None:
        if (folder / "address").exists() and (said := (folder / "address").read_text().strip()):
            return said.rstrip("/")
        time.sleep(0.2)
    raise AssertionError((folder.parent / "demo.log").read_text())
