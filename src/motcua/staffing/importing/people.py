"""Whom does a row mean: somebody of the register, or somebody new?"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from django.contrib.auth.validators import UnicodeUsernameValidator
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from motcua.accounts.models import Person
from motcua.search.folding import accented
from motcua.staffing import opening
from motcua.staffing.importing.columns import Key

if TYPE_CHECKING:
    from motcua.staffing.importing.known import Known
    from motcua.staffing.importing.rows import Row

Said = Iterator[tuple[Key, str]]
"""Columns, each with a sentence about what stands there."""


class People:
    """Everybody whom the file names; somebody new is one person in all their rows."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.new: dict[str, Person] = {}
        self._first_row: dict[str, int] = {}
        self._mails: dict[str, Person] = {}

    def of(self, row: Row) -> tuple[Person | None, list[tuple[Key, str]]]:
        """The person of a row as far as that is clear, and what stands against it."""
        if row.username:
            return self._of_name(row)
        same = self.known.by_email.get(row.email.lower(), [])
        if len(same) == 1:
            return same[0], [*self._as_known(row, same[0])]
        return None, [*_without_name(row)]

    def _of_name(self, row: Row) -> tuple[Person | None, list[tuple[Key, str]]]:
        name = row.username.lower()
        known = self.known.by_username.get(name)
        if known is None:
            against = [*self._as_new(row), *self._as_others_in_the_file(row)]
            return self._new(row), against
        if known.pk not in self.known.officers:
            taken = (Key.USERNAME, str(opening.USERNAME_TAKEN))
            return None, [taken, *self._of_address(row)]
        return known, [*self._as_known(row, known)]

    def _as_known(self, row: Row, person: Person) -> Said:
        if row.full_name and accented(row.full_name) != accented(person.full_name):
            said = _(
                "Tài khoản %(username)s là của %(known)s, tệp ghi %(name)s. Hãy sửa họ tên hoặc "
                "tên đăng nhập."
            )
            told = {"username": person.username, "known": person.full_name}
            yield Key.NAME, said % {**told, "name": row.full_name}
        if row.email and row.email.lower() != person.email.lower():
            said = _(
                "Tài khoản %(username)s đang dùng thư điện tử khác. Hãy để trống ô này: mỗi người "
                "tự đổi thư của mình."
            )
            yield Key.EMAIL, said % {"username": person.username}

    def _as_new(self, row: Row) -> Said:
        if not row.full_name:
            said = _(
                "Chưa có tài khoản %(username)s. Hãy sửa tên đăng nhập, hoặc ghi họ tên và thư "
                "điện tử để mở tài khoản mới."
            )
            yield Key.NAME, said % {"username": row.username}
        if _is_wrong(UnicodeUsernameValidator(), row.username):
            said = _("“%(words)s” chưa đúng. Hãy chỉ dùng chữ, số và @ . + - _, viết liền nhau.")
            yield Key.USERNAME, said % {"words": row.username}
        if row.full_name or row.email:
            yield from self._of_address(row)

    def _of_address(self, row: Row) -> Said:
        """Where the letter to somebody new is to go."""
        if not row.email:
            said = _("Tài khoản mới cần thư điện tử, để cổng gửi đường dẫn đặt mật khẩu.")
            yield Key.EMAIL, said
        elif _is_wrong(validate_email, row.email):
            yield Key.EMAIL, _wrong_address(row)
        elif row.email.lower() in self.known.by_email:
            yield Key.EMAIL, str(opening.EMAIL_TAKEN)

    def _as_others_in_the_file(self, row: Row) -> Said:
        if not _is_whole(row):
            return
        before = self.new.get(row.username.lower())
        if before and _named(before) != (accented(row.full_name), row.email.lower()):
            said = _(
                "Tên đăng nhập %(username)s ở dòng %(row)d là của %(name)s (%(email)s). Hãy ghi "
                "hai dòng giống nhau, hoặc đặt tên đăng nhập khác."
            )
            told = {"username": before.username, "row": self._first_row[before.username.lower()]}
            yield Key.USERNAME, said % {**told, "name": before.full_name, "email": before.email}
        if before is None and (other := self._mails.get(row.email.lower())):
            said = _(
                "Thư điện tử này đã ghi cho %(name)s ở dòng %(row)d. Hãy ghi địa chỉ riêng của mỗi "
                "người."
            )
            told = {"name": other.full_name, "row": self._first_row[other.username.lower()]}
            yield Key.EMAIL, said % told

    def _new(self, row: Row) -> Person:
        """Somebody of whom the row leaves something open stands for themselves alone."""
        name = row.username.lower()
        if name in self.new:
            return self.new[name]
        person = Person(full_name=row.full_name, username=row.username, email=row.email)
        if _is_whole(row):
            self._first_row[name] = row.line
            self.new[name] = self._mails[row.email.lower()] = person
        return person


def _is_whole(row: Row) -> bool:
    return bool(row.full_name and row.email)


def _without_name(row: Row) -> Said:
    said = _("Hãy ghi tên đăng nhập: của người đã có tài khoản, hoặc tên cho tài khoản mới.")
    yield Key.USERNAME, said
    if row.email and _is_wrong(validate_email, row.email):
        yield Key.EMAIL, _wrong_address(row)


def _named(person: Person) -> tuple[str, str]:
    return accented(person.full_name), person.email.lower()


def _wrong_address(row: Row) -> str:
    said = _("“%(words)s” chưa đúng. Hãy ghi đủ như ten@tinh.gov.vn.")
    return said % {"words": row.email[:60]}


def _is_wrong(check: Callable[[str], object], words: str) -> bool:
    try:
        check(words)
    except ValidationError:
        return True
    return False
