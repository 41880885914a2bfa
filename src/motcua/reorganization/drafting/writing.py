"""Which committees give way to which, and their offices with them?

What the map says is written; what only people know is left to them: of a divided commune one heir
takes by default, without hamlets (so its work waits to be placed), without posts and portions.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from motcua.organizations.models import ChangeKind
from motcua.reorganization.drafting.scenery import COMMITTEES, Scenery
from motcua.reorganization.files.words import (
    BodyWords,
    ChangeWords,
    Heading,
    PlanWords,
    ShareWords,
)
from motcua.territory.tiers import Tier

Pair = tuple[int, str]
"""An original by its key, and an heir by its identifier."""


class Drafting:
    """One drafting. Units and organizations of the eve are keys, bodies are identifiers."""

    def __init__(self, scenery: Scenery) -> None:
        self.scenery = scenery
        self.bodies: dict[str, BodyWords] = {}
        self.changes: list[ChangeWords] = []
        self.governs: dict[int, str] = {}
        """A unit of the new map, and who governs it."""
        self.under: defaultdict[str, dict[str, str]] = defaultdict(dict)
        """A committee of the new order, and its offices by where they stand under it."""
        self.heirs: defaultdict[int, list[str]] = defaultdict(list)
        self.said_in: dict[Pair, ChangeWords] = {}

    def words(self, heading: Heading) -> PlanWords:
        """The whole plan, for committees that are registered and whose territory changes."""
        self._provinces()
        self._communes()
        self._districts()
        return PlanWords(heading, list(self.bodies.values()), self.changes)

    # --- Provinces: the one whose code goes on takes the others in ---------------------------

    def _provinces(self) -> None:
        for unit, place in self.scenery.new_units.items():
            if place.tier == Tier.PROVINCE and unit in self.scenery.committees:
                self._stays(unit)
        for unit in self.scenery.begins(Tier.PROVINCE):
            if originals := self._governing(self.scenery.sources[unit]):
                self._join(unit, originals)

    def _join(self, unit: int, originals: list[int]) -> None:
        code = self.scenery.new_units[unit].code
        first, *others = sorted(originals, key=lambda pk: self._code_of(pk) != code)
        here = self._identifier(first)
        self._body(here, name=self._renamed(first, unit), units=[code])
        self._govern(unit, here, first)
        if others:
            self._change(ChangeKind.ABSORB, others, [here])
        for other in others:
            for suffix, office in sorted(self.scenery.offices.get(other, {}).items()):
                if like := self.under[here].get(suffix):
                    self._change(ChangeKind.ABSORB, [office], [like])

    # --- Communes: a new one for each new place ----------------------------------------------

    def _communes(self) -> None:
        for unit in self.scenery.begins(Tier.COMMUNE):
            if originals := self._governing(self.scenery.made_of(unit)):
                self._found(unit, originals)
        for unit, place in self.scenery.new_units.items():
            if place.tier == Tier.COMMUNE and unit in self.scenery.committees:
                self._body(self._stays(unit), parent=self._above(unit))
        self._say_who_ends()

    def _found(self, unit: int, originals: list[int]) -> None:
        """The committee, and one office for every kind of office that its originals had."""
        code = self.scenery.new_units[unit].code
        here = f"{self._above(unit) or self._top(originals[0])}.{code}"
        name = self._renamed(originals[0], unit)
        kind = COMMITTEES[Tier.COMMUNE]
        self._body(here, kind=kind, name=name, parent=self._above(unit), units=[code])
        self.governs[unit] = here
        self._note(originals, here)
        for original in originals:
            for suffix, office in sorted(self.scenery.offices.get(original, {}).items()):
                self._found_office(here, suffix, office, unit)

    def _found_office(self, committee: str, suffix: str, office: int, unit: int) -> None:
        here = f"{committee}.{suffix}"
        if suffix not in self.under[committee]:
            self.under[committee][suffix] = here
            parent = self.under[committee].get(suffix.rpartition(".")[0], committee)
            serves = office in self.scenery.serving
            units = [self.scenery.new_units[unit].code] if serves else []
            kind, name = self.scenery.organizations[office].kind, self._renamed(office, unit)
            self._body(here, kind=kind, name=name, parent=parent, units=units)
        self._note([office], here)

    def _say_who_ends(self) -> None:
        """Several become one, one becomes several, or one becomes one of another tier."""
        for heir, originals in self._originals().items():
            if len(originals) > 1:
                self._change(ChangeKind.CONSOLIDATE, originals, [heir])
        for original, heirs in self.heirs.items():
            if any((original, heir) not in self.said_in for heir in heirs):
                self._change(self._kind_of_single(original), [original], heirs)
            if len(heirs) > 1:
                self._share(original, heirs[0], default=True)

    def _kind_of_single(self, original: int) -> ChangeKind:
        if len(self.heirs[original]) > 1:
            return ChangeKind.DIVIDE
        of_commune = self.scenery.organizations[original].tier == Tier.COMMUNE
        return ChangeKind.ABOLISH if of_commune else ChangeKind.MOVE_TIER

    def _originals(self) -> dict[str, list[int]]:
        found: defaultdict[str, list[int]] = defaultdict(list)
        for original, heirs in self.heirs.items():
            for heir in heirs:
                found[heir].append(original)
        return found

    def _note(self, originals: Iterable[int], heir: str) -> None:
        for original in originals:
            self.heirs[original].append(heir)

    # --- Districts: their work goes to the communes of their territory ------------------------

    def _districts(self) -> None:
        for unit in self.scenery.ends(Tier.DISTRICT):
            district = self.scenery.committees.get(unit)
            if district and (places := self._places(unit)):
                self._abolish(district, places)
                for suffix, office in sorted(self.scenery.offices.get(district, {}).items()):
                    likes = {
                        commune: [self.under[heir].get(suffix, heir) for heir in heirs]
                        for commune, heirs in places.items()
                    }
                    self._abolish(office, likes)

    def _places(self, district: int) -> dict[int, list[str]]:
        """The communes of a district, and who governs their territory from the day on."""
        found = {
            commune: [self.governs[place] for place in places if place in self.governs]
            for commune in self.scenery.communes_of.get(district, ())
            for places in [self.scenery.heirs.get(commune, [commune])]
        }
        return {commune: heirs for commune, heirs in found.items() if heirs}

    def _abolish(self, original: int, places: dict[int, list[str]]) -> None:
        every = list(dict.fromkeys(heir for heirs in places.values() for heir in heirs))
        self._change(ChangeKind.ABOLISH, [original], every)
        if len(every) > 1:
            self._share(original, every[0], default=True)
        for commune, heirs in places.items():
            if len(set(heirs)) == 1:
                self._share(original, heirs[0], unit=self.scenery.old_units[commune].code)

    # --- Words -----------------------------------------------------------------------------

    def _body(self, identifier: str, *, kind: str = "", **words: object) -> None:
        """A body of the plan: with a kind a new one, which belongs to a commune."""
        tier = Tier.COMMUNE.name if kind else ""
        if kind or any(words.values()):
            self.bodies[identifier] = BodyWords(identifier, kind=kind, tier=tier, **words)  # type: ignore[arg-type]

    def _change(self, kind: ChangeKind, originals: list[int], heirs: list[str]) -> None:
        change = ChangeWords(kind, [self._identifier(pk) for pk in originals], heirs)
        self.said_in |= {(pk, heir): change for pk in originals for heir in heirs}
        self.changes.append(change)

    def _share(self, original: int, heir: str, *, unit: str = "", default: bool = False) -> None:
        share = ShareWords(self._identifier(original), heir, unit=unit, default=default)
        self.said_in[original, heir].shares.append(share)

    def _stays(self, unit: int) -> str:
        committee = self.scenery.committees[unit]
        self._govern(unit, self._identifier(committee), committee)
        return self._identifier(committee)

    def _govern(self, unit: int, identifier: str, committee: int) -> None:
        offices = self.scenery.offices.get(committee, {})
        self.governs[unit] = identifier
        self.under[identifier] = {suffix: self._identifier(pk) for suffix, pk in offices.items()}

    def _above(self, unit: int) -> str:
        return self.governs.get(self.scenery.around_after.get(unit, 0), "")

    def _governing(self, units: Iterable[int]) -> list[int]:
        return [self.scenery.committees[pk] for pk in units if pk in self.scenery.committees]

    @cached_property
    def _codes(self) -> dict[int, str]:
        units = self.scenery.old_units
        return {own: units[unit].code for unit, own in self.scenery.committees.items()}

    def _code_of(self, committee: int) -> str:
        return self._codes[committee]

    def _identifier(self, organization: int) -> str:
        return self.scenery.organizations[organization].identifier

    def _top(self, organization: int) -> str:
        return self._identifier(organization).partition(".")[0]

    def _renamed(self, organization: int, unit: int) -> str:
        """Its name with the new place for the old one, at its end."""
        name = self.scenery.organizations[organization].name_on(self.scenery.eve)
        place = self.scenery.new_units[unit].name_on(self.scenery.day)
        old = self.scenery.place_of.get(organization, "")
        return name.removesuffix(old) + place if old and name.endswith(old) else f"{name} {place}"
