"""How much is that? Amounts by the piece, in steps, up to a most, with an exemption taken off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from .models import Fee

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Amount:
    """One line of what it costs."""

    case: str
    amount: int | None
    """In đồng, for all that is needed, with the exemption taken off; none where others set it."""
    before: int | None
    per: str
    steps: tuple[tuple[int, int], ...]
    """From which piece on each costs how much, where it is counted by the piece."""
    most: int | None
    basis: str


def of_fees(fees: Iterable[Fee], count: int, percent_off: int) -> tuple[Amount, ...]:
    """A line for each case, in the editors' order."""
    grouped = groupby(fees, key=lambda fee: (fee.case, fee.per))
    return tuple(_of_case(list(rows), count, percent_off) for _same, rows in grouped)


def plain(amount: int, percent_off: int) -> Amount:
    """An amount that the record states."""
    return Amount("", _less(amount, percent_off), amount, "", (), None, "")


def _of_case(rows: Sequence[Fee], count: int, percent_off: int) -> Amount:
    steps = tuple(sorted((row.first, row.amount) for row in rows if row.amount is not None))
    most = next((row.most for row in rows if row.most is not None), None)
    whole = _sum(steps, count if rows[0].per else 1, most) if steps else None
    less = None if whole is None else _less(whole, percent_off)
    bases = "; ".join(dict.fromkeys(row.basis for row in rows))
    told = steps if rows[0].per else ()
    return Amount(rows[0].case, less, whole, rows[0].per, told, most, bases)


def _sum(steps: Sequence[tuple[int, int]], count: int, most: int | None) -> int:
    """Each piece costs what the last step at or before it says."""
    ends = [first for first, _amount in steps[1:]] + [count + 1]
    pieces = (
        max(0, min(end, count + 1) - first) * amount
        for (first, amount), end in zip(steps, ends, strict=True)
    )
    whole = sum(pieces)
    return whole if most is None else min(whole, most)


def _less(amount: int, percent_off: int) -> int:
    """Rounded down: nobody pays a đồng more than the text says."""
    return amount * (WHOLE - percent_off) // WHOLE
