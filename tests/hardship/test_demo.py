"""Does the demo come up, stay up and come back, whatever is killed?"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

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


@pytest.fixture
def demo(tmp_path, database_folder):
    path = tmp_path / "demo"
    _prepared(path, database_folder)
    demo = Demo(path, ports.any_port())
    yield demo
    if demo.process is not None:
        demo.process.kill()
        demo.process.wait()
    clear(path)


def test_the_demo_opens_beside_a_stranger_and_closes_when_asked(demo):
    with ports.socket.socket() as stranger:
        stranger.bind(("127.0.0.1", demo.port))
        stranger.listen()

        demo.start()
        _until(lambda: demo.named("worker"))
        is_ready = demo.is_ready()
        code = demo.stop()

    assert is_ready
    assert f"port {demo.port} is taken" in demo.said()
    assert code == 0
    assert demo.said().endswith("stopped; nothing was lost.\n")
    assert demo.named("") == []
    assert not processes.working_in(demo.path / "postgres" / "data", "postgres")


def test_a_demo_that_was_killed_comes_back_with_everything(demo):
    demo.start()
    before = demo.address()
    with psycopg.connect(demo.database(), autocommit=True) as connection:
        connection.execute("CREATE TABLE told AS SELECT 1")
    orphans = demo.named("")
    demo.process.kill()
    demo.process.wait()

    demo.start()

    assert "an earlier run was killed" in demo.said()
    assert demo.address() == before
    assert not any(orphan.is_running() for orphan in orphans)
    with psycopg.connect(demo.database()) as connection:
        assert connection.execute("SELECT count(*) FROM told").fetchone() == (1,)
    assert demo.stop() == 0


def test_whoever_is_killed_is_replaced(demo):
    demo.start()
    _until(lambda: demo.named("worker"))

    first = demo.web()
    for worker in first[1:]:
        worker.kill()
    _until(lambda: not any(worker.is_running() for worker in first[1:]) and demo.is_ready())
    second = demo.web()
    second[0].kill()
    _until(lambda: not any(process.is_running() for process in second), demo.said)
    demo.wait_for("web is started again.")
    _until(demo.is_ready, demo.said)
    demo.named("worker")[0].kill()
    demo.wait_for("worker is started again.")
    server = int((demo.path / "postgres" / "data" / "postmaster.pid").read_text().split()[0])
    psutil.Process(server).kill()
    demo.wait_for("PostgreSQL is started again.")
    _until(demo.is_ready, demo.said)

    assert demo.stop() == 0
