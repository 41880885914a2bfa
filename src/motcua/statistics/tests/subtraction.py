"""A reader who subtracts: from all that is shown of all times, what follows of what hides?"""

from collections import defaultdict
from itertools import pairwise, product

from motcua.statistics.figures import NOTHING, over
from motcua.statistics.suppression import GROUPS

GROUP_OF = {name: group for group, names in GROUPS.items() for name in names}
FLOWS = (*GROUPS["sums"], *GROUPS["channels"], *GROUPS["outcomes"], "ended")
LEFT = ("in_process", "in_time", "overdue", "waiting")
ROWS = (
    {"received": 1, "received_direct": -1, "received_online": -1, "received_post": -1},
    {"resolved": 1, "early": -1, "on_time": -1, "late": -1},
    {"in_process": 1, "in_time": -1, "overdue": -1},
    {"carried": 1, "received": 1, "resolved": -1, "in_process": -1, "waiting": -1, "ended": -1},
)
"""What adds up to nothing within a row."""


def worked_out(months, hides):
    """The hidden numbers that follow, each as (time, place, name).

    ``months`` are tables by place that follow each other; ``hides(first, last)`` tells what a page
    of the months from ``first`` to ``last`` hides. Shown are each month and all of them together.
    """
    times = [(n, n) for n in range(len(months))] + [(0, len(months) - 1)]
    places = sorted({place for month in months for place in month})
    tables = {
        (first, last): {
            place: over([month.get(place, NOTHING) for month in months[first : last + 1]])
            for place in places
        }
        for first, last in times
    }
    values = {
        (time, place, name): getattr(table[place], name)
        for time, table in tables.items()
        for place in places
        for name in GROUP_OF
    }
    veils = {time: hides(*time) for time in times}
    unknown = {
        (time, place, name)
        for time, place, name in values
        if GROUP_OF[name] in veils[time].get(place, ())
    }
    return _solved([*_equations(times, places)], values, unknown)


def _equations(times, places):
    for place in places:
        yield from ({(t, place, name): k for name, k in row.items()} for t in times for row in ROWS)
        yield from _through_time(times, place)
    for axis, time, name in product((0, 1), times, GROUP_OF):
        # The sums over all sectors, and over all offices, are shown.
        for line in {place[axis] for place in places}:
            yield {(time, place, name): 1 for place in places if place[axis] == line}


def _through_time(times, place):
    *months, whole = times
    for name in FLOWS:
        yield {(whole, place, name): 1} | {(month, place, name): -1 for month in months}
    yield {(whole, place, "carried"): 1, (months[0], place, "carried"): -1}
    yield from ({(whole, place, n): 1, (months[-1], place, n): -1} for n in LEFT)
    for one, after in pairwise(months):
        left = {(one, place, name): -1 for name in ("in_process", "waiting")}
        yield {(after, place, "carried"): 1} | left


def _solved(equations, values, unknown):
    """An equation with one unknown gives it; nothing is guessed."""
    open_ones = [equation.keys() & unknown for equation in equations]
    at = defaultdict(list)
    for number, ones in enumerate(open_ones):
        for each in ones:
            at[each].append(number)
    found, ready = set(), [ones for ones in open_ones if len(ones) == 1]
    while ready:
        for each in {*ready.pop()}:
            found.add(each)
            for number in at[each]:
                open_ones[number].discard(each)
            ready += [open_ones[number] for number in at[each] if len(open_ones[number]) == 1]
    return {each for each in found if values[each]}
