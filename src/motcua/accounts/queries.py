"""Which persons?"""

from typing import Self

from django.db import models

from motcua.accounts.personal_numbers import key_of


class PersonQuerySet(models.QuerySet):
    """Questions to the register of persons."""

    def with_personal_number(self, number: str) -> Self:
        """The one person of this number, found by keyed hash; nobody where none is known."""
        return self.filter(personal_number_key=key_of(number))

    def humans(self) -> Self:
        return self.filter(is_machine=False)
