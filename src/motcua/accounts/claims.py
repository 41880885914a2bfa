"""What does the identity provider say of a citizen, in our words?

Which claim holds which fact is a setting (``conf/identity.py``): providers name them differently,
and VNeID's own names beyond ``SoDinhDanh`` and ``HoVaTen`` are not public (domain.md §8.1).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from motcua.accounts.exceptions import NotAPersonalNumber, NumberMissing
from motcua.accounts.models import Person
from motcua.accounts.personal_numbers import cleaned
from motcua.search.folding import fold, nfc

DATE_SHAPES = ("%Y-%m-%d", "%d/%m/%Y", "%Y%m%d")
SEXES = {
    "nam": Person.Sex.MALE,
    "male": Person.Sex.MALE,
    "m": Person.Sex.MALE,
    "nu": Person.Sex.FEMALE,
    "female": Person.Sex.FEMALE,
    "f": Person.Sex.FEMALE,
}
LEVELS = (1, 2)
"""Basic, and with biometrics (NĐ 69/2024/NĐ-CP)."""


@dataclass(frozen=True)
class Citizen:
    """A human as the state's identity provider knows them."""

    personal_number: str
    full_name: str
    birth_date: date | None
    sex: str
    level: int

    def __repr__(self) -> str:
        """Says nothing: this may end up in a log."""
        return "Citizen(…)"


def read(claims: Mapping[str, Any], names: Mapping[str, str]) -> Citizen:
    """The facts in ``claims`` under the provider's ``names``; raises NumberMissing."""
    given = {fact: str(claims.get(name) or "").strip() for fact, name in names.items()}
    return Citizen(
        personal_number=_number(given["personal_number"]),
        full_name=_name(given["full_name"]),
        birth_date=_day(given["birth_date"]),
        sex=SEXES.get(fold(given["sex"]), ""),
        level=_level(given["level"]),
    )


def _number(text: str) -> str:
    try:
        return cleaned(text)
    except NotAPersonalNumber as wrong:
        raise NumberMissing from wrong


def _name(text: str) -> str:
    """``NGUYỄN VĂN AN`` is written Nguyễn Văn An; other spellings stay as they are."""
    tidy = " ".join(nfc(text).split())
    return tidy.title() if tidy.isupper() else tidy


def _day(text: str) -> date | None:
    for shape in DATE_SHAPES:
        try:
            return datetime.strptime(text, shape).date()  # noqa: DTZ007  a birthday has no zone
        except ValueError:
            continue
    return None


def _level(text: str) -> int:
    """The last digit, e.g. of ``2`` or ``muc_2``; basic where the provider says nothing."""
    said = int(text[-1]) if text[-1:].isdigit() else 1
    return said if said in LEVELS else 1
