"""Which bodies stood in districts and communes until 30/06/2025, and who took over from each?

13 districts and 171 communes are real, and so is which commune became part of which; who is the
default heir of a divided one is **invented**, and so is every identifier. Each had a People's
Committee, a committee of the Party and one of the Front; what was inside them is left out. Speaks
only of codes.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from motcua.demo.apparatus import PROVINCE, TWO_TIERS, Agency, Commune, Named, numbered
from motcua.demo.other_lines import FRONT, PARTY
from motcua.organizations.models import ChangeKind, OrganizationKind
from motcua.territory.crosswalk import Crosswalk, Place
from motcua.territory.tiers import Tier

PROVINCE_CODE = "22"
FIRST_DISTRICT = 17
"""In the order of the districts' codes, so that the city of Hạ Long is H49.17."""
NO_DISTRICTS = "Nghị quyết 203/2025/QH15"
NEW_CUT = "Nghị quyết 1679/NQ-UBTVQH15"
BY_THE_PARTY = "Kết luận 137-KL/TW (2025)"
"""On which the Party and the Front went the same way on the same day, from memory."""
SEATS = {"thành phố": "Thành ủy", "thị xã": "Thị ủy", "huyện": "Huyện ủy"}
"""What a district's committee of the Party is called."""
KINDS = {
    True: {True: ChangeKind.ABOLISH, False: ChangeKind.MOVE_TIER},
    False: {True: ChangeKind.DIVIDE, False: ChangeKind.CONSOLIDATE},
}
"""Of a district or of a commune: what its going to several or to one is called."""


@dataclass(frozen=True)
class Heir:
    """Who answers since 01/07/2025, wholly or for one of the new units, by its code."""

    old: str
    new: str
    kind: ChangeKind
    legal_basis: str
    place: str = ""
    is_default: bool = False
    day: date = TWO_TIERS


@dataclass(frozen=True)
class Branch:
    """One of the lines that ran down to every commune: what its codes begin with, its names."""

    mark: str
    of_district: OrganizationKind
    of_commune: OrganizationKind
    name: str

    def identifier(self, number: str) -> str:
        """``H49.17.03`` is D49.17.03 in the Party's line."""
        return number.replace(PROVINCE, self.mark, 1)

    def agency(self, number: str, place: Place) -> Agency:
        kind = self.of_district if place.tier is Tier.DISTRICT else self.of_commune
        names = (Named(self.called(place), None),)
        own, until = self.identifier(number), TWO_TIERS
        return Agency(own, kind, place.tier, place.code, names, first_day=None, until=until)

    def called(self, place: Place) -> str:
        """*Thành ủy Hạ Long*; elsewhere its name, then kind and name of the place."""
        if self.mark == PARTY and place.kind in SEATS:
            return f"{SEATS[place.kind]} {place.name}"
        return f"{self.name} {place.kind} {place.name}"

    def basis(self, *, is_district: bool) -> str:
        of_state = NO_DISTRICTS if is_district else NEW_CUT
        return of_state if self.mark == PROVINCE else BY_THE_PARTY


Kind = OrganizationKind
STATE = Branch(PROVINCE, Kind.DISTRICT_COMMITTEE, Kind.COMMUNE_COMMITTEE, "Ủy ban nhân dân")
BRANCHES = (
    STATE,
    Branch(PARTY, Kind.PARTY_BODY, Kind.PARTY_BODY, "Đảng ủy"),
    Branch(FRONT, Kind.FRONT, Kind.FRONT, "Ủy ban Mặt trận Tổ quốc Việt Nam"),
)


@dataclass(frozen=True)
class FormerTiers:
    """The districts and communes of the eve, with the communes that came of them."""

    crosswalk: Crosswalk
    communes: tuple[Commune, ...]

    def agencies(self) -> Iterator[Agency]:
        """Three each, districts before their communes."""
        for branch in BRANCHES:
            for code, number in self._identifiers.items():
                yield branch.agency(number, self.crosswalk.before[code])

    def heirs(self) -> Iterator[Heir]:
        """For each body those of its parts; the default one is marked."""
        for branch in BRANCHES:
            for code in self._identifiers:
                yield from self._heirs_of(code, branch)

    def districts(self) -> dict[str, Place]:
        """The 13 by identifier."""
        return {self._identifiers[code]: self.crosswalk.before[code] for code in self._by_district}

    def _heirs_of(self, code: str, branch: Branch) -> Iterator[Heir]:
        shares = self._shares(code)
        default = max(shares, key=lambda new: (self._is_namesake(code, new), shares[new]))
        is_district = self.crosswalk.before[code].tier is Tier.DISTRICT
        for new in sorted(shares):
            yield Heir(
                branch.identifier(self._identifiers[code]),
                branch.identifier(self._today[new]),
                KINDS[is_district][len(shares) > 1],
                branch.basis(is_district=is_district),
                place=new if len(shares) > 1 else "",
                is_default=new == default,
            )

    def _shares(self, code: str) -> Counter[str]:
        """New communes with the number of former ones that each took of it."""
        parts = self._by_district.get(code, [code])
        return Counter(new for part in parts for new in self._became[part])

    def _is_namesake(self, old: str, new: str) -> bool:
        return self.crosswalk.after[new].name.startswith(self.crosswalk.before[old].name)

    @cached_property
    def _identifiers(self) -> dict[str, str]:
        """Districts first, then communes, each within its district."""
        districts = {
            code: f"{PROVINCE}.{number}"
            for number, code in enumerate(sorted(self._by_district), FIRST_DISTRICT)
        }
        return districts | {
            commune: f"{districts[district]}.{number:02}"
            for district, communes in sorted(self._by_district.items())
            for number, commune in enumerate(communes, 1)
        }

    @cached_property
    def _by_district(self) -> dict[str, list[str]]:
        before = self.crosswalk.before
        mine = {code for code, place in before.items() if place.within == PROVINCE_CODE}
        inside = _grouped((place.within, code) for code, place in before.items())
        return {district: sorted(inside[district]) for district in mine}

    @cached_property
    def _became(self) -> Mapping[str, list[str]]:
        return _grouped(self.crosswalk.commune_pairs)

    @cached_property
    def _today(self) -> dict[str, str]:
        return {each.code: f"{PROVINCE}.{number}" for number, each in numbered(self.communes)}


def _grouped(pairs: Iterable[tuple[str, str]]) -> Mapping[str, list[str]]:
    found = defaultdict(list)
    for key, value in pairs:
        found[key].append(value)
    return found
