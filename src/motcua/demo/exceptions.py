"""How can the demo fail to start? Each situation says what helps."""

from pathlib import Path

from motcua.operations.exceptions import CannotStart


class NotADemoFolder(CannotStart):
    def __init__(self, path: Path) -> None:
        super().__init__(
            f"{path} holds other things and is not a demo's folder. Choose another DATA_DIR; "
            "nothing in it was touched."
        )


class AlreadyRunning(CannotStart):
    def __init__(self, path: Path, address: str) -> None:
        super().__init__(
            f"A demo already runs in {path}, at {address or 'an unknown address'}. Open that, stop "
            "it first, or start another one beside it with DATA_DIR=other-folder make demo."
        )


class NoSuchPort(CannotStart):
    def __init__(self, given: str) -> None:
        super().__init__(f"PORT must be a number from 1 to 65535, not {given!r}.")


class DatabaseUnusable(CannotStart):
    def __init__(self, reason: str) -> None:
        super().__init__(f"The database in DATABASE_URL cannot be used: {reason}.")


class StepFailed(CannotStart):
    def __init__(self, step: str, remedy: str, log: Path, said: str) -> None:
        advice = f" {remedy}" if remedy else ""
        super().__init__(f"{step} failed.{advice} The end of {log}:\n{said}")


class NotReady(CannotStart):
    def __init__(self, seconds: float, logs: Path, said: str) -> None:
        super().__init__(
            f"The portal did not become ready within {seconds:.0f} s; see {logs}. It said:\n{said}"
        )


class NotOurDatabase(CannotStart):
    def __init__(self) -> None:
        super().__init__(
            "`make reset` only deletes what a demo made itself. The database in DATABASE_URL is "
            "yours, and only the keys in DATA_DIR open it; nothing was touched. Empty the database "
            "yourself and delete DATA_DIR, or run `make reset` without DATABASE_URL."
        )
