"""Which human does a row mean? The personal number of the file against those of the register."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.accounts import personal_numbers
from motcua.staffing import exceptions, hands, numbers
from motcua.staffing.importing.columns import Key

if TYPE_CHECKING:
    from collections.abc import Iterator

    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting
    from motcua.staffing.importing.known import Known
    from motcua.staffing.importing.rows import Row


class Humans:
    """Every number of the file; nobody has two, and no number has two."""

    def __init__(self, known: Known, by: Acting) -> None:
        self.known, self.by = known, by
        self.given: list[Person] = []
        """Officers of the register who get a number."""
        self._first: dict[str, tuple[int, str, str]] = {}
        """By the key of a number its row, whose it is, and their name."""
        self._of: dict[str, tuple[int, str]] = {}

    def against(self, row: Row, person: Person) -> Iterator[tuple[Key, str]]:
        """What stands against the number of a row; without anything the person has it from now."""
        if not row.personal_number:
            return
        key = personal_numbers.key_of(row.personal_number)
        found = [*self._of_file(row, person, key)]
        if self._is_first_of(row, person):
            found += self._of_register(person, key)
        if found:
            yield from ((Key.PERSONAL, sentence) for sentence in found)
        elif numbers.key_of(person) != key:
            numbers.give(person, row.personal_number, self.known.by_number.get(key))
            if person.pk:
                self.given.append(person)

    def _of_file(self, row: Row, person: Person, key: str) -> Iterator[str]:
        name = person.username.lower()
        line, owner, named = self._first.setdefault(key, (row.line, name, person.full_name))
        if owner != name:
            said = _("Số này đã ghi cho %(name)s ở dòng %(row)d. Hãy ghi số riêng của mỗi người.")
            yield said % {"name": named, "row": line}
        line, before = self._of.setdefault(name, (row.line, key))
        if before != key:
            said = _("Dòng %(row)d ghi số khác cho cùng người này. Hãy ghi giống nhau.")
            yield said % {"row": line}

    def _is_first_of(self, row: Row, person: Person) -> bool:
        """Later rows say it again: the register was asked before."""
        return self._of[person.username.lower()][0] == row.line

    def _of_register(self, person: Person, key: str) -> Iterator[str]:
        kept = numbers.key_of(person)
        if kept == key:
            return
        if kept:
            said = _(
                "Người này đã có số khác trong sổ (%(kept)s). Hãy để trống ô này; nếu số trong sổ "
                "sai thì sửa ở trang của người ấy."
            )
            yield said % {"kept": numbers.masked(person)}
            return
        yield from self._own(person)
        other = self.known.by_number.get(key)
        yield from numbers.against(person, other, is_taken=bool(other and self._is_taken(other)))

    def _own(self, person: Person) -> Iterator[str]:
        try:
            hands.refuse_own_number(self.by, person)
        except exceptions.YourOwnNumber as own:
            yield str(own)

    def _is_taken(self, other: Person) -> bool:
        return other.pk in self.known.officers or other.pk in self.known.pointing


def doubts(row: Row) -> list[str]:
    """What is strange about a number and yet may be right."""
    return personal_numbers.doubts(row.personal_number) if row.personal_number else []
