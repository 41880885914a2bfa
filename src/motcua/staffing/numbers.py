"""Which human is an officer? The personal number joins them with the citizen who applies.

Without it nobody can tell that a dossier is the officer's own. Where the citizen came first, in a
row of their own, the officer's row points there: both rows stay as they are.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from allauth.socialaccount.models import SocialAccount
from django.utils.translation import gettext as _

from motcua.accounts.models import Person
from motcua.search.folding import accented
from motcua.staffing import exceptions, opening
from motcua.staffing.terms import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from motcua.staffing.opening import NewOfficer

FIELDS = ("sealed_personal_number", "personal_number_key", "citizen")
"""The columns that say it."""


def masked(person: Person) -> str:
    """What may be shown of the number; empty where nobody knows it."""
    return (person.citizen or person).masked_personal_number


def key_of(person: Person) -> str:
    """By what the number is compared; empty where nobody knows it."""
    return (person.citizen or person).personal_number_key or ""


def is_proven(person: Person) -> bool:
    """Whether somebody signed in with it: then the state vouches for the number."""
    return bool(person.personal_number_key) and bool(
        SocialAccount.objects.filter(user=person).exists()
    )


def problems(person: Person, number: str) -> Iterator[Problem]:
    """What stands against this number for this officer."""
    other = Person.objects.with_personal_number(number).first()
    taken = other is not None and opening.officers().filter(opening.is_row_of(other))
    for sentence in against(person, other, is_taken=bool(taken and taken.exclude(pk=person.pk))):
        yield Problem("personal_number", sentence)
    if is_proven(person):
        said = _(
            "Người này đã đăng nhập bằng định danh điện tử, nên số hiện có là đúng. Hãy giữ nguyên."
        )
        yield Problem("personal_number", said)


def against(person: Person, other: Person | None, *, is_taken: bool) -> Sequence[str]:
    """Why ``person`` is not ``other``, who has the number; nothing where nobody has it."""
    if other is None or other == person:
        return []
    if is_taken:
        return [
            _("Số định danh này là của một tài khoản cán bộ khác. Hãy xem lại số và tên đăng nhập.")
        ]
    if accented(other.full_name) != accented(person.full_name):
        return [
            _("Số định danh và họ tên không khớp với định danh điện tử. Hãy kiểm tra lại cả hai.")
        ]
    return []


def problems_of(new: NewOfficer) -> Iterator[Problem]:
    """What stands against an account for somebody new."""
    yield from opening.problems(new)
    if new.personal_number:
        yield from problems(Person(full_name=new.full_name), new.personal_number)


def open_account(new: NewOfficer) -> Person:
    """A row of their own for who comes to work here, as a file opens it: a citizen's row that was
    there before stays the citizen's, with its name and address, and the new one points there.
    """
    person = Person(
        full_name=new.full_name, username=new.username, email=new.email, is_demo=new.is_demo
    )
    if number := new.personal_number:
        give(person, number, Person.objects.with_personal_number(number).first())
    person.set_unusable_password()
    person.save()
    return person


def give(person: Person, number: str, other: Person | None) -> None:
    """Say in the row of an officer which human they are; the caller writes ``FIELDS``."""
    person.citizen = person.sealed_personal_number = person.personal_number_key = None
    if other is None or other == person:
        person.personal_number = number
    else:
        person.citizen = other


def enter(person: Person, number: str, seen: str) -> Person:
    """Write a number that was typed, if the row still says what the page showed."""
    held: Person = Person.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if masked(held) != seen:
        raise exceptions.NumberChanged
    if found := list(problems(held, number)):
        raise exceptions.TermsRefused(found)
    give(held, number, Person.objects.with_personal_number(number).first())
    held.save(update_fields=FIELDS)
    return held
