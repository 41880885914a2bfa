"""What does an appointment say? Its terms, as typed into a form or read from a file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.organizations.models import SEATED, AppointmentKind
from motcua.periods.models import since

if TYPE_CHECKING:
    from django.db.backends.postgresql.psycopg_any import DateRange

    from motcua.accounts.models import Person
    from motcua.organizations.models import Appointment, Post


@dataclass(frozen=True, slots=True)
class Decision:
    """A written decision: number, day of signature, who signed."""

    number: str
    signed_on: date | None
    issuer: str

    @property
    def words(self) -> str:
        """*Quyết định số 12/QĐ-UBND ngày 01/11/2026 của Chủ tịch UBND thành phố*."""
        day = f"{self.signed_on:%d/%m/%Y}" if self.signed_on else ""
        told = {"number": self.number, "day": day, "issuer": self.issuer}
        return _("Quyết định số %(number)s ngày %(day)s của %(issuer)s") % told


@dataclass(frozen=True, slots=True)
class Terms:
    """Who is to hold which post, as what, from when to when, by which decision."""

    post: Post
    person: Person
    kind: str
    first: date
    decision: Decision
    last: date | None = None
    """The last day; None where no end is known."""
    covers: Appointment | None = None
    scope: str = ""

    @property
    def days(self) -> DateRange:
        return since(self.first, day_after(self.last))

    @property
    def is_seated(self) -> bool:
        return self.kind in SEATED

    @property
    def stands_in(self) -> bool:
        return self.kind in {AppointmentKind.COVER, AppointmentKind.DELEGATED}


@dataclass(frozen=True, slots=True)
class Problem:
    """A sentence that says what is wrong and what to do, and the field it belongs to."""

    field: str
    sentence: str


def day_after(last: date | None) -> date | None:
    return last + timedelta(days=1) if last else None
