"""Who serves what on the eve of a new map, and what comes of each place?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from motcua.organizations.models import Jurisdiction, Organization, OrganizationKind, Subordination
from motcua.territory.models import Containment, Succession, Unit
from motcua.territory.tiers import Tier

COMMITTEES = {
    Tier.PROVINCE: OrganizationKind.PEOPLES_COMMITTEE,
    Tier.DISTRICT: OrganizationKind.DISTRICT_COMMITTEE,
    Tier.COMMUNE: OrganizationKind.COMMUNE_COMMITTEE,
}


@dataclass(frozen=True)
class Scenery:
    """Territory and apparatus on both sides of ``day``; each table is read once."""

    day: date

    @property
    def eve(self) -> date:
        return self.day - timedelta(days=1)

    # --- Territory -------------------------------------------------------------------------

    @cached_property
    def old_units(self) -> dict[int, Unit]:
        return Unit.objects.on(self.eve).with_names(self.eve).in_bulk()

    @cached_property
    def new_units(self) -> dict[int, Unit]:
        return Unit.objects.on(self.day).with_names(self.day).in_bulk()

    @cached_property
    def heirs(self) -> dict[int, list[int]]:
        """A unit that ends, and who holds its territory from the day on, by code."""
        return self._passed("old_id", "new_id", self.new_units)

    @cached_property
    def sources(self) -> dict[int, list[int]]:
        """A unit that begins, and who held its territory until then, by code."""
        return self._passed("new_id", "old_id", self.old_units)

    def _passed(self, of: str, to: str, units: dict[int, Unit]) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for here, there in Succession.objects.filter(day=self.day).values_list(of, to):
            found[here].append(there)
        return {pk: sorted(keys, key=lambda key: units[key].code) for pk, keys in found.items()}

    @cached_property
    def around_before(self) -> dict[int, int]:
        return dict(Containment.objects.on(self.eve).values_list("unit", "parent"))

    @cached_property
    def around_after(self) -> dict[int, int]:
        return dict(Containment.objects.on(self.day).values_list("unit", "parent"))

    @cached_property
    def communes_of(self) -> dict[int, list[int]]:
        """What lay in each unit on the eve."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for unit, parent in self.around_before.items():
            found[parent].append(unit)
        return found

    def made_of(self, unit: int) -> list[int]:
        """The communes that a new one is made of; of an island without any, its district."""
        before = self.sources[unit]
        communes = [pk for pk in before if self.old_units[pk].tier == Tier.COMMUNE]
        return communes or [pk for pk in before if pk not in self.communes_of]

    def begins(self, tier: Tier) -> list[int]:
        """Units of a tier that begin on the day, by code."""
        new = [pk for pk in self.sources if self.new_units[pk].tier == tier]
        return sorted(new, key=lambda pk: self.new_units[pk].code)

    def ends(self, tier: Tier) -> list[int]:
        """Units of a tier that end on the day, by code."""
        old = [pk for pk in self.heirs if self.old_units[pk].tier == tier]
        return sorted(old, key=lambda pk: self.old_units[pk].code)

    # --- The apparatus ---------------------------------------------------------------------

    @cached_property
    def organizations(self) -> dict[int, Organization]:
        return Organization.objects.on(self.eve).with_names(self.eve).in_bulk()

    @cached_property
    def committees(self) -> dict[int, int]:
        """A unit, and the committee that governs it on the eve."""
        rows = Jurisdiction.objects.on(self.eve).filter(
            organization__kind__in=COMMITTEES.values(), unit__in=list(self.old_units)
        )
        return {
            unit: organization
            for unit, organization in rows.values_list("unit", "organization")
            if self.organizations[organization].kind == COMMITTEES[Tier(self.old_units[unit].tier)]
        }

    @cached_property
    def place_of(self) -> dict[int, str]:
        """A committee or office, and the name of the unit that its committee governs."""
        names = {
            own: self.old_units[unit].name_on(self.eve) for unit, own in self.committees.items()
        }
        offices = {
            office: names[own] for own, those in self.offices.items() for office in those.values()
        }
        return names | offices

    @cached_property
    def serving(self) -> set[int]:
        """Organizations that serve a territory of their own."""
        return set(Jurisdiction.objects.on(self.eve).values_list("organization", flat=True))

    @cached_property
    def offices(self) -> dict[int, dict[str, int]]:
        """A committee, and what answers to it that is no committee, by where it stands under it."""
        found: defaultdict[int, dict[str, int]] = defaultdict(dict)
        for committee, office in self._below(self.committees.values()):
            found[committee][self._suffix(committee, office)] = office
        return found

    def _below(self, committees: Iterable[int]) -> Iterable[tuple[int, int]]:
        contents: defaultdict[int, list[int]] = defaultdict(list)
        kinds = set(COMMITTEES.values())
        for child, parent in Subordination.objects.on(self.eve).values_list("child", "parent"):
            if child in self.organizations and self.organizations[child].kind not in kinds:
                contents[parent].append(child)
        for committee in committees:
            reached = [committee]
            for here in reached:
                reached += contents.get(here, ())
            yield from ((committee, office) for office in reached[1:])

    def _suffix(self, committee: int, office: int) -> str:
        above, own = self.organizations[committee], self.organizations[office]
        if own.is_within(above):
            return own.identifier.removeprefix(f"{above.identifier}.")
        return own.identifier.rpartition(".")[2]
