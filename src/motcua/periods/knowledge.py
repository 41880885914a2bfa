"""How does a question get the answer of an earlier moment, as the register knew it then?

The question stays the same. Before its SQL stands a ``WITH`` whose parts bear the names of the
remembered tables and hold what those said at the moment, so that filters, joins and subqueries of
every room read the past without knowing it.
"""

from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Any, Self, cast

from django.apps import apps
from django.db import connections
from django.db.models.sql import Query
from django.db.models.sql.compiler import SQLCompiler

from motcua.periods.clock import VIETNAM


def moment_of(known_on: date | datetime) -> datetime:
    """The moment itself; of a date the last one of that legal day."""
    if isinstance(known_on, datetime):
        return known_on
    midnight = datetime.combine(known_on + timedelta(days=1), time(), VIETNAM)
    return midnight - datetime.resolution


READ_ONLY = "What the register knew at a past moment can only be read."


class KnownQuery(Query):
    """A question to the register as it was at ``moment``."""

    moment: datetime | None = None
    """None: a part that Django makes by itself, inside a question that says the moment."""

    def get_compiler(
        self, using: str | None = None, connection: Any = None, elide_empty: bool = True
    ) -> SQLCompiler:
        there = connections[using] if using else connection
        return KnownCompiler(self, there, using, elide_empty)

    def chain(self, klass: type[Query] | None = None) -> Self:
        """A copy; ``klass`` asks for a query that writes, and nobody writes the past."""
        if klass and not issubclass(klass, KnownQuery):
            raise TypeError(READ_ONLY)
        copy: Any = super().chain(klass)
        return cast("Self", copy)


class KnownCompiler(SQLCompiler):
    """Writes the ``WITH``, wherever the question stands: alone or inside another."""

    query: KnownQuery

    def as_sql(self, *args: Any, **kwargs: Any) -> tuple[str, tuple[Any, ...]]:
        sql, params = super().as_sql(*args, **kwargs)
        if self.query.moment is None:
            return sql, tuple(params)
        quote = self.connection.ops.quote_name
        tables = [quote(table) for table in remembered_tables() if quote(table) in sql]
        known = ", ".join(f"{table} AS NOT MATERIALIZED ({_known(table)})" for table in tables)
        before = f"WITH {known} " if known else ""
        return f"{before}{sql}", (*[self.query.moment] * len(tables), *params)


def _known(table: str) -> str:
    function = table.removesuffix('"') + '_known"'
    return f"SELECT * FROM {function}(%s)"  # noqa: S608  a table of ours


@cache
def remembered_tables() -> tuple[str, ...]:
    """Every table of ours with a record time."""
    from motcua.periods.models import Remembered

    models = (each for each in apps.get_models() if issubclass(each, Remembered))
    return tuple(each._meta.db_table for each in models)


class Remembering:
    """What a queryset of remembered rows can be asked."""

    query: Any

    def known_on(self, known_on: date | datetime | None) -> Self:
        """As the register knew it then: at an aware moment, or when a legal day ended.

        Everything remembered that the question touches, through joins and subqueries too, is that
        of then. The answer is for reading only. None asks what is known now.
        """
        if known_on is None:
            return self
        known: Any = cast("Any", self).all()
        known.query = known.query.chain(KnownQuery)
        known.query.moment = moment_of(known_on)
        return cast("Self", known)

    @property
    def moment(self) -> datetime | None:
        """The moment that :meth:`known_on` asked about, for a further question of its kind."""
        return getattr(self.query, "moment", None)

    def delete(self) -> tuple[int, dict[str, int]]:
        if self.moment:
            raise TypeError(READ_ONLY)
        deleted: tuple[int, dict[str, int]] = cast("Any", super()).delete()
        return deleted

    delete.alters_data = True  # type: ignore[attr-defined]
    delete.queryset_only = True  # type: ignore[attr-defined]


class Recording(Remembering):
    """What a queryset of rows with both times can be asked."""

    def as_of(self, day: date, known_on: date | datetime | None = None) -> Self:
        """What held on ``day`` as the register knew it at ``known_on``; None: as it knows now."""
        known: Any = self.known_on(known_on)
        return cast("Self", known.on(day))
