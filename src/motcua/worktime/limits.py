"""How long may it take? The time limit of a procedure, as recorded: a value, a unit, a note."""

from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """What a time limit is counted in; the five that real records use (domain.md §3.1)."""

    SAME_DAY = "same_day"
    """Done within the day; after the cut-off, within the next working day."""
    HOUR = "hour"
    """Office hours: the clock stands still while the office is closed."""
    DAY = "day"
    """Calendar days; an end on a day off moves to the next working day."""
    WORKING_DAY = "working_day"
    """Days on which the office works."""
    MONTH = "month"
    """To the day of the same number, or the month's last; an end on a day off moves."""


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit, for example ``Limit(5, Unit.WORKING_DAY)``.

    One record in eight states none that a machine could read; it keeps its words in ``note``.
    """

    value: int | None
    unit: Unit | None
    note: str = ""

    @property
    def is_machine_readable(self) -> bool:
        """Whether a due date can be counted from it."""
        if self.unit is Unit.SAME_DAY:
            return True
        return self.unit is not None and self.value is not None and self.value > 0
