"""What do the look-up and a procedure's page cost, against a floor of the same bytes?

    make demo                        # in another terminal
    .venv/bin/python bench/look_up.py http://localhost:8000

One connection asks page and floor in turn, so that whatever else the machine does slows both.
"""

import http.client
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import urlsplit

PAGES = {"look-up": "/tra-cuu/", "procedure": "/dich-vu-cong/1.001193/"}
SECONDS = 5
"""How long one page and its floor are asked."""
WARM = 20
"""Answers thrown away first."""
LOOPBACK = {"localhost", "127.0.0.1"}
GRANIAN = [sys.executable, "-m", "granian", "--interface=wsgi", "--host=127.0.0.1", "--workers=1"]


def main(address: str) -> None:
    portal = urlsplit(address)
    if portal.hostname not in LOOPBACK:
        sys.exit("Only a portal on this machine: the numbers are of one host, and a bench is load.")
    print(f"{'page':12}{'bytes':>8}{'floor ms':>10}{'page ms':>10}{'p95 ms':>9}{'ratio':>8}")
    for name, path in PAGES.items():
        with closing(connection(portal.port or 80)) as to_page:
            print(row(name, to_page, path), flush=True)


def row(name: str, to_page: http.client.HTTPConnection, path: str) -> str:
    """Medians of one answer, and how many times the floor the page takes."""
    body = asked(to_page, path)[1]
    with floor(body) as port, closing(connection(port)) as to_floor:
        floors, pages = in_turn(to_floor, to_page, path)
    least, usual = statistics.median(floors), statistics.median(pages)
    slow = statistics.quantiles(pages, n=20)[-1]
    times = f"{least:10.2f}{usual:10.2f}{slow:9.2f}{usual / least:8.1f}"
    return f"{name:12}{len(body):8}{times}   n={len(pages)}"


def in_turn(to_floor, to_page, path: str) -> tuple[list[float], list[float]]:
    """Milliseconds of each answer, floor and page by turns until the time is over."""
    for _each in range(WARM):
        asked(to_floor, path), asked(to_page, path)
    floors, pages = [], []
    end = time.monotonic() + SECONDS
    while time.monotonic() < end or len(pages) < WARM:
        floors.append(asked(to_floor, path)[0])
        pages.append(asked(to_page, path)[0])
    return floors, pages


def asked(to: http.client.HTTPConnection, path: str) -> tuple[float, bytes]:
    """Milliseconds to the last byte, and the bytes."""
    begun = time.perf_counter()
    to.request("GET", path)
    answer = to.getresponse()
    body = answer.read()
    if answer.status != http.client.OK:
        sys.exit(f"{path} answered {answer.status}.")
    return (time.perf_counter() - begun) * 1000, body


@contextmanager
def floor(body: bytes):
    """A bare WSGI function that returns ``body``, under the portal's own server; its port."""
    with tempfile.TemporaryDirectory() as folder, socket.create_server(("127.0.0.1", 0)) as free:
        kept, port = Path(folder) / "body", free.getsockname()[1]
        kept.write_bytes(body)
        free.close()
        command = [*GRANIAN, f"--port={port}", "--no-ws", "--no-log", "floor:application"]
        told = {**os.environ, "FLOOR_BODY": str(kept), "PYTHONPATH": str(Path(__file__).parent)}
        server = subprocess.Popen(command, env=told)
        try:
            wait_for(port)
            yield port
        finally:
            server.terminate()
            server.wait()


def wait_for(port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    sys.exit("The floor did not start.")


def connection(port: int) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", port, timeout=30)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "http://localhost:8000")
