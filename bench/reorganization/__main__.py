"""The change of 1 July 2025 for the whole country, rehearsed, carried out, undone and killed.

    make bench-reorganization DOSSIERS=1000000 CLOSED=100000 KILLS=10

A PostgreSQL of its own, thrown away afterwards; one JSON line a measure. ``errors`` counts what is
wrong; the run ends with 1 where any is.
"""

import json
import os
import sys
import tempfile
import time
from pathlib import Path

from motcua.operations import postgres


def main() -> int:
    opened, closed, kills = map(int, sys.argv[1:])
    home = Path(tempfile.mkdtemp())
    home.chmod(0o711)  # the unprivileged user that runs the server for root passes through
    server = postgres.Cluster(home / "country", durable=True)
    url = server.start()
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "motcua.conf.test"}
    try:
        return measure(url, opened, closed, kills)
    finally:
        server.stop()
        postgres.remove(home / "country")


def measure(url: str, opened: int, closed: int, kills: int) -> int:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from bench.reorganization import world
    from bench.reorganization.trial import Trial

    begun = time.perf_counter()
    world.build(opened, closed)
    say("eve_seconds", time.perf_counter() - begun)
    trial = Trial(url, opened, say)
    trial.run(kills)
    return int(trial.errors > 0)


def say(name: str, ours: float, floor: float | None = None, errors: int = 0) -> None:
    """One line: what was measured, what the least possible is, and how many things are wrong."""
    ratio = round(ours / floor, 2) if floor else None
    measured = {"ours": round(ours, 3), "floor": round(floor, 3) if floor else None}
    print(json.dumps({"name": name, **measured, "ratio": ratio, "errors": errors}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
