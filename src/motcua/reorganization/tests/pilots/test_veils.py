"""Of few people nothing shows: not in one review, and not by taking one from another."""

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from motcua.periods.clock import VIETNAM, day_of, today
from motcua.reorganization import pilot_actions, pilot_drawings, pilot_exports, pilot_veils
from motcua.reorganization.models import PilotReview
from motcua.reorganization.pilot_actions import Held
from motcua.reorganization.pilot_findings import HIDDEN, Findings
from motcua.reorganization.pilot_showing import for_everybody
from motcua.reorganization.pilot_snapshot import Cell, Half, Month, Snapshot
from motcua.reorganization.pilot_verdicts import Tone

from .stories import STARTED

NOW = datetime(2026, 9, 10, 9, tzinfo=VIETNAM)
LEAST = 3
WHOLE = Cell(received=60, on_time=50, late=10, answered=40, answered_in_time=40)


def review(months=4, **more):
    """Of as many months before ``STARTED`` as since; since then with some more of everything."""
    after = replace(WHOLE, **{name: getattr(WHOLE, name) + n for name, n in more.items()})
    before, first = date(2025, 15 - months, 1), STARTED
    half = Half(before=WHOLE, after=after)
    return Snapshot(first, date(2026, 9, 1), NOW, months, before, first, (2025, 2026), half, Half())


def since(found):
    return {line.name: line.texts[1] for group in found.groups for line in group.lines}


@pytest.mark.parametrize(("more", "shown"), [(1, HIDDEN), (2, HIDDEN), (3, "63"), (0, "60")])
def test_what_a_later_review_counts_more_hides_like_any_number(more, shown):
    later = Findings(review(5, received=more), LEAST, (review(4),))

    assert since(later)["Tiếp nhận"] == shown
    assert later.hides == (shown == HIDDEN)


def test_with_what_was_decided_its_outcomes_hide_and_no_difference_is_told():
    later = Findings(review(5, on_time=1, late=1), LEAST, (review(4),))

    told = since(later)
    hidden = ("Đã giải quyết", "Đúng hạn hoặc sớm hạn", "Giải quyết quá hạn")
    assert {told[name] for name in hidden} == {HIDDEN}
    verdict = later.groups[1].verdict
    assert verdict.tone is Tone.FEW
    assert not any(sign.isdigit() for sign in verdict.text)


def test_the_office_reads_everything_and_windows_apart_give_nothing_away():
    few = review(5, received=1)
    apart = replace(review(4), before_first=date(2020, 1, 1), after_first=date(2020, 6, 1))

    assert since(Findings(few, 0, (review(4),)))["Tiếp nhận"] == "61"
    assert since(Findings(few, LEAST, (apart,)))["Tiếp nhận"] == "61"


def test_one_month_of_few_takes_another_with_it():
    months = [Month(f"2026-0{n}-01", decided, decided) for n, decided in ((3, 9), (4, 2), (5, 8))]

    assert pilot_veils.hidden_months(months, LEAST) == {"2026-04-01", "2026-03-01"}
    assert pilot_veils.hidden_months([months[0], months[2]], LEAST) == set()
    assert pilot_veils.hidden_months(months, 0) == set()


def test_a_longer_window_hides_the_same_months():
    """Else the month that hides here would be the sum less what shows there."""
    months = [Month(f"2026-0{n}-01", decided, 0) for n, decided in enumerate((9, 2, 8, 5), 3)]

    assert pilot_veils.hidden_months(months[:3], LEAST) == pilot_veils.hidden_months(months, LEAST)


def test_months_of_a_hidden_window_are_neither_told_nor_drawn():
    told = review(5, on_time=1)
    half = replace(
        told.concerned, months=[Month("2025-10-01", 12, 12), Month("2026-03-01", 51, 51)]
    )
    found = Findings(replace(told, concerned=half), LEAST, (review(4),))

    assert found.month(half, "2025-10-01") == (12, 12)
    assert found.month(half, "2026-03-01") == (HIDDEN, HIDDEN)
    assert [point.value for point in pilot_drawings.month_points(found, half)] == [100.0, None]


def test_the_review_shown_later_gives_way(running, people):
    """Whatever their days: who reads the first one has its numbers."""
    interim, final = running.reviews.order_by("due_on")
    _hold(running, interim, 5, people)
    _hold(running, final, 1, people)

    pilot_actions.show_review(running, _now(final), by=people.keeper)
    assert for_everybody(_now(final)).earlier == ()
    pilot_actions.show_review(running, _now(interim), by=people.keeper)

    assert len(for_everybody(_now(interim)).earlier) == 1
    assert for_everybody(_now(final)).earlier == ()


def test_the_paper_is_by_whom_the_office_was_called_on_the_day_that_it_bears(running, people):
    """Its figures may be of a day before the office got its name."""
    held = _hold(running, running.reviews.first(), 3, people)
    office, yesterday = running.organization, today() - timedelta(days=1)
    office.names.all().delete()
    first = office.valid_during.lower
    office.names.create(full_name="Ủy ban nhân dân tỉnh Xưa", valid_during=(first, yesterday))
    office.names.create(full_name="Ủy ban nhân dân thành phố Nay", valid_during=(yesterday, None))

    report = pilot_exports.report(_now(held), for_everybody(held))

    assert day_of(datetime.fromisoformat(report["made_at"])) == today()
    assert report["organization"] == "Ủy ban nhân dân thành phố Nay"


def _hold(pilot, review, days_ago, people):
    held = Held(today() - timedelta(days=days_ago), "Đạt.", is_public=False)
    pilot_actions.hold_review(pilot, review, held, by=people.keeper)
    return _now(review)


def _now(review):
    return PilotReview.objects.for_pages().get(pk=review.pk)
