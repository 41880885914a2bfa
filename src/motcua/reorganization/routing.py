"""Whither does each piece of work go? Worked out in the database, for all pieces at once.

The routes of a plan become a table of this transaction; a room's work is joined to it, and the
narrowest route that fits decides. Where a territory is divided and nothing but the default fits,
the default heir holds the work and a human places it (``ToPlace``).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

from motcua.dossiers.transfers import MOVING as MOVING_DOSSIERS
from motcua.dossiers.workflow import OPEN
from motcua.organizations.transferring import MOVING
from motcua.reorganization import compiling
from motcua.reorganization.models import Plan

ROUTES = """
    DROP TABLE IF EXISTS routes_now, sole_routes_now, post_heirs_now, going_now, moving_now,
        moving_dossiers_now;
    CREATE TEMP TABLE routes_now ON COMMIT DROP AS
    SELECT r.old_id, b.organization_id AS new_id, r.procedure_code, r.function_id, r.unit_id,
        r.locality, r.rank, r.id
    FROM reorganization_route r JOIN reorganization_body b ON b.id = r.body_id
    WHERE r.plan_id = %(plan)s;
    CREATE INDEX ON routes_now (old_id);
    CREATE TEMP TABLE sole_routes_now ON COMMIT DROP AS
    SELECT old_id, min(new_id) AS new_id FROM routes_now
    GROUP BY old_id HAVING count(*) = 1 AND min(rank) = %(default)s;
    CREATE UNIQUE INDEX ON sole_routes_now (old_id);
    ANALYZE routes_now; ANALYZE sole_routes_now;
"""
"""Most originals have one heir; for them nothing need be compared."""
FITS = """
    LEFT JOIN sole_routes_now sole_{side} ON sole_{side}.old_id = {organization}
    LEFT JOIN LATERAL (
        SELECT r.new_id, r.rank = {default} AND EXISTS (
                SELECT FROM routes_now t WHERE t.old_id = r.old_id
                AND (t.unit_id IS NOT NULL OR t.locality <> '')) AS unplaced
        FROM routes_now r
        WHERE sole_{side}.new_id IS NULL AND r.old_id = {organization}
            AND (r.procedure_code = '' OR r.procedure_code = {procedure})
            AND (r.function_id IS NULL OR r.function_id = {function})
            AND (r.unit_id IS NULL OR r.unit_id = {unit})
            AND (r.locality = ''
                OR position(' ' || r.locality || ' ' IN ' ' || {locality} || ' ') > 0)
        ORDER BY r.rank DESC, r.id LIMIT 1
    ) fits_{side} ON true
"""
DOSSIERS = """
    INSERT INTO going_now (row_id, old_id, new_id, old_counter_id, new_counter_id, unplaced)
    SELECT d.id, d.organization_id,
        coalesce(sole_office.new_id, fits_office.new_id, d.organization_id), d.counter_id,
        coalesce(sole_counter.new_id, fits_counter.new_id, d.counter_id),
        coalesce(fits_office.unplaced, false)
    FROM dossiers_dossier d
        JOIN catalog_procedureversion v ON v.id = d.version_id
        JOIN catalog_procedure p ON p.id = v.procedure_id
        JOIN catalog_sector s ON s.id = p.sector_id
        {office} {counter}
    WHERE d.id IN (
        SELECT id FROM dossiers_dossier
        WHERE state = ANY(%(open)s) AND organization_id IN (SELECT old_id FROM routes_now)
        UNION SELECT id FROM dossiers_dossier
        WHERE state = ANY(%(open)s) AND counter_id IN (SELECT old_id FROM routes_now))
    AND (coalesce(sole_office.new_id, fits_office.new_id, d.organization_id) <> d.organization_id
        OR coalesce(sole_counter.new_id, fits_counter.new_id, d.counter_id) <> d.counter_id)
    ORDER BY d.id
"""
BATCH = """
    TRUNCATE moving_dossiers_now;
    INSERT INTO moving_dossiers_now
    SELECT row_id, old_id, new_id, old_counter_id, new_counter_id FROM going_now
    WHERE n > %(after)s AND n <= %(until)s
"""


@dataclass(frozen=True, slots=True)
class Piece:
    """Where a room's row says what it is about: SQL of ours, with the row as ``w``."""

    table: str
    procedure: str = "NULL::varchar"
    function: str = "NULL::bigint"
    unit: str = "NULL::bigint"
    joins: str = ""
    post: str = "NULL::bigint"
    """The post whose heir answers for it."""
    organization: str = "w.organization_id"
    key: str = "w.id"


QUESTIONS = Piece(
    "questions_question",
    procedure="p.code",
    function="s.function_id",
    unit="w.unit_id",
    joins="LEFT JOIN catalog_procedure p ON p.id = w.procedure_id"
    " LEFT JOIN catalog_sector s ON s.id = p.sector_id",
)
DRAFTS = Piece(
    "dossiers_draft",
    procedure="p.code",
    function="s.function_id",
    joins="JOIN catalog_procedureversion v ON v.id = w.version_id"
    " JOIN catalog_procedure p ON p.id = v.procedure_id"
    " JOIN catalog_sector s ON s.id = p.sector_id",
)
TASKS = Piece("directives_task", post="w.post_id")
SUPPORTS = Piece("directives_support", post="w.post_id")
CONSULTATIONS = Piece("consultations_consultation")
SECTIONS = Piece("news_section", key="w.page_ptr_id")
ANNOUNCEMENTS = Piece("news_announcement")


def prepare(plan: Plan, post_heirs: dict[int, int]) -> None:
    """Make the tables of this transaction: routes, heirs of posts, what goes."""
    with connection.cursor() as cursor:
        cursor.execute(ROUTES, {"plan": plan.pk, "default": compiling.DEFAULT})
        cursor.execute(
            "CREATE TEMP TABLE post_heirs_now ON COMMIT DROP AS"
            " SELECT unnest(%s::bigint[]) AS old_id, unnest(%s::bigint[]) AS new_id",
            [list(post_heirs), list(post_heirs.values())],
        )
        cursor.execute(f"CREATE TEMP TABLE moving_now ({MOVING}, unplaced boolean) ON COMMIT DROP")
        cursor.execute(
            f"CREATE TEMP TABLE going_now (n bigint GENERATED ALWAYS AS IDENTITY, {GOING}) ON "
            f"COMMIT DROP"
        )
        cursor.execute(f"CREATE TEMP TABLE moving_dossiers_now ({MOVING_DOSSIERS}) ON COMMIT DROP")


GOING = MOVING_DOSSIERS.replace(" PRIMARY KEY", "") + ", unplaced boolean NOT NULL"


def send(piece: Piece, keys: Any) -> str:
    """The name of a table of where each of these rows goes; ``keys`` is a query of their keys."""
    here = f"""
        TRUNCATE moving_now;
        INSERT INTO moving_now (row_id, old_id, new_id, new_post_id, unplaced)
        SELECT {piece.key}, {piece.organization}, coalesce(sole_office.new_id, fits_office.new_id),
            (SELECT h.new_id FROM post_heirs_now h WHERE h.old_id = {piece.post}),
            coalesce(fits_office.unplaced, false)
        FROM {piece.table} w {piece.joins}
        {_fits(piece, "office", piece.organization, "''")}
        WHERE {piece.key} = ANY(%s)
            AND coalesce(sole_office.new_id, fits_office.new_id) <> {piece.organization}
    """  # noqa: S608
    with connection.cursor() as cursor:
        cursor.execute(here, [list(keys)])
    return "moving_now"


def send_dossiers() -> int:
    """Work out where open dossiers go; how many do (``going_now``)."""
    piece = Piece("", procedure="p.code", function="s.function_id", unit="d.place_id")
    joins = {
        "office": _fits(piece, "office", "d.organization_id", "d.locality"),
        "counter": _fits(piece, "counter", "d.counter_id", "d.locality"),
    }
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE going_now RESTART IDENTITY")
        cursor.execute(DOSSIERS.format_map(joins), {"open": [int(state) for state in OPEN]})
        count = int(cursor.rowcount)
        cursor.execute("CREATE INDEX IF NOT EXISTS going_now_n ON going_now (n)")
        cursor.execute("ANALYZE going_now")
    return count


def next_batch(after: int, until: int) -> str:
    """The name of a table of those that go from ``after`` to ``until``."""
    with connection.cursor() as cursor:
        cursor.execute(BATCH, {"after": after, "until": until})
    return "moving_dossiers_now"


def _fits(piece: Piece, side: str, organization: str, locality: str) -> str:
    return FITS.format(
        side=side,
        organization=organization,
        default=compiling.DEFAULT,
        procedure=piece.procedure,
        function=piece.function,
        unit=piece.unit,
        locality=locality,
    )
