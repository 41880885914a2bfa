"""Where does a demo keep its things? One private folder, used by one demo at a time."""

import fcntl
import hashlib
import os
import secrets
import shutil
import stat
from pathlib import Path
from typing import Self

from motcua.demo.exceptions import AlreadyRunning, NotADemoFolder
from motcua.operations import homes, postgres, processes
from motcua.operations.exceptions import FolderForbidden

MARK = "motcua-demo"
"""The file by which a demo's folder is known; without it nothing is ever deleted."""
KEYS = ("SECRET_KEY", "PERSONAL_DATA_KEY")
RUN = "MOTCUA_DEMO_RUN"
"""The environment variable by which a process is known as a child of the demo in one folder."""


class Folder:
    """DATA_DIR of a demo: its keys, its lock, and what earlier runs left."""

    def __init__(self, path: Path) -> None:
        self.path = path.absolute()
        self.lock: int | None = None

    @classmethod
    def take(cls, path: Path) -> Self:
        """Make or take the folder; refuse one that is not a demo's or that a demo is using."""
        folder = cls(path)
        try:
            folder._make()
        except OSError as refusal:
            raise FolderForbidden(path, refusal.strerror or str(refusal)) from refusal
        folder._lock()
        return folder

    def _make(self) -> None:
        """As root others may pass through: the unprivileged PostgreSQL lives inside."""
        if self.path.exists() and not self.is_demo() and any(self.path.iterdir()):
            raise NotADemoFolder(self.path)
        self.path.mkdir(parents=True, exist_ok=True)
        self.path.chmod(0o711 if os.geteuid() == 0 else 0o700)
        if not self.is_demo():
            self.write(MARK, secrets.token_hex(16))
        for name in ("logs", "mail"):
            (self.path / name).mkdir(mode=0o700, exist_ok=True)

    def is_demo(self) -> bool:
        return (self.path / MARK).is_file()

    def _lock(self) -> None:
        """Hold the lock as long as we live; the system takes it back however we die."""
        file = os.open(self.path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            os.close(file)
            raise AlreadyRunning(self.path, self.read("address")) from None
        self.lock = file
        self.write("supervisor", processes.fingerprint(os.getpid()) or "")

    # --- Small facts, one a file -------------------------------------------------------

    def read(self, name: str) -> str:
        try:
            return (self.path / name).read_text().strip()
        except FileNotFoundError:
            return ""

    def write(self, name: str, text: str) -> None:
        """Write a private file that is either the old one or the whole new one."""
        unfinished = self.path / f"{name}.unfinished"
        descriptor = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w") as file:
            file.write(text + "\n")
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(self.path / name)

    def keys(self) -> dict[str, str]:
        """The demo's secrets, made once; what they sealed can be read only with them."""
        for name in KEYS:
            if not self.read(name):
                self.write(name, secrets.token_urlsafe(48))
        return {name: self.read(name) for name in KEYS}

    # --- What earlier runs left ----------------------------------------------------------

    @property
    def run(self) -> str:
        return self.read(MARK)

    def stop_leftovers(self, child: str = "") -> int:
        """Stop processes of this folder that nobody supervises; only ``child``'s, where named."""
        left = [p for p in processes.marked(RUN, f"{self.run}{child}") if p.pid != os.getpid()]
        processes.stop(left)
        return len(left)


def clear(path: Path) -> bool:
    """Stop what runs in a demo's folder and delete it; answer whether there was one."""
    folder = Folder(path)
    if not folder.path.exists():
        return False
    if not folder.is_demo():
        raise NotADemoFolder(folder.path)
    if supervisor := processes.named(folder.read("supervisor") or "-"):
        processes.stop([supervisor], patience=60)
    folder._lock()
    folder.stop_leftovers()
    postgres.remove(folder.path / "postgres")
    homes.leave(folder.path / "postgres")
    shutil.rmtree(folder.path)
    return True


def fingerprint(*places: Path) -> str:
    """A short name for the contents of files and folders; tests and compiled code do not count."""
    digest = hashlib.sha256()
    for path in sorted(file for place in places for file in _files(place)):
        digest.update(f"{path}\0".encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _files(place: Path) -> list[Path]:
    if place.is_file():
        return [place]
    return [
        file
        for file in place.rglob("*")
        if not {"__pycache__", "tests"} & set(file.parts) and stat.S_ISREG(file.stat().st_mode)
    ]
