"""A small number is not shown, and cannot be worked out from what is."""

from fractions import Fraction
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.statistics.figures import Figures
from motcua.statistics.suppression import GROUPS, SUMS, bridges, closed, veils

from .subtraction import worked_out

SMALLEST = 3


@st.composite
def tables(draw):
    """Offices by sectors, as unequal as communes are."""
    offices, sectors = draw(st.integers(2, 6)), draw(st.integers(2, 5))
    number = st.one_of(st.just(0), st.integers(0, 4), st.integers(0, 60))
    return {
        (office, 100 + sector): draw(
            st.builds(
                Figures,
                carried=number,
                received_direct=number,
                received_online=number,
                early=number,
                on_time=number,
                late=number,
            )
        )
        for office in range(offices)
        for sector in range(sectors)
    }


def can_be_worked_out(hidden, place):
    """Whether the sums of rows and columns leave one value for ``place``: by elimination."""
    unknown = sorted(hidden)
    sums = {("o", o) for o, _ in unknown} | {("s", s) for _, s in unknown}
    rows = [
        [Fraction(int((axis, {"o": o, "s": s}[axis]) == (axis, at))) for o, s in unknown]
        for axis, at in sums
    ]
    goal = [Fraction(int(each == place)) for each in unknown]
    return rank([*rows, goal]) == rank(rows)


def rank(rows):
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        pivot = next((r for r in range(found, len(rows)) if rows[r][column]), None)
        if pivot is None:
            continue
        rows[found], rows[pivot] = rows[pivot], rows[found]
        for r in range(found + 1, len(rows)):
            if rows[r][column]:
                factor = rows[r][column] / rows[found][column]
                rows[r] = [a - factor * b for a, b in zip(rows[r], rows[found], strict=True)]
        found += 1
    return found


@settings(max_examples=40, deadline=None)
@given(tables())
def test_no_small_number_is_shown_and_none_can_be_worked_out(table):
    hidden = veils([table], SMALLEST, {})

    for place, figures in table.items():
        for group, names in GROUPS.items():
            if group not in hidden.get(place, ()):
                assert not any(0 < getattr(figures, name) < SMALLEST for name in names)
    for group in GROUPS:
        cells = {place for place, groups in hidden.items() if group in groups}
        assert not any(can_be_worked_out(cells, place) for place in cells)


@settings(max_examples=60, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 5), st.integers(0, 4)), max_size=18))
def test_a_cell_on_no_loop_is_one_that_can_be_worked_out(hidden):
    assert {*bridges(hidden)} == {each for each in hidden if can_be_worked_out(hidden, each)}


def test_one_small_number_hides_three_more_and_no_empty_ones():
    table = {
        (o, s): Figures(received_online=10 * (o + s), early=10)
        for o in (1, 2, 3)
        for s in (1, 2, 3)
    }
    table[1, 1] = Figures(received_online=2)
    table[2, 1] = table[1, 2] = Figures()

    hidden = veils([table], SMALLEST, {})

    assert {place for place, groups in hidden.items() if SUMS in groups} == {
        (1, 1),
        (1, 3),
        (3, 1),
        (3, 3),
    }


def test_where_sums_hide_everything_hides():
    table = {(o, s): Figures(received_online=50) for o in (1, 2) for s in (1, 2)}
    table[1, 1] = Figures(received_online=1)

    assert veils([table], SMALLEST, {})[1, 1] == frozenset(GROUPS)


def test_nothing_hides_where_nothing_is_small():
    table = {(o, s): Figures(received_online=50, early=50) for o in (1, 2) for s in (1, 2)}

    assert not any(veils([table], SMALLEST, {}).values())


@pytest.mark.parametrize("sizes", [{(1, 1): 5, (1, 2): 5}, {(1, 1): 5, (2, 1): 5}])
def test_without_a_second_office_or_sector_there_is_no_loop_to_close(sizes):
    assert closed({(1, 1)}, sizes) == {(1, 1)}


# --- Other times ----------------------------------------------------------------------------------


def province(seed, busy):
    """Eight offices by five sectors for six months, as unequal as communes are."""
    chance = Random(seed)
    months = [{} for _ in range(6)]
    for office, sector in product(range(8), range(100, 105)):
        weight, left = busy * chance.lognormvariate(0, 0.7) / (sector - 99), 0
        for month in months:
            month[office, sector] = figures = some_month(chance, weight, left)
            left = figures.in_process + figures.waiting
    return months


def some_month(chance, weight, carried):
    received = [round(chance.uniform(0, 2) * weight * part) for part in (0.1, 0.85, 0.05)]
    there = carried + sum(received)
    stopped = min(there, chance.choice((0, 0, 1, 2)))
    resolved = round(0.85 * (there - stopped))
    late = min(resolved, chance.choice((0, 0, 1, 3)))
    left = there - stopped - resolved
    return Figures(
        *(carried, *received, (resolved - late) // 2, resolved - late - (resolved - late) // 2),
        late=late,
        stopped=stopped,
        waiting=left // 4,
        overdue=min(left - left // 4, late),
    )


@pytest.mark.parametrize("busy", [3, 20, 150])
@pytest.mark.parametrize("seed", range(4))
def test_what_hides_does_not_come_back_from_other_times(seed, busy):
    months = province(seed, busy)

    def hides(first, last):
        return veils(months[first : last + 1], SMALLEST, months[first - 1] if first else {})

    assert not worked_out(months, hides)


def test_a_longer_time_hides_what_one_of_its_months_hides():
    plenty = {(o, s): Figures(received_online=50, early=50) for o in (1, 2) for s in (1, 2)}
    small = {**plenty, (1, 1): Figures(received_online=2, early=2)}

    assert veils([plenty, small], SMALLEST, {})[1, 1] == frozenset(GROUPS)
    assert not veils([plenty], SMALLEST, {})


def test_what_a_month_left_hides_once_more_where_the_next_one_takes_it_over():
    before = {(o, s): Figures(received_online=50, waiting=50) for o in (1, 2) for s in (1, 2)}
    before[1, 1] = Figures(received_online=50, early=48, waiting=2)
    month = {place: Figures(carried=50, waiting=50) for place in before}

    assert veils([month], SMALLEST, before)[1, 1] == {"stocks"}


def test_a_table_in_which_most_hides_shows_nothing():
    months = [{(o, s): Figures(received_online=2 + 20 * (o == s)) for o in (1, 2) for s in (1, 2)}]

    assert set(veils(months, SMALLEST, {}).values()) == {frozenset(GROUPS)}
