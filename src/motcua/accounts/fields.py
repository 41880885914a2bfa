"""How are whole sets of answers kept sealed? A column that is JSON in the code, bytes at rest."""

import json
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models, transaction
from django.db.backends.base.base import BaseDatabaseWrapper

from motcua.accounts.sealing import is_sealed_with_todays_key, seal, unseal


class SealedJSONField(models.BinaryField):
    """JSON that the database cannot read: forms hold personal numbers of people who are not here.

    The seal is bound to the column, so that bytes moved to another column do not open. There is
    nothing to search in it, on purpose.
    """

    def from_db_value(
        self, value: bytes | None, expression: object, connection: BaseDatabaseWrapper
    ) -> Any:
        return None if value is None else json.loads(unseal(value, bound_to=self._column))

    def get_db_prep_value(
        self, value: Any, connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> Any:
        if value is not None and not isinstance(value, bytes):
            written = json.dumps(value, cls=DjangoJSONEncoder, ensure_ascii=False)
            value = seal(written, bound_to=self._column)
        return super().get_db_prep_value(value, connection, prepared)

    @property
    def _column(self) -> str:
        return f"{self.model._meta.db_table}.{self.column}"


def seal_again(queryset: models.QuerySet, name: str) -> int:
    """Seal anew what a retired key sealed in the column ``name``; how many rows that was."""
    done = 0
    raw = models.ExpressionWrapper(models.F(name), output_field=models.BinaryField())
    rows = queryset.exclude(**{name: None}).annotate(sealed_bytes=raw).defer(name)
    for pk, sealed in rows.values_list("pk", "sealed_bytes").iterator(500):
        if not is_sealed_with_todays_key(bytes(sealed)):
            with transaction.atomic():
                row = queryset.select_for_update().get(pk=pk)
                queryset.filter(pk=pk).update(**{name: getattr(row, name)})
            done += 1
    return done
