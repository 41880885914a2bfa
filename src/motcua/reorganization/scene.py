"""What do all lines of a rehearsal look at? A plan's picture, read once however many they are."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property

from motcua.periods.clock import today
from motcua.reorganization.models import Body, Plan
from motcua.reorganization.picture import Picture
from motcua.search.folding import fold

KEPT = "_scene"


@dataclass(frozen=True)
class Scene:
    """Who ends, who goes on, what everybody is called before and after."""

    plan: Plan
    picture: Picture
    revision: int

    @cached_property
    def eve(self) -> date:
        """The last day of the old order, or today where that is over."""
        return min(self.plan.day - timedelta(days=1), max(today(), self.plan.decided_on))

    @cached_property
    def ending(self) -> list[int]:
        """Organizations that end."""
        return sorted(self.picture.ending)

    @cached_property
    def touched(self) -> list[int]:
        """Organizations of which something goes elsewhere, or which end."""
        return sorted(self.picture.originals)

    @cached_property
    def resulting(self) -> list[int]:
        """Organizations that exist already and receive something."""
        return sorted(
            body.organization_id
            for body in self.picture.bodies.values()
            if body.organization_id and not body.is_founded
        )

    @cached_property
    def going(self) -> dict[int, str]:
        """What disappears: those that end or are renamed, with the name of the last day."""
        renamed = {
            body.organization_id
            for body in self.picture.bodies.values()
            if body.organization_id and body.full_name and not body.is_founded
        }
        there = self.picture.organizations
        return {pk: there[pk].name_on(self.picture.eve) for pk in {*self.ending, *renamed} if pk}

    @cached_property
    def names_of_body(self) -> dict[int, str]:
        """Body to what it is called under the new order."""
        return {pk: self._name_of(body) for pk, body in self.picture.bodies.items()}

    def _name_of(self, body: Body) -> str:
        if body.full_name or not body.organization_id:
            return body.full_name or body.identifier
        return self.name_of(body.organization_id)

    @cached_property
    def words(self) -> list[str]:
        """The names that disappear, long and short, as texts without marks have them."""
        said = {form for name in self.going.values() for form in forms_of(name)}
        return sorted({fold(form) for form in said} - self._words_that_stay)

    @cached_property
    def identifiers(self) -> list[str]:
        """Those of organizations that end, as addresses have them."""
        return sorted(self.picture.organizations[pk].identifier for pk in self.ending)

    @property
    def _words_that_stay(self) -> set[str]:
        """A name that another organization goes on bearing is not wrong."""
        named = [form for name in self.names_of_body.values() for form in forms_of(name)]
        return {fold(form) for form in named}

    def name_of(self, organization: int) -> str:
        """Of one that the plan names."""
        return self.picture.organizations[organization].name_on(self.picture.eve)

    def body_of(self, organization: int) -> Body | None:
        """What an organization that goes on is described as."""
        bodies = self.picture.bodies.values()
        return next((b for b in bodies if b.organization_id == organization), None)


def scene_of(plan: Plan) -> Scene:
    """The scene of a plan; the same one until the plan moves."""
    kept: Scene | None = plan.__dict__.get(KEPT)
    if kept is None or kept.revision != plan.revision:
        kept = plan.__dict__[KEPT] = Scene(plan, Picture.of(plan), plan.revision)
    return kept


SHORT = {"Ủy ban nhân dân": "UBND", "Hội đồng nhân dân": "HĐND"}


def forms_of(name: str) -> list[str]:
    """A name in full and as everybody shortens it.

    >>> forms_of("Ủy ban nhân dân xã A")
    ['Ủy ban nhân dân xã A', 'UBND xã A']
    """
    long, short = name, name
    for words, letters in SHORT.items():
        long, short = long.replace(letters, words), short.replace(words, letters)
    return list(dict.fromkeys(form for form in (long, short) if form))


def short(name: str) -> str:
    """As labels of a drawing have it."""
    return forms_of(name)[-1] if name else name
