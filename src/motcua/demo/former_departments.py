"""Which departments and boards of the province were merged on 01/03/2025, and into which?

Quảng Ninh established five departments by merging two each and kept the name of one (Lao Động,
news.laodong.vn 1454066 and 1469204, early 2025); that of agriculture and environment and the day
are those of all provinces (NĐ 45/2025/NĐ-CP of 28/02/2025, in force from 01/03/2025). The Party's
two boards merged that winter too: their own day was not found, so that they go with the others.
Every identifier is **invented**. Speaks only of codes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from motcua.demo.apparatus import DEPARTMENTS, MERGED, MERGED_BASIS, PROVINCE, Agency, Named
from motcua.demo.former_tiers import Heir
from motcua.demo.other_lines import MERGED_BOARD, PARTY
from motcua.organizations.models import ChangeKind, OrganizationKind
from motcua.territory.tiers import Tier


@dataclass(frozen=True)
class Former:
    """One that ended: its identifier, its heir's, and its fields (demo/fields.py)."""

    identifier: str
    name: str
    heir: str
    fields: tuple[str, ...] = ()
    kind: OrganizationKind = OrganizationKind.DEPARTMENT


@dataclass(frozen=True)
class Passed:
    """A field that did not go where the rest went."""

    old: str
    field: str
    department: str


LABOR = f"{PROVINCE}.31"
PASSED = (Passed(LABOR, "an-sinh", "Sở Y tế"),)
"""Social protection went to health, from memory."""


def agencies() -> Iterator[Agency]:
    """They stood since before records."""
    for each in FORMER:
        own, kind, names = each.identifier, each.kind, (Named(each.name, None),)
        yield Agency(own, kind, Tier.PROVINCE, "22", names, first_day=None, until=MERGED)


def heirs() -> Iterator[Heir]:
    """Two made one each: nobody else took anything whole."""
    kind = ChangeKind.CONSOLIDATE
    for each in FORMER:
        yield Heir(each.identifier, each.heir, kind, MERGED_BASIS, is_default=True, day=MERGED)


def _of(department: str) -> str:
    return f"{PROVINCE}.{DEPARTMENTS.index(department) + 3:02}"


def _departments() -> Iterator[Former]:
    for number, (name, heir, *fields) in enumerate(MERGERS, 30):
        yield Former(f"{PROVINCE}.{number}", name, _of(heir), tuple(fields))


def _boards() -> Iterator[Former]:
    for number, name in enumerate(("Ban Tuyên giáo Tỉnh ủy", "Ban Dân vận Tỉnh ủy"), 6):
        identifier, kind = f"{PARTY}.{number:02}", OrganizationKind.PARTY_BODY
        yield Former(identifier, name, MERGED_BOARD, kind=kind)


MERGERS = (
    ("Sở Nội vụ", "Sở Nội vụ", "to-chuc-can-bo"),
    ("Sở Lao động - Thương binh và Xã hội", "Sở Nội vụ", "nguoi-co-cong", "an-sinh"),
    ("Sở Tài chính", "Sở Tài chính", "ngan-sach"),
    ("Sở Kế hoạch và Đầu tư", "Sở Tài chính", "kinh-doanh"),
    ("Sở Nông nghiệp và Phát triển nông thôn", "Sở Nông nghiệp và Môi trường"),
    ("Sở Tài nguyên và Môi trường", "Sở Nông nghiệp và Môi trường", "dat-dai", "moi-truong"),
    ("Sở Xây dựng", "Sở Xây dựng", "xay-dung"),
    ("Sở Giao thông vận tải", "Sở Xây dựng", "giao-thong"),
    ("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ", "khoa-hoc"),
    ("Sở Thông tin và Truyền thông", "Sở Khoa học và Công nghệ"),
    ("Sở Văn hóa và Thể thao", "Sở Văn hóa, Thể thao và Du lịch", "van-hoa"),
    ("Sở Du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
)
"""Who ended, into whom, with which fields."""

FORMER = (*_departments(), *_boards())
