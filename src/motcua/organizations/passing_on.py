"""How do duties that name a post for a period pass to the post that answers afterwards?

Such a row ends on the day, and where nobody has the duty yet at the heir, one begins there. What
was done is written into a ``ledger``, so that it can be taken back to the letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import connection, transaction
from django.db.models import Q
from psycopg import sql

from motcua.periods.models import since

if TYPE_CHECKING:
    from motcua.organizations.models import Organization, Post

LEDGER = "relation varchar(63) NOT NULL, row_id bigint NOT NULL, was jsonb"
"""The columns of a table ``ledger``: a row as it was, or null where it began."""

NOTE = """
    INSERT INTO {ledger} (relation, row_id, was)
    SELECT '{table}', r.id, to_jsonb(r) FROM {table} r JOIN {moving} m ON m.row_id = r.id
    WHERE coalesce(upper(r.valid_during), 'infinity') > %(day)s
"""
END = """
    UPDATE {table} r SET valid_during = daterange(lower(r.valid_during), %(day)s)
    FROM {moving} m WHERE m.row_id = r.id AND r.valid_during @> (%(day)s::date - 1)
    AND coalesce(upper(r.valid_during), 'infinity') > %(day)s
"""
NEVER_BEGAN = """
    DELETE FROM {table} r USING {moving} m
    WHERE m.row_id = r.id AND lower(r.valid_during) >= %(day)s
"""
BEGIN = """
    WITH begun AS (
        INSERT INTO {table} ({anchors}, post_id{copied}, valid_during)
        SELECT DISTINCT ON ({own}) {own}, m.new_post_id{copies},
            daterange(%(day)s, least(upper(p.valid_during), upper(o.valid_during)))
        FROM {ledger} l JOIN {moving} m ON m.row_id = l.row_id
            CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, l.was) r
            JOIN organizations_post p ON p.id = m.new_post_id
            JOIN organizations_organization o ON o.id = m.new_id
        WHERE l.relation = '{table}' AND r.valid_during @> %(day)s::date
            AND NOT EXISTS (SELECT FROM {table} t
                WHERE {taken} AND t.valid_during && daterange(%(day)s, NULL))
        ORDER BY {own}, m.row_id
        RETURNING id
    )
    INSERT INTO {ledger} (relation, row_id, was) SELECT '{table}', id, NULL FROM begun
"""
UNDO = (
    "DELETE FROM {table} r USING {ledger} l"
    " WHERE l.relation = '{table}' AND l.was IS NULL AND l.row_id = r.id",
    "UPDATE {table} r SET valid_during = (l.was->>'valid_during')::daterange FROM {ledger} l"
    " WHERE l.relation = '{table}' AND l.was IS NOT NULL AND l.row_id = r.id",
    "INSERT INTO {table} SELECT was.* FROM {ledger} l"
    " CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, l.was) was"
    " WHERE l.relation = '{table}' AND l.was IS NOT NULL"
    " AND NOT EXISTS (SELECT FROM {table} r WHERE r.id = l.row_id)",
)


@dataclass(frozen=True, slots=True)
class Duty:
    """A dated table that names a post, as SQL knows it; trusted text of the rooms."""

    table: str
    anchors: tuple[tuple[str, str], ...] = (("organization_id", "m.new_id"),)
    """What the duty is for, which has it once a day: columns and what they say afterwards."""
    copies: tuple[str, ...] = ()
    """Columns that the next row takes over."""
    of_each_post: bool = False
    """Whether several posts may have the same duty, each once."""

    @transaction.atomic
    def pass_on(self, moving: str, *, day: date, ledger: str) -> None:
        """End the rows of ``moving`` on ``day``, and begin them at their heirs' posts."""
        steps = (NOTE, END, NEVER_BEGAN, BEGIN)
        self._run(steps, {"day": day}, moving=moving, ledger=ledger)

    @transaction.atomic
    def take_back(self, ledger: str) -> None:
        """Let everything that ``ledger`` tells of be as it was."""
        self._run(UNDO, {}, moving=ledger, ledger=ledger)

    def _run(self, steps: Iterable[str], told: dict[str, Any], **names: str) -> None:
        kept = {name: f"{{{name}}}" for name in names}
        quoted = {name: sql.Identifier(said) for name, said in names.items()}
        with connection.cursor() as cursor:
            for step in steps:
                text = step.format_map(self._text() | kept)
                cursor.execute(sql.SQL(text).format(**quoted), told)

    def _text(self) -> dict[str, str]:
        keys = (*self.anchors, *((("post_id", "m.new_post_id"),) if self.of_each_post else ()))
        return {
            "table": self.table,
            "anchors": ", ".join(column for column, _said in self.anchors),
            "own": ", ".join(said for _column, said in self.anchors),
            "copied": "".join(f", {name}" for name in self.copies),
            "copies": "".join(f", r.{name}" for name in self.copies),
            "taken": " AND ".join(f"t.{column} = {said}" for column, said in keys),
        }


def reaching(
    rows: Any, organizations: Iterable[Organization | int], posts: Iterable[Post | int], day: date
) -> Any:
    """Those of ``rows`` that are for or in one of these, and hold on ``day`` or later."""
    there = Q(organization__in=organizations) | Q(post__in=posts)
    return rows.filter(there).during(since(day))
