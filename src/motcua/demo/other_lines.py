"""Which bodies of the Party, the Front and both lines at once does the demo province have?

Their kinds are real, from memory; every identifier is **invented** (D49 for the Party, T49 for the
Front), and so are the two merged bodies of đặc khu Vân Đồn: a pilot as others ran it
(domain.md §13).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from motcua.demo.apparatus import (
    MERGED,
    PROVINCE,
    TWO_TIERS,
    Agency,
    Commune,
    Named,
    numbered,
    of_province,
)
from motcua.organizations.models import Line, OrganizationKind
from motcua.territory.tiers import Tier

PARTY, FRONT = "D49", "T49"
PILOT = date(2026, 1, 1)
"""From this day đặc khu Vân Đồn tries merged bodies."""
PILOT_BASIS = "Quyết định 12/QĐ-UBND (minh họa)"
PILOT_PLACE = "đặc khu Vân Đồn"

COMMITTEES = ("Tỉnh ủy", "Thành ủy")
"""The Party's committee bears the word for the province too."""
BOARDS = (
    "Văn phòng {}",
    "Ban Tổ chức {}",
    "Ủy ban Kiểm tra {}",
    "Ban Tuyên giáo và Dân vận {}",
    "Ban Nội chính {}",
)
MERGED_BOARD = f"{PARTY}.04"
"""Until 2025 it was two (former_departments.py)."""
UNDER_THE_FRONT = TWO_TIERS
"""From this day mass organizations belong to the Front (Luật 97/2025/QH15, from memory)."""
MASSES = (
    "Liên đoàn Lao động {} Quảng Ninh",
    "Hội Nông dân {} Quảng Ninh",
    "Hội Liên hiệp Phụ nữ {} Quảng Ninh",
    "Đoàn Thanh niên Cộng sản Hồ Chí Minh {} Quảng Ninh",
    "Hội Cựu chiến binh {} Quảng Ninh",
)


@dataclass(frozen=True)
class Hat:
    """The name of a merged body in one line, and whom it answers to there."""

    identifier: str
    line: Line
    full_name: str
    superior: str


def agencies(communes: Iterable[Commune]) -> Iterator[Agency]:
    """Everything, parents before children."""
    yield from _of_the_party()
    yield from _of_the_front()
    for number, commune in numbered(communes):
        yield from _of_commune(number, commune)
    for number in _pilot(communes):
        yield from _merged(f"{PARTY}.{number}")


def hats(communes: Iterable[Commune]) -> Iterator[Hat]:
    """Two for each merged body."""
    for number in _pilot(communes):
        party, state = f"{PARTY}.{number}", f"{PROVINCE}.{number}"
        for group, of_party, of_state in (
            ("01", "Ban Tổ chức Đảng ủy", "Phòng Nội vụ"),
            ("02", "Ủy ban Kiểm tra Đảng ủy", "Thanh tra"),
        ):
            own = f"{party}.{group}"
            yield Hat(own, Line.PARTY, f"{of_party} {PILOT_PLACE}", party)
            yield Hat(own, Line.STATE, f"{of_state} {PILOT_PLACE}", state)


def _pilot(communes: Iterable[Commune]) -> Iterator[int]:
    yield from (number for number, each in numbered(communes) if each.full_name == PILOT_PLACE)


def _of_the_party() -> Iterator[Agency]:
    kind = OrganizationKind.PARTY_BODY
    yield of_province(PARTY, kind, "{} Quảng Ninh", words=COMMITTEES)
    for number, name in enumerate(BOARDS, 1):
        identifier = f"{PARTY}.{number:02}"
        first = MERGED if identifier == MERGED_BOARD else None
        yield of_province(identifier, kind, name, first, COMMITTEES)


def _of_the_front() -> Iterator[Agency]:
    name = "Ủy ban Mặt trận Tổ quốc Việt Nam {} Quảng Ninh"
    yield of_province(FRONT, OrganizationKind.FRONT, name)
    kind = OrganizationKind.MASS_ORGANIZATION
    for number, mass in enumerate(MASSES, 1):
        agency = of_province(f"{FRONT}.{number:02}", kind, mass)
        yield replace(agency, under_since=UNDER_THE_FRONT)


def _of_commune(number: int, commune: Commune) -> Iterator[Agency]:
    for line, kind, name in (
        (PARTY, OrganizationKind.PARTY_BODY, "Đảng ủy {}"),
        (FRONT, OrganizationKind.FRONT, "Ủy ban Mặt trận Tổ quốc Việt Nam {}"),
    ):
        names = (Named(name.format(commune.full_name)),)
        yield Agency(f"{line}.{number}", kind, Tier.COMMUNE, commune.code, names)


def _merged(party: str) -> Iterator[Agency]:
    for group, kind, name, first in (
        ("01", OrganizationKind.MERGED_BODY, "Ban Tổ chức - Nội vụ", PILOT),
        ("02", OrganizationKind.MERGED_BODY, "Cơ quan Kiểm tra - Thanh tra", PILOT),
        ("03", OrganizationKind.PARTY_BODY, "Trung tâm Chính trị", None),
    ):
        since = Named(f"{name} {PILOT_PLACE}")
        if first:
            since = Named(f"{name} {PILOT_PLACE}", first, PILOT_BASIS)
        yield Agency(
            f"{party}.{group}", kind, Tier.COMMUNE, "", (since,), first_day=since.first_day
        )
