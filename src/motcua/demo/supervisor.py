"""Who keeps the demo running? Starts everything in order, watches it, and stops it in order."""

import http.client
import os
import signal
import sys
import time
from pathlib import Path
from types import FrameType

import psycopg

from motcua.demo import ports, preparation, welcome
from motcua.demo.children import Child
from motcua.demo.exceptions import DatabaseUnusable, NotReady
from motcua.demo.folder import Folder
from motcua.operations import processes
from motcua.operations.exceptions import NO_SPACE, CannotStart, NoRoom
from motcua.operations.homes import home_for
from motcua.operations.postgres import Cluster

OLDEST, NEWEST = 15, 18
"""Releases of PostgreSQL that a given server may have."""
PATIENCE = 120.0
"""Seconds until the started portal must be ready."""
LOOK = 0.5
"""Seconds between two looks at the children."""
WEB_WORKERS = 2
THREADS = 4
"""Requests that one web worker answers at a time; each keeps a connection to the database."""


class Stop(BaseException):
    """Somebody asked us to stop: Ctrl-C, SIGTERM, or a closed terminal."""


class Supervisor:
    """One demo in one folder."""

    def __init__(self, path: Path) -> None:
        self.began = time.monotonic()
        self.folder = Folder.take(path)
        self.children: list[Child] = []
        self.cluster: Cluster | None = None
        self.port = self.oidc = 0
        self.port_lock: int | None = None

    # --- The whole life ----------------------------------------------------------------

    def run(self) -> None:
        """Open the doors, keep them open, and close them when asked to."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        os.umask(0o077)
        try:
            self.open()
            self.watch()
        except Stop:
            say("stopping …")
        finally:
            _be_deaf()
            self.close()
        say("stopped; nothing was lost.")

    def open(self) -> None:
        """From nothing, or from whatever a killed run left, to an open portal."""
        if left := self.folder.stop_leftovers():
            say(f"an earlier run was killed: stopped {left} of its processes.")
        self.take_port()
        environment = self.environment(self.start_database())
        preparation.prepare(self.folder, environment, say)
        say("opening the doors …")
        before, after = commands(environment)
        self.start_children(before, environment)
        self.wait_until_ready()
        self.start_children(after, environment)
        base = f"http://localhost:{self.port}"
        self.folder.write("address", f"{base}/")
        say(f"ready after {time.monotonic() - self.began:.1f} s.")
        show(welcome.text(base, self.folder.path))

    def close(self) -> None:
        """Doors first, the database last; whoever does not go is made to."""
        for child in self.children:
            child.ask_to_stop()
        deadline = time.monotonic() + processes.PATIENCE
        while time.monotonic() < deadline and any(c.is_running() for c in self.children):
            time.sleep(0.05)
        self.folder.stop_leftovers()
        if self.cluster:
            self.cluster.stop()
        self.folder.write("address", "")

    # --- Steps ---------------------------------------------------------------------------

    def take_port(self) -> None:
        asked = ports.asked_port(os.environ.get("PORT"))
        self.port, self.port_lock = ports.free_port(asked)
        if self.port != asked:
            say(f"port {asked} is taken; this demo takes {self.port}.")

    def start_database(self) -> str:
        """The address of the given PostgreSQL, or of our own."""
        if given := os.environ.get("DATABASE_URL"):
            say("using the PostgreSQL in DATABASE_URL.")
            _check(given)
            return given
        say("starting PostgreSQL …")
        self.cluster = Cluster(home_for(self.folder.path / "postgres"))
        return self.cluster.start()

    def environment(self, database: str) -> dict[str, str]:
        """What every process of the demo is told."""
        self.oidc = ports.any_port(self.folder.read("oidc-port"))
        self.folder.write("oidc-port", str(self.oidc))
        return {
            **os.environ,
            **self.folder.keys(),
            "DJANGO_SETTINGS_MODULE": "motcua.conf.demo",
            "PYTHONUNBUFFERED": "1",
            "DATA_DIR": str(self.folder.path),
            "DATABASE_URL": database,
            "PORT": str(self.port),
            "BASE_URL": f"http://localhost:{self.port}",
            "OIDC_ISSUER": f"http://localhost:{self.oidc}",
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(ports.any_port()),
        }

    def start_children(self, named: dict[str, list[str]], environment: dict[str, str]) -> None:
        for name, command in named.items():
            child = Child(name, command, environment, self.folder)
            self.children.append(child)
            child.start()

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not (_is_ready(self.port) and not ports.is_free(self.oidc)):
            if time.monotonic() > deadline:
                words = "\n".join(child.last_words() for child in self.children)
                raise NotReady(PATIENCE, self.folder.path / "logs", words)
            self.look_after_all()
            time.sleep(0.1)

    def watch(self) -> None:
        while True:
            time.sleep(LOOK)
            self.look_after_all()

    def look_after_all(self) -> None:
        if self.cluster and not self.cluster.is_running():
            say("PostgreSQL ended; starting it again …")
            self.cluster.stop()
            self.cluster.start()
            say("PostgreSQL is started again.")
        for child in self.children:
            if sentence := child.look_after():
                say(sentence)


def commands(environment: dict[str, str]) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What runs beside the database, by name: what opens the doors, and what may follow them."""
    python = [sys.executable, "-m"]
    oidc = environment["OIDC_ISSUER"].rpartition(":")[2]
    mail = str(Path(environment["DATA_DIR"]) / "mail")
    web = [*python, "granian", *_granian(environment["PORT"]), "motcua.wsgi:application"]
    doors = {
        "web": web,
        "identity": [*python, "motcua.demo.identity_provider", "--port", oidc],
        "mail": [*python, "motcua.demo.mail_sink", environment["EMAIL_PORT"], mail],
    }
    # Jobs wait for their worker, so the doors need not: it would take a core from them.
    return doors, {"worker": [*python, "django", "procrastinate", "worker"]}


def _granian(port: str) -> list[str]:
    return [
        "--interface=wsgi",
        "--host=127.0.0.1",
        f"--port={port}",
        f"--workers={WEB_WORKERS}",
        f"--blocking-threads={THREADS}",
        "--respawn-failed-workers",
        "--workers-kill-timeout=10",
        "--no-ws",
    ]


def _is_ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == http.client.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()


def _check(database: str) -> None:
    try:
        with psycopg.connect(database, connect_timeout=10) as connection:
            release = connection.info.server_version // 10_000
    except psycopg.Error as refusal:
        raise DatabaseUnusable(str(refusal).strip()) from refusal
    if not OLDEST <= release <= NEWEST:
        raise DatabaseUnusable(f"it is PostgreSQL {release}, and {OLDEST} to {NEWEST} will do")


def _stop(number: int, frame: FrameType | None) -> None:
    raise Stop


def _be_deaf() -> None:
    """Stopping is under way; asking again changes nothing."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)


def say(sentence: str) -> None:
    show(f"motcua: {sentence}")


def show(text: str) -> None:
    """Write on the terminal, if there still is one."""
    try:
        print(text, flush=True)  # noqa: T201
    except OSError:
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 - as long as we live


def start(path: Path) -> int:
    """Run a demo in ``path`` until it is stopped; answer the exit code."""
    try:
        Supervisor(path).run()
    except CannotStart as situation:
        say(str(situation))
        return 1
    except OSError as refusal:
        if refusal.errno not in NO_SPACE:
            raise
        say(str(NoRoom(path)))
        return 1
    return 0
