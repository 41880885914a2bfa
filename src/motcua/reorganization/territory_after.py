"""Which territory does each organization of the new order serve?"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from motcua.organizations.models import Jurisdiction
from motcua.reorganization import compiling
from motcua.reorganization.picture import Picture
from motcua.territory.models import Unit


class Territory:
    """What bodies say that they serve, or else what they served and what they inherit.

    An original's unit goes to whom a share names for it, or to the default; where the unit itself
    ends with that day, what came of it counts, if that is one place.
    """

    def __init__(self, picture: Picture) -> None:
        self.picture = picture

    @cached_property
    def after(self) -> dict[int, set[int]]:
        """Body to the keys of its units from the day on; none for who serves nothing."""
        found = self._inherited()
        for pk, body in self.picture.bodies.items():
            if said := self.picture.units_of.get(pk):
                found[pk] = set(said)
            elif not body.is_founded and body.organization_id:
                found[pk] |= self._going_on(body.organization_id)
        return {pk: units for pk, units in found.items() if units}

    def _inherited(self) -> defaultdict[int, set[int]]:
        found: defaultdict[int, set[int]] = defaultdict(set)
        for original in self.picture.ending:
            for unit in self.before.get(original, ()):
                for body, place in self._heirs(original, unit):
                    found[body].add(place)
        return found

    @cached_property
    def before(self) -> dict[int, set[int]]:
        """Organization to the keys of its units on the last day of the old order."""
        named = {*self.picture.organizations}
        rows = Jurisdiction.objects.on(self.picture.eve).filter(organization__in=named)
        found: defaultdict[int, set[int]] = defaultdict(set)
        for organization, unit in rows.values_list("organization", "unit"):
            found[organization].add(unit)
        return dict(found)

    @cached_property
    def unclear(self) -> list[tuple[int, int]]:
        """Originals with a unit that was divided and that nobody says who serves."""
        return [
            (original, unit)
            for original in self.picture.ending
            for unit in self.before.get(original, ())
            if len(self.places[unit]) > 1 and self._says_nobody(original, unit)
        ]

    @cached_property
    def places(self) -> dict[int, list[int]]:
        """Each unit before, with what holds its territory from the day on."""
        units = {unit for units in self.before.values() for unit in units}
        return Unit.objects.heirs(sorted(units), self.picture.plan.day)

    def _says_nobody(self, original: int, unit: int) -> bool:
        """Whether no heir serves any of what came of the unit."""
        heirs = self.picture.heirs(original)
        served = {place for body in heirs for place in self.after.get(body, ())}
        return served.isdisjoint(self.places[unit])

    def _going_on(self, organization: int) -> set[int]:
        held = self.before.get(organization, ())
        return {self.places[unit][0] for unit in held if len(self.places[unit]) == 1}

    def _heirs(self, original: int, unit: int) -> list[tuple[int, int]]:
        heir = self._heir(original, unit)
        places = self.places[unit]
        return [(heir, places[0])] if heir is not None and len(places) == 1 else []

    def _heir(self, original: int, unit: int) -> int | None:
        shares = self.picture.shares_of.get(original, ())
        whole = [
            s
            for s in shares
            if s.unit_id == unit and not s.function_id and not s.procedure_code and not s.localities
        ]
        default = [s for s in shares if s.is_default]
        for share in [*whole, *default]:
            return share.resulting_id
        return compiling.implied_default(self.picture, original)
