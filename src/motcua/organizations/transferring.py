"""How does work follow its office? All rows of a change in one statement, in whichever room.

Every room that has work says what its tables are called (:class:`Work`); who plans the change
fills a table of which row goes whither (:data:`MOVING`). Nothing else of a row changes, so that
codes, days and states stay; a row that somebody moved meanwhile is left where it is.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypedDict, Unpack

from django.db import connection, transaction
from django.db.models.expressions import RawSQL
from psycopg import sql

from motcua.periods.clock import day_of

if TYPE_CHECKING:
    from motcua.accounts.models import Person

MOVING = (
    "row_id bigint PRIMARY KEY, old_id bigint NOT NULL, new_id bigint NOT NULL, new_post_id bigint"
)
"""The columns of a table ``moving``: a row, its organization now, and the one that gets it.

``new_post_id`` is the post that answers for it there, for work that belongs to a post.
"""

UPDATE = """
    WITH went AS (
        UPDATE {table} w SET {changes}
        FROM {moving} m {joins}
        WHERE w.id = m.row_id AND w.organization_id = m.old_id AND ({condition})
        RETURNING w.*, m.old_id, {kept} AS kept
    )
    INSERT INTO {events} ({refers}, verb, role, state, person_id, reason, at, payload {others})
    SELECT {told}, %(verb)s, 'system', {state}, %(machine)s, %(reason)s, %(at)s,
        %(note)s::jsonb || kept || jsonb_build_object('from', old_id, 'to', went.organization_id)
        {values}
    FROM went {after}
"""


class Decided(TypedDict):
    """By whom, why and when: the same for every row."""

    machine: Person
    reason: str
    """The decision, as history cites it."""
    note: Mapping[str, Any]
    """What every event keeps, such as the number of the plan."""
    at: datetime


@dataclass(frozen=True, slots=True)
class Work:
    """The tables of a kind of work, as SQL knows them; trusted text of the rooms, nobody's words.

    ``w`` is the row, ``m`` its line in ``moving``, ``went`` the row after.
    """

    table: str
    events: str
    refers: str
    """The column of an event that names what it happened to."""
    open: Collection[str | int] = ()
    """States whose rows go along; what has ended stays with whoever ended it."""
    changes: str = ""
    """What else changes, where the organization alone is not enough."""
    kept: str = "jsonb_build_object()"
    """What the event keeps of that, so that it can be given back."""
    joins: str = ""
    condition: str = "true"
    revised: bool = True
    told: str = "went.id"
    """The key of what the event happened to."""
    state: str = "went.state"
    after: str = ""
    others: Mapping[str, str] = field(default_factory=dict)
    """More columns of an event, with their values."""

    @transaction.atomic
    def move(self, moving: str, *, verb: str, **decided: Unpack[Decided]) -> int:
        """Move every row of ``moving`` that is where it says, and remember each; how many."""
        told: dict[str, Any] = {
            "verb": verb,
            "machine": decided["machine"].pk,
            "reason": decided["reason"],
            "note": json.dumps(decided["note"]),
            "at": decided["at"],
            "day": day_of(decided["at"]),
            "open": [*self.open],
        }
        with connection.cursor() as cursor:
            cursor.execute(self._statement(moving), told)
            return int(cursor.rowcount)

    def _statement(self, moving: str) -> sql.Composed:
        """Rooms' trusted text, with the one name that comes from elsewhere quoted."""
        text = {
            "table": self.table,
            "events": self.events,
            "refers": self.refers,
            "changes": ", ".join(self._changes()),
            "joins": self.joins,
            "condition": self._condition(),
            "kept": self.kept,
            "told": self.told,
            "state": self.state,
            "after": self.after,
            "others": "".join(f", {name}" for name in self.others),
            "values": "".join(f", {value}" for value in self.others.values()),
        }
        whole = UPDATE.format_map(text | {"moving": "{moving}"})
        return sql.SQL(whole).format(moving=sql.Identifier(moving))

    def _changes(self) -> Iterator[str]:
        yield "organization_id = m.new_id"
        if self.revised:
            yield "revision = w.revision + 1"
        if self.changes:
            yield self.changes

    def _condition(self) -> str:
        return f"{self.condition} AND w.state = ANY(%(open)s)" if self.open else self.condition


def moved(rows: Any, moving: str, verb: str, at: datetime) -> Any:
    """Those of ``rows`` that went with ``moving``, by their events; holds as long as the table."""
    lines = sql.SQL("SELECT row_id FROM {}").format(sql.Identifier(moving))
    named = RawSQL(lines.as_string(connection.connection), ())  # noqa: S611  quoted
    return rows.filter(pk__in=named, events__verb=verb, events__at=at)
