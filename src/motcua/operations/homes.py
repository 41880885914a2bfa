"""Where may the unprivileged user that runs PostgreSQL live, when root owns the house?

Root's own home is closed to everybody, so a server that root starts there cannot enter its folder.
Nothing is opened for it: its folder is made elsewhere, and a link at the asked place leads to it.
"""

import os
import secrets
import shutil
from pathlib import Path

from motcua.operations.exceptions import FolderForbidden
from motcua.operations.programs import Runner, runner_for

ELSEWHERE = (Path("/var/lib/motcua"), Path("/var/tmp/motcua"))  # noqa: S108 - private folders inside


def home_for(folder: Path, elsewhere: tuple[Path, ...] = ELSEWHERE) -> Path:
    """``folder`` itself where its server can live there, else the folder to which it now leads."""
    if folder.exists():
        return folder.resolve()
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        runner = runner_for(folder)
        if not runner.drops or runner.may_enter(folder.parent):
            return folder.resolve()
        return _settle(folder, runner, elsewhere)
    except OSError as refusal:
        raise FolderForbidden(folder, refusal.strerror or str(refusal)) from refusal


def _settle(folder: Path, runner: Runner, elsewhere: tuple[Path, ...]) -> Path:
    for place in elsewhere:
        if _opens(place) and runner.may_enter(place):
            home = place / secrets.token_hex(8)
            home.mkdir(mode=0o700)
            folder.unlink(missing_ok=True)  # a link whose home somebody deleted
            folder.symlink_to(home)
            return home
    raise FolderForbidden(
        folder, f"user number {runner.uid}, who runs PostgreSQL, may not enter it"
    )


def _opens(place: Path) -> bool:
    """A folder of root's that others may pass through but neither list nor change."""
    try:
        place.mkdir(exist_ok=True)
        found = place.lstat()
        if place.is_symlink() or found.st_uid != os.geteuid():
            return False
        place.chmod(0o711)
    except OSError:
        return False
    return True


def leave(folder: Path) -> None:
    """Delete the home of ``folder`` and the link that leads to it."""
    shutil.rmtree(folder.resolve(), ignore_errors=True)
    if folder.is_symlink():
        folder.unlink()
