"""Which agencies does the demo province have? A plan, without a database.

The People's Committee and its identifier H49 are real (QĐ 3739/QĐ-UBND, 2016), the kinds of its
departments and the 54 communes too. Every identifier below H49 is **invented**: the real ones are
given by the province and were not found (domain.md §2.1). Departments stand as they are,
from memory; check them before taking this for more than a demo. What ended stands in
former_departments.py (01/03/2025) and former_tiers.py (30/06/2025), the Party, the Front and
merged bodies in other_lines.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from motcua.organizations.models import OrganizationKind
from motcua.territory.tiers import Tier

TWO_TIERS = date(2025, 7, 1)
"""From this day communes have committees of the new cut (Luật 72/2025/QH15)."""

MERGED = date(2025, 3, 1)
MERGED_BASIS = "Nghị định 45/2025/NĐ-CP"
"""From this day departments stand as they are (former_departments.py)."""

NEWS_CENTER = date(2019, 1, 1)
"""The province's papers, radio and television became one center, from memory."""

CITY = date(2026, 9, 1)
CITY_BASIS = "Nghị quyết 36/2026/QH16"

PROVINCE = "H49"
PROVINCIAL_OFFICE = "H49.01"
PROVINCIAL_COUNTER = "H49.01.01"
INSPECTORATE = "H49.02"
MEDIA_CENTER = "H49.16"
FIRST_COMMUNE = 56
"""In the order of the communes' codes, so that phường Hồng Gai is H49.61."""

COUNTER_GROUP = "01"
"""The group of the counter under every commune's own."""

COUNCIL = "K49"
"""Councils have codes that begin with K (QĐ 09/2025/QĐ-TTg); this one follows from it."""

RURAL = "Phòng Kinh tế {}"
URBAN = "Phòng Kinh tế, Hạ tầng và Đô thị {}"
"""The one in a *xã*, the other in wards and special zones (NĐ 150/2025/NĐ-CP, from memory)."""

DEPARTMENTS = (
    "Sở Nội vụ",
    "Sở Tư pháp",
    "Sở Tài chính",
    "Sở Công Thương",
    "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng",
    "Sở Khoa học và Công nghệ",
    "Sở Giáo dục và Đào tạo",
    "Sở Y tế",
    "Sở Văn hóa, Thể thao và Du lịch",
    "Sở Dân tộc và Tôn giáo",
    "Sở Ngoại vụ",
    "Ban Quản lý Khu kinh tế",
)
NEW_IN_2025 = {
    "Sở Nội vụ",
    "Sở Tài chính",
    "Sở Nông nghiệp và Môi trường",
    "Sở Xây dựng",
    "Sở Khoa học và Công nghệ",
    "Sở Văn hóa, Thể thao và Du lịch",
}
FORMER_NAMES = {"Sở Dân tộc và Tôn giáo": "Ban Dân tộc"}
"""It was given religion beside what it had, and another name."""


@dataclass(frozen=True)
class Named:
    """A name from a day on, written as inside a sentence; None: since before records."""

    full_name: str
    first_day: date | None = TWO_TIERS
    legal_basis: str = ""


@dataclass(frozen=True)
class Agency:
    """An organization to be: ``place`` is the code of the unit that it serves, if it serves one."""

    identifier: str
    kind: OrganizationKind
    tier: Tier
    place: str
    names: tuple[Named, ...]
    first_day: date | None = TWO_TIERS
    until: date | None = None
    """The day before which it ended."""
    under: str = ""
    under_since: date | None = None
    """Where it answered to nobody on record before."""

    @property
    def parent(self) -> str:
        """Whom it answers to: where nothing else is said, the identifier without its last group."""
        return self.under or self.identifier.rpartition(".")[0]


@dataclass(frozen=True)
class Commune:
    """A ward, commune or special zone as it is called: ``phường Bãi Cháy``."""

    code: str
    full_name: str


def agencies(communes: Iterable[Commune]) -> Iterator[Agency]:
    """The state administration of two tiers, parents before children."""
    yield from _provincial()
    for number, commune in numbered(communes):
        yield from _of_commune(f"{PROVINCE}.{number}", commune)


def numbered(communes: Iterable[Commune]) -> Iterable[tuple[int, Commune]]:
    """Every commune with the number that its bodies bear in all lines."""
    return enumerate(sorted(communes, key=lambda each: each.code), FIRST_COMMUNE)


def _provincial() -> Iterator[Agency]:
    kind = OrganizationKind
    yield of_province(PROVINCE, kind.PEOPLES_COMMITTEE, "Ủy ban nhân dân {} Quảng Ninh")
    yield of_province(COUNCIL, kind.COUNCIL, "Hội đồng nhân dân {} Quảng Ninh")
    yield of_province(PROVINCIAL_OFFICE, kind.DEPARTMENT, "Văn phòng Ủy ban nhân dân {}")
    yield of_province(
        PROVINCIAL_COUNTER, kind.COUNTER, "Trung tâm Phục vụ hành chính công {} Quảng Ninh"
    )
    yield of_province(INSPECTORATE, kind.DEPARTMENT, "Thanh tra {}")
    media = "Trung tâm Truyền thông {} Quảng Ninh"
    yield of_province(MEDIA_CENTER, kind.PUBLIC_SERVICE_UNIT, media, first_day=NEWS_CENTER)
    for number, name in enumerate(DEPARTMENTS, 3):
        yield _department(f"{PROVINCE}.{number:02}", name)


def _department(identifier: str, name: str) -> Agency:
    """Two made one in 2025, what had another name before, or as it always was."""
    first = MERGED if name in NEW_IN_2025 else None
    names = [Named(name, first, MERGED_BASIS if first else "")]
    if name in FORMER_NAMES:
        names = [Named(FORMER_NAMES[name], None), Named(name, MERGED, MERGED_BASIS)]
    kind, tier = OrganizationKind.DEPARTMENT, Tier.PROVINCE
    return Agency(identifier, kind, tier, "22", tuple(names), first_day=first)


def of_province(
    identifier: str,
    kind: OrganizationKind,
    name: str,
    first_day: date | None = None,
    words: tuple[str, str] = ("tỉnh", "thành phố"),
) -> Agency:
    """An agency that bears the word for the province, which changed."""
    before, after = words
    names = (
        Named(name.format(before), first_day),
        Named(name.format(after), CITY, CITY_BASIS),
    )
    return Agency(identifier, kind, Tier.PROVINCE, "22", names, first_day)


def _of_commune(identifier: str, commune: Commune) -> Iterator[Agency]:
    kind = OrganizationKind
    economy = RURAL if commune.full_name.startswith("xã") else URBAN
    for own, what, name, place in (
        (identifier, kind.COMMUNE_COMMITTEE, "Ủy ban nhân dân {}", commune.code),
        (
            f"{identifier}.{COUNTER_GROUP}",
            kind.COUNTER,
            "Trung tâm Phục vụ hành chính công {}",
            commune.code,
        ),
        (
            f"{identifier}.02",
            kind.DIVISION,
            "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân {}",
            "",
        ),
        (f"{identifier}.03", kind.DIVISION, economy, ""),
        (f"{identifier}.04", kind.DIVISION, "Phòng Văn hóa - Xã hội {}", ""),
    ):
        names = (Named(name.format(commune.full_name)),)
        yield Agency(own, what, Tier.COMMUNE, place, names)
