"""Which persons?"""

from typing import Self

from django.contrib.auth.hashers import UNUSABLE_PASSWORD_PREFIX
from django.db import models

from motcua.accounts.personal_numbers import key_of


class PersonQuerySet(models.QuerySet):
    """Questions to the register of persons."""

    def with_personal_number(self, number: str) -> Self:
        """The one person of this number, found by keyed hash; nobody where none is known."""
        return self.filter(personal_number_key=key_of(number))

    def without_number(self) -> Self:
        """Of whom nobody knows the number: the house cannot tell what is their own."""
        return self.filter(personal_number_key=None, citizen=None)

    def with_password(self) -> Self:
        """Those who can use the officers' door: whoever has a password, open or closed."""
        return self.exclude(password__startswith=UNUSABLE_PASSWORD_PREFIX).exclude(password="")

    def humans(self) -> Self:
        return self.filter(is_machine=False)
