"""Which process is that, really? A number is reused; a number with its start time is not."""

import signal
from collections.abc import Iterable
from pathlib import Path

import psutil

PATIENCE = 20.0
"""Seconds that a process gets between the polite and the impolite signal."""


def fingerprint(pid: int) -> str | None:
    """A name for one life of a process, or None where nobody has that number."""
    try:
        return f"{pid} {psutil.Process(pid).create_time():.2f}"
    except psutil.NoSuchProcess:
        return None


def named(fingerprint_: str) -> psutil.Process | None:
    """The process of which ``fingerprint`` was taken, if it is still that one."""
    pid = fingerprint_.split()[0]
    if not pid.isdigit() or fingerprint(int(pid)) != fingerprint_:
        return None
    return psutil.Process(int(pid))


def working_in(folder: Path, program: str) -> list[psutil.Process]:
    """Processes called ``program`` whose working folder is ``folder``."""
    return [p for p in psutil.process_iter() if _is(p, program) and _stands_in(p, folder)]


def _is(process: psutil.Process, program: str) -> bool:
    try:
        return process.name().startswith(program) and process.status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def _stands_in(process: psutil.Process, folder: Path) -> bool:
    try:
        return Path(process.cwd()).samefile(folder)
    except (psutil.Error, OSError):
        return False


def stop(
    processes: Iterable[psutil.Process], polite: int = signal.SIGTERM, patience: float = PATIENCE
) -> None:
    """Ask politely, wait, then insist. A process that is already gone is stopped."""
    left = _signal(processes, polite)
    _, left = psutil.wait_procs(left, timeout=patience)
    psutil.wait_procs(_signal(left, signal.SIGKILL), timeout=patience)


def _signal(processes: Iterable[psutil.Process], number: int) -> list[psutil.Process]:
    reached = []
    for process in processes:
        try:
            process.send_signal(number)
        except psutil.NoSuchProcess:
            continue
        reached.append(process)
    return reached


def marked(variable: str, value: str) -> list[psutil.Process]:
    """Processes whose environment gives ``variable`` a value that begins with ``value``.

    A mark is inherited, so grandchildren are found after their parents are gone.
    """
    return [p for p in psutil.process_iter() if _environment(p).get(variable, "").startswith(value)]


def _environment(process: psutil.Process) -> dict[str, str]:
    try:
        return process.environ()
    except (psutil.Error, OSError):
        return {}
