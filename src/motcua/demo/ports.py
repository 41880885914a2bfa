"""Which port may the demo take? The asked one if it is free, else another."""

import fcntl
import os
import socket
import tempfile
from pathlib import Path

from motcua.demo.exceptions import NoSuchPort

ASKED = 8000
TRIES = 50


def asked_port(given: str | None) -> int:
    """The port in the environment variable PORT, or ours."""
    if not given:
        return ASKED
    if not given.isdigit() or not 0 < int(given) < 65536:
        raise NoSuchPort(given)
    return int(given)


def free_port(wanted: int) -> tuple[int, int | None]:
    """``wanted`` or the next free one, with a lock that keeps other demos off while we live.

    The lock is needed because the web server shares its port among its workers, so that a second
    demo starting in the same moment would share it too instead of being refused.
    """
    for port in range(wanted, min(wanted + TRIES, 65536)):
        lock = _lock(port)
        if lock is not None and is_free(port):
            return port, lock
        if lock is not None:
            os.close(lock)
    return any_port(), None


def _lock(port: int) -> int | None:
    path = Path(tempfile.gettempdir()) / f"motcua-port-{os.geteuid()}-{port}"
    try:
        file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o600)
    except OSError:
        return None
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(file)
        return None
    return file


def is_free(port: int) -> bool:
    """Whether nobody listens there, by either name of this machine."""
    return _binds(port) and not _answers("::1", port)


def _binds(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError:
            return False
        return True


def _answers(host: str, port: int) -> bool:
    try:
        with socket.create_connection((host, port), timeout=1):
            return True
    except OSError:
        return False


def any_port(liked: str = "") -> int:
    """A free port: the one of last time, if nobody took it."""
    if liked.isdigit() and is_free(int(liked)):
        return int(liked)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
