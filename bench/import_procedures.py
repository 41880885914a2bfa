"""How many raw records a second does the import take, against reading them and keeping the text?

    .venv/bin/python bench/import_procedures.py [FOLDER] [RECORDS]

Without a folder the recorded procedures are written as raw records; either way they are copied
under new codes until there are RECORDS (3,000). A PostgreSQL of its own, thrown away afterwards.
The floor parses the same files and inserts their text, one row each, a hundred at a time. The
memory is the largest that this process and the others of the import had.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from motcua.operations import postgres

RECORDS = 3_000
AT_ONCE = 100


def main(folder: str = "", records: str = str(RECORDS)) -> None:
    home = Path(tempfile.mkdtemp())
    home.chmod(0o711)  # the unprivileged user that runs the server for root passes through
    server = postgres.Cluster(home / "postgres", durable=True)
    os.environ |= {"DATABASE_URL": server.start(), "DJANGO_SETTINGS_MODULE": "motcua.conf.test"}
    try:
        measure(Path(folder) if folder else None, home / "raw", int(records))
    finally:
        server.stop()
        postgres.remove(home / "postgres")


def measure(folder: Path | None, raw: Path, records: int) -> None:
    import django
    from django.core.management import call_command

    django.setup()
    call_command("migrate", verbosity=0)
    raw.mkdir()
    write(raw, originals(folder), records)
    floor = timed(lambda: keep(raw))
    first = timed(lambda: bring(raw))
    again = timed(lambda: bring(raw))
    for name, ours in (("import", first), ("import again", again)):
        line = {"name": name, "ours": round(records / ours), "floor": round(records / floor)}
        print(json.dumps(line | {"ratio": round(ours / floor, 1), "unit": "records/s"}))
    print(json.dumps({"name": "memory", "ours": memory(), "unit": "MB"}))


def originals(folder: Path | None) -> list[dict[str, Any]]:
    if folder:
        return [json.loads(path.read_text()) for path in sorted(folder.glob("*.json"))]
    from motcua.catalog import recording
    from motcua.catalog.importing import exporting
    from motcua.catalog.recording import checking

    return [exporting.raw_of(record) for record in checking.read_all(recording.FOLDER)]


def write(folder: Path, originals: list[dict[str, Any]], records: int) -> None:
    for number in range(records):
        one = originals[number % len(originals)]
        name = f"{one['ten_thu_tuc']} ({number})"
        record = {**one, "ma_thu_tuc": f"9.{number:06}", "ten_thu_tuc": name}
        text = json.dumps(record, ensure_ascii=False)
        (folder / f"9.{number:06}.json").write_text(text)


def keep(folder: Path) -> None:
    """The floor."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE kept (code text PRIMARY KEY, content text)")
        for rows in rows_of(folder):
            cursor.executemany("INSERT INTO kept VALUES (%s, %s)", rows)
        cursor.execute("DROP TABLE kept")


def rows_of(folder: Path) -> Iterator[list[tuple[str, str]]]:
    from motcua.operations.batching import batches

    for paths in batches(sorted(folder.glob("*.json")), AT_ONCE):
        texts = [path.read_text() for path in paths]
        yield [(json.loads(text)["ma_thu_tuc"], text) for text in texts]


def bring(folder: Path) -> None:
    from motcua.catalog.importing import reading, running
    from motcua.organizations.acting import Acting

    told = running.run(reading.files(folder), by=Acting.machine(), workers=os.cpu_count() or 1)
    refused = [one for one in told if one.outcome is None]
    assert not refused, refused[:3]


def timed(work: Any) -> float:
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def memory() -> int:
    who = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return max(resource.getrusage(one).ru_maxrss for one in who) // 1024


if __name__ == "__main__":
    main(*sys.argv[1:])
