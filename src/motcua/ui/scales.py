"""Which round numbers stand beside a chart's axis, and where does a value lie between them?"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
STEPS_AT_MOST = 5
WHOLE = 100.0
"""A share is never more than this."""


@dataclass(frozen=True, slots=True)
class Scale:
    """An axis from ``low`` upwards in even, round steps."""

    low: float
    step: float
    count: int

    @property
    def steps(self) -> list[float]:
        return [self.low + self.step * number for number in range(self.count + 1)]

    @property
    def decimals(self) -> int:
        return 0 if self.step == int(self.step) and self.low == int(self.low) else 1

    def share(self, value: float) -> float:
        """Where ``value`` lies: 0 at the bottom, 1 at the top."""
        return (value - self.low) / (self.step * self.count)


def scale_for(values: Sequence[float], *, is_percentage: bool = False) -> Scale:
    """The axis on which all ``values`` have room: counts from zero, shares up to 100."""
    if is_percentage:
        return _shares(min(values, default=0.0))
    highest = max([*values, 1.0])
    step = _round_step(highest / STEPS_AT_MOST)
    return Scale(0.0, step, max(1, math.ceil(highest / step)))


def _shares(lowest: float) -> Scale:
    """Down to a round number below the lowest, so that changes near 100 are seen."""
    step = max(1.0, _round_step((WHOLE - lowest) / STEPS_AT_MOST))
    count = max(1, math.ceil((WHOLE - lowest) / step))
    count = min(count, math.ceil(WHOLE / step))
    return Scale(max(0.0, WHOLE - step * count), step, count)


def _round_step(least: float) -> float:
    """The smallest of 1, 2, 2.5, 5, 10 times a power of ten that is not less; whole from 1 up."""
    power = 10.0 ** math.floor(math.log10(max(least, 1.0)))
    fitting = next(step for step in STEPS if step * power >= least)
    return 5.0 * power if fitting == STEPS[2] and power == 1.0 else fitting * power
