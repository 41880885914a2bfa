"""How does a dossier get its code, and how is one read that a citizen typed?

``H49.61-261125-0004``: the competent organization, the legal day (YYMMDD), the serial number of
that day (TT 01/2018/TT-VPCP, Art. 19; domain.md §2.2). One code for life (NĐ 61/2018, Art. 26).
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from typing import TYPE_CHECKING

from motcua.dossiers.models.code_counter import CodeCounter
from motcua.periods.serials import next_serial

if TYPE_CHECKING:
    from motcua.organizations.models import Organization

CODE = re.compile(r"[0-9A-Z.]{3,35}-\d{6}(\d{2})?-\d{4,7}")
"""What is accepted, which is wider than what is given out: ministries write YYYYMMDD."""
LONGEST = 52
_DASHES = re.compile(r"[\u00ad\u2010-\u2015\u2043\u2212\ufe58\ufe63\uff0d]")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u202a-\u202e\u2060\ufeff]")


def next_code(organization: Organization, day: date) -> str:
    """The next code of an organization's day, held until the transaction ends.

    The counter's row stays locked until then: no duplicate, and no gap after a rollback.
    """
    serial = next_serial(CodeCounter, organization=organization.pk, day=day)
    return written(organization.identifier, day, serial)


def written(identifier: str, day: date, serial: int) -> str:
    """The code as it is printed; the serial has four digits and widens past 9999."""
    return f"{identifier}-{day:%y%m%d}-{serial:04d}"


def parsed(text: str) -> str | None:
    """The code that someone typed, as it is stored; None where it can be no code.

    Accepts small letters, stray spaces, invisible characters and the dashes of word processors.
    """
    plain = unicodedata.normalize("NFKC", _DASHES.sub("-", text[: 4 * LONGEST]))
    code = _INVISIBLE.sub("", _DASHES.sub("-", plain)).upper()
    return code if CODE.fullmatch(code) else None
