"""Carry one plan out, or undo it, in a process of its own that may be killed.

    python -m bench.reorganization.carrying PLAN_KEY carry_out|undo

The last line says how long it took, how far memory grew and what moved.
"""

import json
import resource
import subprocess
import sys
import time
from typing import Any

KILOBYTES_OF_A_MEGABYTE = 1024


def main() -> None:
    import django

    django.setup()
    from motcua.organizations.acting import Acting
    from motcua.reorganization import carrying_out, undoing
    from motcua.reorganization.models import Plan

    plan, machine = Plan.objects.get(pk=int(sys.argv[1])), Acting.machine()
    before, begun = _megabytes(), time.perf_counter()
    if sys.argv[2] == "undo":
        event = undoing.undo(plan, by=machine, reason="Đo")
    else:
        event = carrying_out.carry_out(plan, by=machine, progress=_say)
    took = time.perf_counter() - begun
    said = {"seconds": took, "grew": _megabytes() - before, "moved": event.payload["moved"]}
    print(json.dumps(said), flush=True)


def begin(plan: int, step: str) -> subprocess.Popen[str]:
    """The process, at work."""
    command = [sys.executable, "-m", "bench.reorganization.carrying", str(plan), step]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def ended(process: subprocess.Popen[str]) -> dict[str, Any]:
    """What it says at its end; raises CalledProcessError where it failed."""
    said, _nothing = process.communicate()
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, process.args)
    found: dict[str, Any] = json.loads(said.splitlines()[-1])
    return found


def _say(what: str, count: int) -> None:
    print(f"{time.strftime('%X')} {what}: {count}", file=sys.stderr, flush=True)


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KILOBYTES_OF_A_MEGABYTE


if __name__ == "__main__":
    main()
