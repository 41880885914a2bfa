"""Every test run gets a PostgreSQL of its own: the one in DATABASE_URL, else one for the run.

Making all tables takes half a minute, so that is done once for each state of the migrations, kept
as a folder beside the runs, and copied.
"""

import ast
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import hypothesis
import psycopg
import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test import TransactionTestCase
from django.utils import translation
from psycopg import sql

from motcua.conf import environment
from motcua.operations import postgres
from motcua.operations.exceptions import FolderInUse

NOT_GIVEN = "postgresql:///motcua"
"""What conf/test.py says where nobody named a server."""
ROOT = Path(__file__).parent
RUNS = Path(tempfile.gettempdir()) / f"motcua-tests-{os.geteuid()}"
TEMPLATE = "MOTCUA_TEST_TEMPLATE"
"""The environment variable by which workers know that a migrated database is there to copy."""
OLD = 600
"""Seconds after which a run that holds no lock is dead; a young one may be about to take it."""
SERVER = pytest.StashKey[postgres.Cluster]()


hypothesis.settings.register_profile(
    "house", deadline=None, suppress_health_check=[hypothesis.HealthCheck.too_slow]
)
hypothesis.settings.load_profile("house")  # no test is about time, and a machine may be busy


# --- The longest first ------------------------------------------------------------------------

LONGEST = ("journeys/test_main_journey.py", "hardship/test_submissions.py", "hardship/test_demo.py")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Where whole files are shared out, the longest last would leave the others without work."""
    rank = {ROOT / "tests" / name: place for place, name in enumerate(LONGEST)}
    items.sort(key=lambda item: rank.get(item.path, len(rank)))


# --- One server for the run ------------------------------------------------------------------


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Start one server in the process that starts the others; they share its address."""
    if hasattr(session.config, "workerinput") or os.environ["DATABASE_URL"] != NOT_GIVEN:
        return
    RUNS.mkdir(exist_ok=True)
    RUNS.chmod(0o711)  # the unprivileged user that runs the server for root passes through
    _sweep()
    server = session.config.stash[SERVER] = postgres.Cluster(_copied(), durable=False)
    os.environ["DATABASE_URL"] = server.start()
    os.environ[TEMPLATE] = postgres.NAME
    address = environment.database(os.environ["DATABASE_URL"])
    here = {part: address[part] for part in ("NAME", "USER", "HOST", "PORT")}
    connection.settings_dict.update(here)


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(SERVER, None)
    if server is not None:
        server.stop()
        _throw_away(server.folder)


def _throw_away(folder: Path) -> None:
    with suppress(FolderInUse, FileNotFoundError):  # somebody else is about it
        postgres.remove(folder)


def _sweep() -> None:
    """Stop and delete what killed runs left; a run that still goes on holds its lock."""
    with suppress(BlockingIOError), _alone("sweeping", waits=False):
        for folder in RUNS.glob("run-*"):
            with suppress(FileNotFoundError):
                if time.time() - folder.stat().st_mtime > OLD:
                    _throw_away(folder)


# --- Tables made once for each state of the migrations ----------------------------------------


def _copied() -> Path:
    """A folder for this run, copied from the one with all tables."""
    kept = RUNS / f"tables-{_state_of_migrations()}"
    with _alone(kept.name):
        if not kept.exists():
            _make_tables(kept)
        os.utime(kept)
        run = Path(tempfile.mkdtemp(prefix="run-", dir=RUNS))
        subprocess.run(["cp", "-a", f"{kept}/.", str(run)], check=True)
        os.utime(run)
    return run


@contextmanager
def _alone(about: str, *, waits: bool = True) -> Iterator[None]:
    """Nobody else makes, copies or deletes that meanwhile; runs that need other tables do not wait.

    Without waiting a BlockingIOError says that somebody does.
    """
    with (RUNS / f"{about}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX | (0 if waits else fcntl.LOCK_NB))
        yield


def _make_tables(kept: Path) -> None:
    """Migrate once; keep the twelve latest states, so that branches do not push each other out."""
    run = Path(tempfile.mkdtemp(prefix="run-", dir=RUNS))
    server = postgres.Cluster(run, durable=False)
    given = {**os.environ, "DATABASE_URL": server.start(), "PYTHONPATH": str(ROOT / "src")}
    try:
        subprocess.run([sys.executable, "-m", "tests.migrating"], check=True, env=given, cwd=ROOT)
    finally:
        server.stop()
    run.rename(kept)
    states = [path for path in RUNS.glob("tables-*") if path.is_dir()]
    for old in sorted(states, key=lambda path: path.stat().st_mtime)[:-12]:
        with suppress(BlockingIOError), _alone(old.name, waits=False):
            shutil.rmtree(old)


def _state_of_migrations() -> str:
    digest = hashlib.sha256((ROOT / "uv.lock").read_bytes())
    for file in sorted(_read_by_migrations()):
        digest.update(f"{file}\0".encode() + file.read_bytes())
    return digest.hexdigest()[:16]


def _read_by_migrations() -> set[Path]:
    """Migrations, settings, and whatever of ours they import, and so on."""
    package = ROOT / "src" / "motcua"
    found: set[Path] = set()
    ahead = {*package.glob("*/migrations/*.py"), *package.glob("conf/*.py")}
    while ahead:
        file = ahead.pop()
        found.add(file)
        ahead |= _imported_by(file) - found
    return found


def _imported_by(file: Path) -> set[Path]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(file.read_bytes())):
        if isinstance(node, ast.Import):
            names |= {name.name for name in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    places = [ROOT / "src" / name.replace(".", "/") for name in names if name.startswith("motcua")]
    files = {*(p.with_suffix(".py") for p in places), *(p / "__init__.py" for p in places)}
    return {file for file in files if file.exists()}


# --- One language to begin with -----------------------------------------------------------------


@pytest.fixture(autouse=True)
def _begins_in_vietnamese() -> Iterator[None]:
    """A visit under /en/ leaves its language with the thread; the next test is another visit."""
    yield
    translation.activate(settings.LANGUAGE_CODE)


@pytest.fixture(autouse=True)
def _nothing_stands_above_the_pages() -> None:
    """As in a process that has just asked for outages; announcing one makes it ask again."""
    from motcua.news import announcing

    announcing.keep(())


@pytest.fixture(autouse=True)
def _nothing_waits_to_be_written() -> None:
    """What one test asked the search in vain is not written by the next one's visit."""
    from motcua.search.unanswered import notebook

    notebook.counts.clear()


# --- One database for each worker -------------------------------------------------------------


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest) -> bool:
    """Whether the worker's database has its tables already."""
    return TEMPLATE in os.environ or bool(request.config.getvalue("reuse_db"))


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """Copy the database with all tables under the name that this worker will ask for."""
    if TEMPLATE not in os.environ:
        return
    ours = sql.Identifier(connection.creation._get_test_db_name())
    copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY")
    url = os.environ["DATABASE_URL"].replace(f"/{postgres.NAME}?", "/postgres?")
    with psycopg.connect(url, autocommit=True) as server:
        server.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(ours))
        server.execute(copy.format(ours, sql.Identifier(os.environ[TEMPLATE])))


# --- What a test with real transactions left is taken away -------------------------------------


class Emptying:
    """Empties the tables that hold rows, as Django's flush empties all of them: seconds less.

    What stands after a flush (content types, permissions) is left as it is, and made again by a
    flush once a test changed it.
    """

    def __init__(self, flush: Callable[[TransactionTestCase], None]) -> None:
        self.flush = flush
        self.standing: dict[str, str] | None = None

    def __call__(self, case: TransactionTestCase) -> None:
        filled = _filled()
        if self.standing is None or self.standing != _sums(self.standing.keys() & filled):
            self.flush(case)
            self.standing = _sums(_filled())
            return
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("SET LOCAL session_replication_role = replica")  # no trigger, no order
            for table in sorted(filled - self.standing.keys()):
                cursor.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table)))


def _filled() -> set[str]:
    tables = connection.introspection.django_table_names(only_existing=True, include_views=False)
    asked = (
        sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(table, sql.Identifier(table))
        for table in sorted(tables)
    )
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL(" UNION ALL ").join(asked))
        return {table for (table,) in cursor.fetchall()}


def _sums(tables: Iterable[str]) -> dict[str, str]:
    summed = "SELECT md5(string_agg(t::text, '' ORDER BY t::text)) FROM {} t"
    sums = {}
    with connection.cursor() as cursor:
        for table in sorted(tables):
            cursor.execute(sql.SQL(summed).format(sql.Identifier(table)))
            (sums[table],) = cursor.fetchone()
    return sums


@pytest.fixture(scope="session", autouse=True)
def _empties_what_was_filled() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        emptying = Emptying(TransactionTestCase._fixture_teardown)
        patch.setattr(TransactionTestCase, "_fixture_teardown", lambda case: emptying(case))
        yield


@pytest.fixture
def database_folder() -> Iterator[Path]:
    """A folder with a whole database of the test's own, to be started, killed and thrown away."""
    yield from _whole_database()


@pytest.fixture(scope="module")
def database_folder_of_the_file() -> Iterator[Path]:
    """The same for all tests of a file, where they follow one process through its life."""
    yield from _whole_database()


def _whole_database() -> Iterator[Path]:
    RUNS.mkdir(exist_ok=True)
    RUNS.chmod(0o711)
    folder = _copied()
    yield folder
    _throw_away(folder)
