"""The least that the greatest change can cost: build the eve, then the bare statements over it.

    .venv/bin/python -m bench.reorganization [open dossiers] [closed dossiers]

A PostgreSQL of its own, thrown away afterwards; one JSON line a measure. The plan itself is not
carried out here yet: the floor and the reader's wait under it are what it will be held against.
"""

import json
import os
import sys
import tempfile
from pathlib import Path

from motcua.operations import postgres


def main() -> None:
    opened, closed = (int(number) for number in (*sys.argv[1:], "1000000", "100000")[:2])
    home = Path(tempfile.mkdtemp())
    home.chmod(0o711)  # the unprivileged user that runs the server for root passes through
    server = postgres.Cluster(home / "country", durable=True)
    url = server.start()
    os.environ |= {"DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "motcua.conf.test"}
    try:
        measure(url, opened, closed)
    finally:
        server.stop()
        postgres.remove(home / "country")


def measure(url: str, opened: int, closed: int) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    from bench.reorganization import floor, sums, world
    from bench.reorganization.readers import Reader
    from motcua.accounts.models import Person

    world.build(opened, closed)
    before = sums.taken()
    reader = Reader(url, opened)
    reader.start()
    took, moved = floor.seconds(Person.objects.machine().pk)
    say("floor_seconds", took, errors=int(moved != opened))
    say("longest_read_under_floor_seconds", reader.stop(), errors=0)
    same = sums.differing(before, sums.taken(), " ".join(before))
    say("sums_that_the_floor_left_different", same, errors=same)


def say(name: str, floor: float, *, errors: int) -> None:
    print(json.dumps({"name": name, "floor": round(floor, 3), "errors": errors}), flush=True)


if __name__ == "__main__":
    sys.exit(main())
