"""How does a new officer come into the register? With a login name and a letter, never a password.

The letter leads to the page on which officers choose a password; what proves that the letter is
theirs is the same as for a forgotten one. The second factor is set up at the first sign-in.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy

from motcua.accounts.models import Person
from motcua.organizations.models import Appointment
from motcua.staffing.terms import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

USERNAME_TAKEN = gettext_lazy(
    "Tên đăng nhập này đã có người dùng. Hãy ghi tên khác, hoặc chọn người đã có."
)
EMAIL_TAKEN = gettext_lazy(
    "Đã có tài khoản cán bộ dùng thư điện tử này. Hãy tìm và chọn người ấy, hoặc ghi địa chỉ khác."
)


@dataclass(frozen=True, slots=True)
class NewOfficer:
    """Who is to get an account."""

    full_name: str
    username: str
    email: str
    personal_number: str = ""
    is_demo: bool = False


def officers() -> QuerySet[Person]:
    """Everybody who works here or worked here: has a password or was ever appointed."""
    ever = Appointment.objects.values("person")
    inside = Q(pk__in=Person.objects.with_password()) | Q(pk__in=ever)
    return Person.objects.humans().filter(inside)


def is_row_of(human: Person) -> Q:
    """Who is this human: in the same row, or in one that points there."""
    return Q(pk=human.pk) | Q(citizen=human)


def problems(new: NewOfficer) -> Iterator[Problem]:
    """What stands against such a name and address."""
    if Person.objects.filter(username__iexact=new.username).exists():
        yield Problem("username", str(USERNAME_TAKEN))
    if officers().filter(email__iexact=new.email).exists():
        yield Problem("email", str(EMAIL_TAKEN))


def awaits_activation(person: Person) -> bool:
    """Whether somebody has never chosen a password, and could if they had the letter."""
    return person.is_active and bool(person.email) and not person.has_usable_password()
