"""Does the demo come up, stay up and come back, whatever is killed?"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urlsplit

import psutil
import psycopg
import pytest
import requests

from motcua.demo import ports, preparation
from motcua.demo.folder import RUN, Folder, clear
from motcua.operations import processes
from motcua.operations.postgres import Cluster

PATIENCE = 90
"""Seconds; a small machine with all its cores busy."""


class Demo:
    """`python -m motcua.demo` in a folder whose tables were made before, so that it opens soon."""

    def __init__(self, path: Path, port: int) -> None:
        self.path, self.port = path, port
        self.out = path.with_suffix(".out")
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        environment = {k: v for k, v in os.environ.items() if k != "DATABASE_URL"}
        environment |= {"DATA_DIR": str(self.path), "PORT": str(self.port)}
        with self.out.open("w") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "motcua.demo"], env=environment, stdout=out, stderr=out
            )
        self.wait_for("The portal is open")

    def said(self) -> str:
        return self.out.read_text()

    def wait_for(self, words: str) -> None:
        _until(lambda: words in self.said(), self.said)

    def address(self) -> str:
        return Folder(self.path).read("address")

    def is_ready(self) -> bool:
        try:
            return requests.get(f"{self.address()}readyz", timeout=5).status_code == 200
        except requests.RequestException:
            return False

    def named(self, child: str) -> list[psutil.Process]:
        return processes.marked(RUN, f"{Folder(self.path).run}-{child}")

    def web(self) -> list[psutil.Process]:
        """The web server's main process, and after it those who answer."""
        return sorted(self.named("web"), key=lambda process: process.create_time())

    def database(self) -> str:
        return Cluster(self.path / "postgres").url("motcua")

    def stop(self) -> int:
        self.process.send_signal(signal.SIGINT)
        return self.process.wait(60)


def _until(holds, said=lambda: ""):
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline, said()
        time.sleep(0.1)


def _prepared(path: Path, tables: Path) -> None:
    """A demo's folder as a first run leaves it, with tables and without people."""
    folder = Folder.take(path)
    (path / "postgres").symlink_to(tables)
    url = Cluster(path / "postgres").url("motcua")
    for step in preparation.steps(url):
        folder.write(step.mark, step.depends)
    os.close(folder.lock)


@pytest.fixture(scope="module")
def demo(tmp_path_factory, database_folder_of_the_file):
    """One demo for all of them: to start it takes longer than to look at it."""
    path = tmp_path_factory.mktemp("demo") / "demo"
    _prepared(path, database_folder_of_the_file)
    demo = Demo(path, ports.any_port())
    yield demo
    if demo.process is not None:
        demo.process.kill()
        demo.process.wait()
    clear(path)


@pytest.fixture
def running(demo):
    """That demo, running; whoever comes first starts it where a stranger has its port."""
    if demo.process is None or demo.process.poll() is not None:
        with ports.socket.socket() as stranger:
            stranger.bind(("127.0.0.1", demo.port))
            stranger.listen()
            demo.start()
    return demo


def test_the_demo_opens_beside_a_stranger(running):
    _until(lambda: running.named("worker"))

    assert running.is_ready()
    assert f"port {running.port} is taken" in running.said()


def test_whoever_is_killed_is_replaced(running):
    first = running.web()
    for worker in first[1:]:
        worker.kill()
    _until(lambda: not any(w.is_running() for w in first[1:]) and running.is_ready())
    second = running.web()
    second[0].kill()
    _until(lambda: not any(process.is_running() for process in second), running.said)
    running.wait_for("web is started again.")
    _until(running.is_ready, running.said)
    _until(lambda: running.named("worker"))
    running.named("worker")[0].kill()
    running.wait_for("worker is started again.")
    server = int((running.path / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    psutil.Process(server).kill()
    running.wait_for("PostgreSQL is started again.")

    _until(running.is_ready, running.said)


def test_a_demo_that_was_killed_comes_back_with_everything(running):
    before = running.address()
    running.port = urlsplit(before).port
    with psycopg.connect(running.database(), autocommit=True) as connection:
        connection.execute("CREATE TABLE told AS SELECT 1")
    orphans = running.named("")
    running.process.kill()
    running.process.wait()

    running.start()

    assert "an earlier run was killed" in running.said()
    assert running.address() == before
    assert not any(orphan.is_running() for orphan in orphans)
    with psycopg.connect(running.database()) as connection:
        assert connection.execute("SELECT count(*) FROM told").fetchone() == (1,)


def test_the_demo_closes_when_asked(running):
    code = running.stop()

    assert code == 0
    assert running.said().endswith("stopped; nothing was lost.\n")
    assert running.named("") == []
    assert not processes.working_in(running.path / "postgres" / "data", "postgres")
