"""Which agencies does the demo province have? A plan, without a database.

The People's Committee and its identifier H49 are real (QĐ 3739/QĐ-UBND, 2016), the kinds of its
departments and the 54 communes too. Every identifier below H49 is **invented**: the real ones are
given by the province and were not found (domain.md §2.1). Departments stand as after 01/07/2025,
from memory; check them before taking this for more than a demo. What was until 30/06/2025 stands
in former_tiers.py, the Party, the Front and merged bodies in other_lines.py.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from motcua.organizations.models import OrganizationKind
from motcua.territory.tiers import Tier

TWO_TIERS = date(2025, 7, 1)
"""From this day communes have committees of the new cut (Luật 72/2025/QH15)."""

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
    yield of_province(
        PROVINCE, kind.PEOPLES_COMMITTEE, "Ủy ban nhân dân {} Quảng Ninh", first_day=None
    )
    yield of_province(COUNCIL, kind.COUNCIL, "Hội đồng nhân dân {} Quảng Ninh", first_day=None)
    yield of_province(PROVINCIAL_OFFICE, kind.DEPARTMENT, "Văn phòng Ủy ban nhân dân {}")
    yield of_province(
        PROVINCIAL_COUNTER, kind.COUNTER, "Trung tâm Phục vụ hành chính công {} Quảng Ninh"
    )
    yield of_province(INSPECTORATE, kind.DEPARTMENT, "Thanh tra {}")
    yield of_province(
        MEDIA_CENTER, kind.PUBLIC_SERVICE_UNIT, "Trung tâm Truyền thông {} Quảng Ninh"
    )
    for number, name in enumerate(DEPARTMENTS, 3):
        names = (Named(name),)
        yield Agency(f"{PROVINCE}.{number:02}", kind.DEPARTMENT, Tier.PROVINCE, "22", names)


def of_province(
    identifier: str,
    kind: OrganizationKind,
    name: str,
    first_day: date | None = TWO_TIERS,
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
