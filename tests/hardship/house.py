"""A house of its own for a test that breaks things: real web processes on a real database."""

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil
import requests

from motcua.accounts.tests.sessions import as_citizen
from motcua.demo.ports import any_port
from motcua.operations import processes
from motcua.operations.postgres import Cluster

PATIENCE = 60
"""Seconds; a small machine with all its cores busy."""
CSRF = "c" * 32


@dataclass
class House:
    """One database, one web server, one folder for files; each can be killed and started again."""

    cluster: Cluster
    folder: Path
    workers: int = 1
    threads: int = 8
    mail_port: int = field(default_factory=any_port)
    port: int = field(default_factory=any_port)
    web: subprocess.Popen | None = None
    others: list[subprocess.Popen] = field(default_factory=list)

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    # --- Web -------------------------------------------------------------------------

    def open(self) -> None:
        self.web = self._run(
            "granian",
            "--interface=wsgi",
            "--host=127.0.0.1",
            f"--port={self.port}",
            f"--workers={self.workers}",
            f"--blocking-threads={self.threads}",
            "--respawn-failed-workers",
            "--no-ws",
            "motcua.wsgi:application",
        )
        self.wait_until_ready()

    def wait_until_ready(self) -> None:
        deadline = time.monotonic() + PATIENCE
        while not self._is_ready():
            assert time.monotonic() < deadline, self.log()
            time.sleep(0.1)

    def _is_ready(self) -> bool:
        try:
            return requests.get(f"{self.base}/readyz", timeout=5).status_code == 200
        except requests.RequestException:
            return False

    def kill_web(self) -> None:
        """Pull the plug of the web server: its main process and every worker, at once."""
        main = psutil.Process(self.web.pid)
        for process in [main, *main.children(recursive=True)]:
            process.send_signal(signal.SIGKILL)
        self.web.wait()

    # --- Others -----------------------------------------------------------------------

    def hire(self, *, for_seconds: float = 0) -> subprocess.Popen:
        """A worker, who does jobs and sends real letters; until it is killed, or one shot."""
        more = [] if for_seconds else ["--one-shot"]
        settings = {"DJANGO_SETTINGS_MODULE": "motcua.conf.demo"}
        worker = self._run("django", "procrastinate", "worker", *more, **settings)
        self.others.append(worker)
        return worker

    def open_mail_server(self) -> subprocess.Popen:
        server = self._run("motcua.demo.mail_sink", str(self.mail_port), str(self.folder / "mail"))
        self.others.append(server)
        return server

    def letters(self) -> list[str]:
        return [path.read_text() for path in sorted((self.folder / "mail").glob("*.eml"))]

    def close(self) -> None:
        running = [p for p in [self.web, *self.others] if p is not None and p.poll() is None]
        everyone = [psutil.Process(process.pid) for process in running]
        everyone += [child for process in everyone for child in process.children(recursive=True)]
        processes.stop(everyone, patience=5)
        for process in running:
            process.wait()

    def _run(self, module: str, *arguments: str, **more: str) -> subprocess.Popen:
        environment = {
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "motcua.conf.test",
            "DATABASE_URL": self.cluster.url("motcua"),
            "DATA_DIR": str(self.folder),
            "EMAIL_HOST": "127.0.0.1",
            "EMAIL_PORT": str(self.mail_port),
            **more,
        }
        with (self.folder / "log").open("ab") as log:
            command = [sys.executable, "-m", module, *arguments]
            return subprocess.Popen(command, env=environment, stdout=log, stderr=log)

    def log(self) -> str:
        return (self.folder / "log").read_text(errors="replace")[-4000:]

    # --- Visitors ----------------------------------------------------------------------

    def visitor(self, client) -> requests.Session:
        """A browser with the cookies of ``client`` (a test client that has signed in)."""
        session = requests.Session()
        for name, cookie in client.cookies.items():
            session.cookies.set(name, cookie.value)
        session.cookies.set("csrftoken", CSRF)
        session.headers["X-CSRFToken"] = CSRF
        return session

    def citizen(self, client, person) -> requests.Session:
        return self.visitor(as_citizen(client, person))
