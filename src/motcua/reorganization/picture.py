"""What does a plan say altogether? Its rows, each table read once; a plan may have thousands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import Any

from motcua.organizations.models import Organization
from motcua.reorganization import kinds
from motcua.reorganization.models import Body, Change, Party, Plan, Share


@dataclass(frozen=True)
class Picture:
    """A plan with its bodies, changes, parties and shares in memory."""

    plan: Plan
    bodies: dict[int, Body]
    changes: dict[int, Change]
    parties: list[Party]
    shares: list[Share]

    @classmethod
    def of(cls, plan: Plan) -> Picture:
        changes = Change.objects.filter(plan=plan).in_bulk()
        of_plan = {"change__plan": plan}
        bodies = Body.objects.filter(plan=plan).select_related("organization", "parent")
        return cls(
            plan,
            bodies.in_bulk(),
            changes,
            list(Party.objects.filter(**of_plan).order_by("pk")),
            list(Share.objects.filter(**of_plan).order_by("pk")),
        )

    @property
    def eve(self) -> date:
        """The last day of the old order."""
        return self.plan.day - timedelta(days=1)

    @cached_property
    def organizations(self) -> dict[int, Organization]:
        """Every existing organization that the plan names, with its name of the last day."""
        named: set[int | None] = {party.organization_id for party in self.parties}
        named |= {each.organization_id for each in self.bodies.values()}
        named |= {each.parent_id for each in self.bodies.values()}
        with_names = Organization.objects.with_names(self.eve)
        return with_names.in_bulk([pk for pk in named if pk])

    @cached_property
    def units_of(self) -> dict[int, set[int]]:
        """Body to the units that it says it serves."""
        through: Any = Body.units.through
        found: defaultdict[int, set[int]] = defaultdict(set)
        rows = through.objects.filter(body__plan=self.plan)
        for body, unit in rows.values_list("body", "unit"):
            found[body].add(unit)
        return dict(found)

    @cached_property
    def originals_of(self) -> dict[int, list[int]]:
        """Change to organizations before it."""
        return self._sides("organization_id")

    @cached_property
    def resulting_of(self) -> dict[int, list[int]]:
        """Change to bodies after it."""
        return self._sides("body_id")

    @cached_property
    def ending(self) -> dict[int, list[Change]]:
        """Organizations that end, each with the changes that end it."""
        found: defaultdict[int, list[Change]] = defaultdict(list)
        for pk, change in self.changes.items():
            if kinds.ends_originals(change.kind):
                for original in self.originals_of.get(pk, ()):
                    found[original].append(change)
        return found

    @cached_property
    def originals(self) -> dict[int, list[Change]]:
        """Every organization before, with the changes that it is in."""
        found: defaultdict[int, list[Change]] = defaultdict(list)
        for pk, change in self.changes.items():
            for original in self.originals_of.get(pk, ()):
                found[original].append(change)
        return found

    @cached_property
    def shares_of(self) -> dict[int, list[Share]]:
        """What each original gives away, as written down."""
        found: defaultdict[int, list[Share]] = defaultdict(list)
        for share in self.shares:
            found[share.original_id].append(share)
        return found

    @cached_property
    def founded(self) -> list[Body]:
        """New organizations, superiors before those who answer to them."""
        placed: set[int] = set()
        rest = [body for body in self.bodies.values() if body.is_founded]
        inside = {body.pk for body in rest}
        ordered: list[Body] = []
        while rest:
            ready = [
                b for b in rest if b.parent_body_id not in inside or b.parent_body_id in placed
            ]
            if not ready:
                return [*ordered, *rest]  # in a circle, which the checks refuse
            placed |= {body.pk for body in ready}
            ordered += ready
            rest = [body for body in rest if body.pk not in placed]
        return ordered

    def heirs(self, original: int) -> list[int]:
        """The bodies to which an original passes anything, each once."""
        by_share = [share.resulting_id for share in self.shares_of.get(original, ())]
        by_change = [
            body
            for change in self.originals.get(original, ())
            for body in self.resulting_of.get(change.pk, ())
            if not self.is_same(original, body)
        ]
        return list(dict.fromkeys([*by_share, *by_change]))

    def is_same(self, original: int, body: int) -> bool:
        """Whether the body is the original itself, going on."""
        return self.bodies[body].organization_id == original and not self.bodies[body].is_founded

    def _sides(self, column: str) -> dict[int, list[int]]:
        found: defaultdict[int, list[int]] = defaultdict(list)
        for party in self.parties:
            if (pk := getattr(party, column)) is not None:
                found[party.change_id].append(pk)
        return found


def names(organizations: Iterable[Organization]) -> str:
    """*UBND xã A (H49.61), UBND xã B (H49.62)*, for a sentence."""
    return ", ".join(f"{each.name} ({each.identifier})" for each in organizations)
