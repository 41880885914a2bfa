"""How do thousands of dated rows get into a table in a moment, and again without harm?"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection, models

Row = Sequence[Any]


@dataclass(frozen=True)
class Ledger:
    """A table written by COPY: by far the fastest way in, and the constraints still hold.

    ``columns`` begin with those by which a row is known, ``known_by`` of them, and end with
    ``valid_during`` where the table is dated: its first day then belongs to what a row is known by.
    A row that is known stays as it is; only with ``corrects_ends`` another last day is taken over.
    """

    model: type[models.Model]
    columns: tuple[str, ...]
    known_by: int
    corrects_ends: bool = False

    def put(self, rows: Iterable[Row]) -> int:
        """Make the table say what ``rows`` say; the number of rows written.

        Ends come first, so that a name that ends gives its days to the next one.
        """
        stored = self._stored()
        known = {self._key(row): row for row in rows}
        ended = self._end_differently(known, stored) if self.corrects_ends else 0
        new = [row for key, row in known.items() if key not in stored]
        self._copy(new)
        return len(new) + ended

    def _end_differently(self, known: dict[Row, Row], stored: dict[Row, Row]) -> int:
        changed = [
            self.model(pk=pk, valid_during=known[key][-1])
            for key, (pk, *row) in stored.items()
            if key in known and row[-1] != known[key][-1]
        ]
        return self.model._base_manager.bulk_update(changed, ["valid_during"])

    @property
    def _is_dated(self) -> bool:
        return self.columns[-1] == "valid_during"

    def _stored(self) -> dict[Row, Row]:
        rows = self.model._base_manager.values_list("pk", *self.columns)
        return {self._key(row[1:]): row for row in rows}

    def _key(self, row: Row) -> Row:
        key = tuple(row[: self.known_by])
        return (*key, row[-1].lower) if self._is_dated else key

    def _copy(self, rows: Collection[Row]) -> None:
        """A planner that still believes the table to be empty reads it whole for every row."""
        quote = connection.ops.quote_name
        table = quote(self.model._meta.db_table)
        columns = ", ".join(quote(column) for column in self.columns)
        with connection.cursor() as cursor, connection.wrap_database_errors:
            with cursor.copy(f"COPY {table} ({columns}) FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
            if rows:
                cursor.execute(f"ANALYZE {table}")
