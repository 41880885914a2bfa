"""Of which day does a reader ask? What was typed, read as people write days, or a sentence."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from urllib.parse import quote

from django.db.models import Min
from django.utils.translation import gettext as _

from motcua.organizations.models import Organization
from motcua.periods.clock import today

WRITTEN = ("%d/%m/%Y", "%Y-%m-%d", "%d-%m-%Y", "%d.%m.%Y", "%d%m%Y")
LONGEST = 20
"""Letters of a day, generously."""
YEARS_AHEAD = 20
"""Further ahead nothing can have been decided."""


@dataclass(frozen=True, slots=True)
class AskedDay:
    """The day that a page speaks of, what was typed, and what is wrong with that."""

    day: date
    typed: str = ""
    problem: str = ""
    is_now: bool = True

    @property
    def is_ahead(self) -> bool:
        return self.day > today()

    @property
    def query(self) -> str:
        """What keeps the day in the address of another page; nothing today."""
        return "" if self.is_now else f"?ngay={quote(self.written, safe='/')}"

    @property
    def also(self) -> str:
        """The same, behind another ``?name=value``."""
        return self.query.replace("?", "&", 1)

    @property
    def written(self) -> str:
        return f"{self.day:%d/%m/%Y}"

    @property
    def in_field(self) -> str:
        """What stands in the field: what was typed as long as it is wrong."""
        return self.typed if self.problem else self.written


def read(typed: str, *, otherwise: date | None = None) -> AskedDay:
    """The day of ``typed``, or ``otherwise`` (today) where nothing or nonsense was typed."""
    usual = otherwise or today()
    text = "".join(unicodedata.normalize("NFKC", typed[:LONGEST]).split())
    if not text:
        return AskedDay(usual, is_now=usual == today())
    day = _parsed(text)
    if day is None:
        return _wrong(usual, typed, _("“%(typed)s” không phải một ngày. Hãy viết như 01/07/2025."))
    return _within_records(day, typed)


def first_day() -> date | None:
    """The first day of which anything is on record; None where nothing is.

    What is on record from before its beginning was known (an open period) still has an end, and on
    the day before that end it is known to have been there.
    """
    bounds = Organization.objects.aggregate(
        begins=Min("valid_during__startswith"), ends=Min("valid_during__endswith")
    )
    known = [bounds["begins"], bounds["ends"] and bounds["ends"] - timedelta(days=1)]
    return min((day for day in known if day), default=None)


def usual(organization: Organization) -> date:
    """The day of its page: today; of what has ended its last, of what is only decided its first."""
    begins: date | None = organization.valid_during.lower
    ends: date | None = organization.valid_during.upper
    now = today()
    if ends and ends <= now:
        return ends - timedelta(days=1)
    return begins if begins and begins > now else now


def _within_records(day: date, typed: str) -> AskedDay:
    first = first_day()
    if first and day < first:
        problem = _(
            "Sổ bộ máy ghi từ ngày %(first)s; chưa có gì về ngày %(asked)s. Hãy hỏi từ ngày "
            "%(first)s trở đi."
        )
        told = {"first": f"{first:%d/%m/%Y}", "asked": f"{day:%d/%m/%Y}"}
        return AskedDay(first, typed, problem % told, is_now=False)
    if day.year > today().year + YEARS_AHEAD:
        problem = _("Ngày %(typed)s còn quá xa. Hãy hỏi một ngày trong %(years)s năm tới.")
        return _wrong(today(), typed, problem, years=YEARS_AHEAD)
    return AskedDay(day, typed, is_now=day == today())


def _wrong(day: date, typed: str, problem: str, **told: object) -> AskedDay:
    shown = typed[:LONGEST].replace("\x00", "")
    return AskedDay(day, shown, problem % {"typed": shown, **told}, is_now=day == today())


def _parsed(text: str) -> date | None:
    for form in WRITTEN:
        try:
            return datetime.strptime(text, form).date()  # noqa: DTZ007  a legal day has no hour
        except ValueError:
            continue
    return None
