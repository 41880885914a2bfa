"""How much of the apparatus does one page show? Level by level, as long as it stays light."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, field

from motcua.organizations.apparatus import Body, Group, grouped

LINES_AT_MOST = 700
"""More would be heavier than a page may be (tests/test_weights.py); the rest stands one link on."""


@dataclass(slots=True)
class Branch:
    """One line of the tree: a body, the branches shown below it, and how many are not."""

    body: Body
    branches: list[Branch] = field(default_factory=list)
    hidden: int = 0

    @property
    def groups(self) -> list[tuple[Group, list[Branch]]]:
        """The branches by the groups of their bodies."""
        own = {branch.body.pk: branch for branch in self.branches}
        below = grouped(branch.body for branch in self.branches)
        return [(group, [own[body.pk] for body in bodies]) for group, bodies in below]


def grown(tops: Iterable[Body], *, lines: int = LINES_AT_MOST) -> list[Branch]:
    """Branches for ``tops`` and below, whole levels first; a body shows all below it or none."""
    trunk = [Branch(body) for body in tops]
    waiting, left = deque(trunk), lines - len(trunk)
    while waiting:
        branch = waiting.popleft()
        count = len(branch.body.below)
        if count > left:
            branch.hidden = count
            continue
        left -= count
        branch.branches = [Branch(body) for body in branch.body.below]
        waiting.extend(branch.branches)
    return trunk
