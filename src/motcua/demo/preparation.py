"""What must be true before the doors open? Tables, the demo province, and files for the browser.

Each step runs in a process of its own and is skipped while nothing that it depends on changed.
"""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from motcua.demo.children import Child
from motcua.demo.exceptions import StepFailed
from motcua.demo.folder import Folder, fingerprint
from motcua.operations.exceptions import NoRoom

PACKAGE = Path(__file__).resolve().parents[1]
LOCK = PACKAGE.parents[1] / "uv.lock"
TIGHT = 100_000_000
"""With fewer bytes free, a step that failed most likely failed for want of them."""
PROVINCE = "province"
SOWING = "making tables and the demo province (about half a minute, the first time only)"
KEEPING = (
    "bringing the tables up to date; the province stays as an earlier version made it "
    "(`make reset` makes it anew)"
)
Say = Callable[[str], None]


@dataclass(frozen=True)
class Step:
    """One command of Django's, and the name of what it depends on."""

    name: str
    sentence: str
    arguments: tuple[str, ...]
    depends: str
    remedy: str = ""

    @property
    def mark(self) -> str:
        """The file that remembers for which state of things this step was taken."""
        return mark(self.name)


def mark(name: str) -> str:
    return f"prepared-{name}"


def steps(database: str, sown: str = "") -> list[Step]:
    """Province and files; ``sown`` is what an earlier run remembered of the province."""
    return [_province(database, sown), _static()]


def _province(database: str, sown: str) -> Step:
    """Tables and province together, since the one needs the other.

    What was sown whole in this database is never sown again: people have worked in it since, and
    another version sows other things.
    """
    where = hashlib.sha256(database.encode()).hexdigest()
    keeps = sown.endswith(f" {where}")
    return Step(
        PROVINCE,
        KEEPING if keeps else SOWING,
        ("prepare_demo", *(["--keep"] if keeps else [])),
        f"{fingerprint(PACKAGE, LOCK)} {where}",
        "If an earlier version made what is in DATA_DIR, `make reset` makes it anew.",
    )


def _static() -> Step:
    return Step(
        "static",
        "collecting style sheets, fonts and scripts",
        ("collectstatic", "--no-input", "--clear", "--verbosity=0"),
        fingerprint(*sorted(PACKAGE.glob("*/static")), LOCK),
    )


def prepare(folder: Folder, environment: Mapping[str, str], say: Say) -> None:
    """Take the steps that are due, side by side."""
    known = steps(environment["DATABASE_URL"], folder.read(mark(PROVINCE)))
    due = [step for step in known if folder.read(step.mark) != step.depends]
    running = [(step, _begin(step, folder, environment, say)) for step in due]
    for step, child in running:
        _finish(step, child, folder)


def _begin(step: Step, folder: Folder, environment: Mapping[str, str], say: Say) -> Child:
    say(f"{step.sentence} …")
    command = [sys.executable, "-m", "django", *step.arguments]
    child = Child(f"prepare-{step.name}", command, environment, folder)
    child.start()
    return child


def _finish(step: Step, child: Child, folder: Folder) -> None:
    assert isinstance(child.process, subprocess.Popen)  # noqa: S101 - started above
    if child.process.wait():
        if shutil.disk_usage(folder.path).free < TIGHT:
            raise NoRoom(folder.path)
        raise StepFailed(step.sentence, step.remedy, child.log, child.last_words())
    folder.write(step.mark, step.depends)
