"""Which number comes next? Counted in a row that stays locked until the transaction ends."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import connection

if TYPE_CHECKING:
    from django.db.models import Model


def next_serial(counter: type[Model], **key: Any) -> int:
    """One more than ``counter.last`` of ``key``, whose columns are unique together.

    The counter's row stays locked until the transaction ends: no duplicate, no gap after a
    rollback.
    """
    table = connection.ops.quote_name(counter._meta.db_table)
    names = ", ".join(connection.ops.quote_name(_column(counter, name)) for name in key)
    places = ", ".join(["%s"] * len(key))
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} ({names}, last) VALUES ({places}, 1)"  # noqa: S608  names of ours
            f" ON CONFLICT ({names}) DO UPDATE SET last = {table}.last + 1 RETURNING last",
            [*key.values()],
        )
        (serial,) = cursor.fetchone()
    return int(serial)


def _column(counter: type[Model], name: str) -> str:
    field: Any = counter._meta.get_field(name)
    return str(field.column)
