"""What do figures cost, against counting the dossiers themselves, and what does a move pay for it?

    .venv/bin/python bench/figures.py

A PostgreSQL of its own, thrown away afterwards. Reading: the two sums of the overview over tallies,
and the same numbers counted from rows of dossiers. Writing: a transaction of two rows with and
without the deltas of a receipt, and with an upsert on a hot row instead. By turns, medians, ratios.
"""

import os
import statistics
import sys
import tempfile
import time
from datetime import UTC, datetime
from functools import partial
from importlib import import_module
from pathlib import Path

from motcua.operations import postgres

OFFICES, SECTORS, MONTHS = 70, 8, 120
SIZES = (100_000, 1_000_000)
TURNS, WRITES = 7, 300
NOW = datetime(2026, 11, 23, 8, tzinfo=UTC)
GROUND = """
CREATE TABLE organizations_organization (id bigint PRIMARY KEY);
CREATE TABLE catalog_sector (id bigint PRIMARY KEY);
CREATE TABLE dossier (id bigserial PRIMARY KEY, organization_id bigint, sector_id bigint,
    received_at timestamptz, finished_at timestamptz, due_at timestamptz, code text UNIQUE);
CREATE TABLE event (id bigserial PRIMARY KEY, dossier_id bigint REFERENCES dossier, verb text,
    at timestamptz DEFAULT now());
CREATE INDEX ON dossier (organization_id, due_at);
"""
GROW = f"""
INSERT INTO dossier (organization_id, sector_id, received_at, finished_at, due_at, code)
SELECT 1 + n %% {OFFICES}, 1 + n %% {SECTORS}, at, at + interval '3 days', at + interval '4 days',
    'D' || n
FROM (SELECT n, timestamptz '2016-12-01' + interval '3640 days' * (n / %(to)s::float) AS at
      FROM generate_series(%(since)s + 1, %(to)s) n) born
"""
FOLDED = """
INSERT INTO statistics_tally (organization_id, sector_id, month, submitted, received_online, early)
SELECT organization_id, sector_id, date_trunc('month', received_at AT TIME ZONE 'UTC')::date,
    count(*), count(*), count(*) FROM dossier GROUP BY 1, 2, 3
"""
COUNTED = """
SELECT organization_id, sector_id,
    count(*) FILTER (WHERE received_at < %(since)s AND coalesce(finished_at >= %(since)s, true)),
    count(*) FILTER (WHERE received_at >= %(since)s),
    count(*) FILTER (WHERE finished_at >= %(since)s AND finished_at < due_at),
    count(*) FILTER (WHERE finished_at >= %(since)s AND finished_at >= due_at),
    count(*) FILTER (WHERE finished_at IS NULL AND due_at < %(now)s)
FROM dossier GROUP BY 1, 2
"""
HOT = """
INSERT INTO statistics_tally AS t (organization_id, sector_id, month, submitted)
VALUES (1, 1, '2026-11-01', 1)
ON CONFLICT (organization_id, sector_id, month) DO UPDATE SET submitted = t.submitted + 1
"""
DELTAS = """
INSERT INTO statistics_delta (event, measure, organization_id, sector_id, at, n)
VALUES (%(event)s, 5, 1, 1, now(), 1), (%(event)s, 13, 1, 1, now() + interval '3 days', 1)
"""


def main() -> None:
    home = Path(tempfile.mkdtemp())
    home.chmod(0o711)  # the unprivileged user that runs the server for root passes through
    folder = home / "figures"
    server = postgres.Cluster(folder, durable=True)
    os.environ |= {"DATABASE_URL": server.start(), "DJANGO_SETTINGS_MODULE": "motcua.conf.test"}
    try:
        measure()
    finally:
        server.stop()
        postgres.remove(folder)


def measure() -> None:
    import django

    django.setup()
    prepare()
    heads = ("dossiers", "floor ms", "tallies ms", "counted ms", "ratio")
    print("".join(f"{head:>12}" for head in heads))
    before = 0
    for size in SIZES:
        grow(before, size)
        before = size
        print(reading(size), flush=True)
    print(writing(), flush=True)


def prepare() -> None:
    from django.db import connection

    from motcua.statistics.models import Delta, Promise, Tally

    views = import_module("motcua.statistics.migrations.0002_a_month_keeps_its_first_moment")
    with connection.cursor() as cursor:
        cursor.execute(GROUND)
        cursor.execute(
            f"INSERT INTO organizations_organization SELECT generate_series(1, {OFFICES})"
        )
        cursor.execute(f"INSERT INTO catalog_sector SELECT generate_series(1, {SECTORS})")
    with connection.schema_editor() as editor:
        for model in (Delta, Promise, Tally):
            editor.create_model(model)
    with connection.cursor() as cursor:
        cursor.execute(views.MAKE)


def grow(since: int, to: int) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(GROW, {"since": since, "to": to})
        cursor.execute("TRUNCATE statistics_tally")
        cursor.execute(FOLDED)
        cursor.execute("ANALYZE")


def reading(size: int) -> str:
    from motcua.statistics import figures, spans

    span = spans.month_of(NOW)
    given = {"since": span.begins, "now": NOW}
    floors, tallies, counted = [], [], []
    for _turn in range(TURNS):
        floors.append(took(lambda: ask("SELECT 1")))
        tallies.append(took(lambda: (figures.by_place(span, NOW), figures.by_month(NOW))))
        counted.append(took(lambda: ask(COUNTED, given)))
    floor, page, raw = (statistics.median(each) for each in (floors, tallies, counted))
    return f"{size:12}{floor:12.2f}{page:12.1f}{raw:12.1f}{raw / page:12.1f}"


def writing() -> str:
    ways = ({}, {"deltas": True}, {"upsert": True})
    times: list[list[float]] = [[], [], []]
    for number in range(WRITES):
        for way, given in enumerate(ways):
            times[way].append(took(partial(write, f"{number}-{way}", **given)))
    plain, deltas, upsert = map(statistics.median, times)
    told = f"a dossier and its event, committed: {plain:.2f} ms; with deltas x{deltas / plain:.2f}"
    return f"{told}, with an upsert instead x{upsert / plain:.2f} (nobody else at that row)"


def write(code: str, *, deltas: bool = False, upsert: bool = False) -> None:
    from django.db import connection, transaction

    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("INSERT INTO dossier (code) VALUES (%s) RETURNING id", [code])
        cursor.execute(
            "INSERT INTO event (dossier_id, verb) VALUES (%s, 'receive') RETURNING id",
            cursor.fetchone(),
        )
        event = cursor.fetchone()[0]
        if deltas:
            cursor.execute(DELTAS, {"event": event})
        if upsert:
            cursor.execute(HOT)


def ask(query: str, given: dict | None = None) -> list:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(query, given)
        return cursor.fetchall()


def took(work) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


if __name__ == "__main__":
    sys.exit(main())
