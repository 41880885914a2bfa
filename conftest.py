"""Every test run gets a PostgreSQL of its own: the one in DATABASE_URL, else one for the run."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from django.db import connections

from motcua.conf import environment
from motcua.operations import postgres
from motcua.operations.exceptions import FolderInUse

NOT_GIVEN = "postgresql:///motcua"
"""What conf/test.py says where nobody named a server."""
PREFIX = f"motcua-test-{os.geteuid()}-"
SERVER = pytest.StashKey[postgres.Cluster]()


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Start one server in the process that starts the others; they share its address."""
    if hasattr(session.config, "workerinput") or os.environ["DATABASE_URL"] != NOT_GIVEN:
        return
    _sweep()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    folder.chmod(0o711)  # the unprivileged user that runs the server for root passes through
    server = session.config.stash[SERVER] = postgres.Cluster(folder / "pg", durable=False)
    os.environ["DATABASE_URL"] = server.start()
    address = environment.database(os.environ["DATABASE_URL"])
    here = {part: address[part] for part in ("NAME", "USER", "HOST", "PORT")}
    connections["default"].settings_dict.update(here)


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(SERVER, None)
    if server is not None:
        server.stop()
        shutil.rmtree(server.folder.parent)


def _sweep() -> None:
    """Stop and delete what killed runs left; a run that still goes on holds its lock."""
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        try:
            postgres.remove(folder / "pg")
        except FolderInUse:
            continue
        shutil.rmtree(folder, ignore_errors=True)
