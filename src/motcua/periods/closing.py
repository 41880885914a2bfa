"""What may still arrive at a house, and what may be signed there? Closed means closed.

``nesting`` keeps dated rows within the days of their house. Work and signatures have no period:
work is refused where the house does not hold on the legal day on which it arrives, a signature
where the house does not hold on the day of its own moment. The row of the house is held until the
transaction ends, so that a closing and what arrives wait for each other (docs/decisions/0027).
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError
from django.db.migrations.operations import RunSQL

ARRIVED, SIGNED = "23C01", "23C02"
"""SQLSTATEs of ours in the class of integrity constraint violations: work, and a signature."""


def open_today(
    table: str, column: str, house: str, *, name: str, ended: Collection[object] = ()
) -> RunSQL:
    """An operation after which no row of ``table`` arrives at a house that does not hold today.

    ``column`` of ``table`` references ``house``, whose rows have ``valid_during``. A row arrives
    when it is written, sent to another house, or comes back from one of the states ``ended``; a row
    in such a state lies where it lies, and one that names no house is free. Refuses with an
    IntegrityError that carries ``name``. Migrations that use it depend on
    ``("periods", "0003_which_day_it_is_legally")``.
    """
    works = f"{{}}.state NOT IN ({', '.join(map(repr, ended))})" if ended else "true"
    return _Guard(
        table,
        name,
        finds=f"{house} WHERE id = NEW.{column} AND valid_during @> periods_today()",
        arrives=f"NEW.{column} IS NOT NULL AND {works.format('NEW')}",
        columns=f"{column}, state" if ended else column,
        anew=f"OLD.{column} IS DISTINCT FROM NEW.{column} OR NOT {works.format('OLD')}",
        code=ARRIVED,
    ).operation()


def open_meanwhile(table: str, column: str, house: str, *, name: str) -> RunSQL:
    """An operation after which no dated row of ``table`` is about a house on none of its days.

    It may begin before its house and go on after it; see ``open_today`` for the rest.
    """
    meets = "valid_during && NEW.valid_during"
    return _Guard(
        table,
        name,
        finds=f"{house} WHERE id = NEW.{column} AND {meets}",
        arrives=f"NEW.{column} IS NOT NULL",
        columns=column,
        anew=f"OLD.{column} IS DISTINCT FROM NEW.{column}",
        code=ARRIVED,
    ).operation()


def signed_in_its_days(
    table: str, column: str, house: str, *, name: str, moment: str = "at"
) -> RunSQL:
    """An operation after which a row of ``table`` is signed only by who holds at its ``moment``.

    ``column`` references ``house``, most often a post; ``moment`` is a column of moments or of
    days. As ``open_today`` for the rest.
    """
    return _Guard(
        table,
        name,
        finds=f"{house} WHERE id = NEW.{column} AND valid_during @> periods_day_of(NEW.{moment})",
        arrives=f"NEW.{column} IS NOT NULL",
        columns=f"{column}, {moment}",
        anew=f"(OLD.{column}, OLD.{moment}) IS DISTINCT FROM (NEW.{column}, NEW.{moment})",
        code=SIGNED,
    ).operation()


@dataclass(frozen=True)
class _Guard:
    """Two triggers and a function of their own: its plan is made once, not for every row."""

    table: str
    name: str
    finds: str
    """The house that may take the row, as the end of a query."""
    arrives: str
    columns: str
    anew: str
    """When a change of ``columns`` counts as an arrival."""
    code: str

    def operation(self) -> RunSQL:
        return RunSQL(
            f"""
            CREATE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM FROM {self.finds} FOR SHARE;
                IF NOT FOUND THEN
                    RAISE EXCEPTION '{self.name}: closed on that day' USING
                        ERRCODE = '{self.code}', CONSTRAINT = '{self.name}', TABLE = TG_TABLE_NAME;
                END IF;
                RETURN NEW;
            END $$;
            CREATE TRIGGER {self.name} BEFORE INSERT ON {self.table}
                FOR EACH ROW WHEN ({self.arrives}) EXECUTE FUNCTION {self.name}();
            CREATE TRIGGER {self.name}_later BEFORE UPDATE OF {self.columns} ON {self.table}
                FOR EACH ROW WHEN ({self.arrives} AND ({self.anew})) EXECUTE FUNCTION {self.name}();
            """,
            f"""
            DROP TRIGGER {self.name} ON {self.table};
            DROP TRIGGER {self.name}_later ON {self.table};
            DROP FUNCTION {self.name};
            """,
        )


def is_closed(refused: BaseException | None) -> str | None:
    """``ARRIVED`` or ``SIGNED`` where the database refused because a house is closed."""
    state = getattr(getattr(refused, "__cause__", None), "sqlstate", None)
    return state if state in {ARRIVED, SIGNED} else None


@contextmanager
def closed_means(arrived: type[Exception], signed: type[Exception] | None = None) -> Iterator[None]:
    """Say it in the words of a room: ``arrived`` for work, ``signed`` for a signature.

    A context or a decorator, around the transaction and not within it.
    """
    try:
        yield
    except IntegrityError as refused:
        told = {ARRIVED: arrived, SIGNED: signed or arrived}.get(is_closed(refused) or "")
        if told is None:
            raise
        raise told from refused
