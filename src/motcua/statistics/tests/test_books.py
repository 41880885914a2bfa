"""The kept figures say what somebody who looks at every dossier would say."""

from datetime import date, datetime, timedelta

import pytest
import time_machine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from motcua.periods.clock import VIETNAM
from motcua.statistics import figures, folding
from motcua.statistics.models import Delta, Promise, Tally
from motcua.statistics.spans import Span

from .lives import BEGINNING, Life, counted, lives

pytestmark = pytest.mark.django_db

SEVERAL = settings(
    max_examples=50,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
NOW = datetime(2026, 6, 10, 12, tzinfo=VIETNAM)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def forget():
    for books in (Delta, Tally, Promise):
        books.objects.all().delete()


@SEVERAL
@given(st.lists(lives(), max_size=12), st.lists(st.booleans(), min_size=12, max_size=12))
def test_figures_are_what_a_careful_clerk_would_count(write, offices, sectors, born, folds):
    forget()
    for life, is_folded in zip(born, folds, strict=False):
        write(life)
        if is_folded:
            with time_machine.travel(NOW, tick=False):
                folding.fold()

    for span in (Span(date(2026, 3, 1), 1), Span(date(2026, 4, 1), 3), Span(date(2026, 1, 1), 12)):
        kept = figures.by_place(span, NOW)
        for place, theirs in by_place(born, offices, sectors).items():
            expected = counted(theirs, span.begins, span.until(NOW))
            assert kept.get(place, figures.NOTHING) == expected
            assert expected.in_process >= expected.overdue >= 0


@SEVERAL
@given(st.lists(lives(), min_size=1, max_size=8))
def test_each_month_of_a_year_is_what_the_month_alone_is(write, born):
    forget()
    write(*born)
    months = [Span(date(2025, 12, 1), 1), *(Span(date(2026, n, 1), 1) for n in range(1, 13))]

    together = list(figures.in_each_month(Span(date(2026, 1, 1), 12), NOW))

    begun = [month for month in months if month.begins < NOW]
    assert together == [figures.by_place(month, NOW) for month in begun]


@SEVERAL
@given(st.lists(lives(), min_size=1, max_size=8))
def test_the_identity_holds_in_every_month_and_months_follow_each_other(write, born):
    forget()
    write(*born)

    months = figures.by_month(NOW)

    for (_, before), (month, one) in zip([(None, figures.NOTHING), *months], months, strict=False):
        assert one.carried == before.in_process + before.waiting
        parts = one.resolved + one.in_process + one.waiting + one.ended
        assert one.carried + one.received == parts
        assert min(one.in_process, one.overdue, one.in_time, one.waiting, one.unchecked) >= 0
        assert one == counted(born, Span(month, 1).begins, Span(month, 1).until(NOW))
        assert figures.by_month(NOW, since=month) == months[[m for m, _ in months].index(month) :]
    whole = figures.over([one for _month, one in months])
    assert whole == counted(born, BEGINNING, NOW)


def by_place(born, offices, sectors):
    return {
        (office.pk, sector.pk): [life for life in born if (life.office, life.sector) == (o, s)]
        for o, office in enumerate(offices)
        for s, sector in enumerate(sectors)
    }


# --- What is late, and since when ---------------------------------------------------------------


@pytest.fixture
def promised():
    """Received on 28 April, due on 6 May, in process."""
    life = Life(0, 0, 2)
    life.go("submit", at("2026-04-28 08:00"))
    life.go("receive", at("2026-04-28 09:00"), at("2026-05-06 17:00"))
    return life


def of_all(span, moment):
    return figures.total(figures.by_place(span, moment).values())


def overdue(moment, month):
    return of_all(Span(month, 1), at(moment)).overdue


def test_a_dossier_is_late_from_the_moment_it_falls_due_without_anybody_counting(write, promised):
    write(promised)

    assert overdue("2026-05-06 17:00", date(2026, 5, 1)) == 0
    assert overdue("2026-05-06 17:01", date(2026, 5, 1)) == 1


def test_a_month_that_is_over_stays_as_it_ended(write, promised):
    promised.go("take_up", at("2026-05-04 09:00"))
    promised.go("finish", at("2026-06-02 09:00"))
    write(promised)
    later = at("2026-07-15 08:00")

    april, may, june = (of_all(Span(date(2026, month, 1), 1), later) for month in (4, 5, 6))

    assert (april.in_process, april.overdue) == (1, 0)
    assert (may.carried, may.in_process, may.overdue) == (1, 1, 1)
    assert (june.carried, june.late, june.in_process, june.overdue) == (1, 1, 0, 0)


def test_what_fell_due_in_a_month_that_is_over_moves_into_its_tally(write, promised):
    write(promised)
    with time_machine.travel(at("2026-05-20 08:00"), tick=False):
        folding.fold()
    assert Promise.objects.count() == 1

    with time_machine.travel(at("2026-06-01 00:01"), tick=False):
        folding.fold()

    assert not Promise.objects.exists()
    assert Tally.objects.get(month=date(2026, 5, 1)).fell_due == 1
    assert overdue("2026-06-01 00:01", date(2026, 6, 1)) == 1


def test_what_is_resolved_in_time_leaves_no_promise_behind(write, promised):
    promised.go("take_up", at("2026-04-29 09:00"))
    promised.go("finish", at("2026-05-05 09:00"))
    write(promised)

    with time_machine.travel(at("2026-05-05 09:01"), tick=False):
        folding.fold()

    assert not Promise.objects.exists()
    assert of_all(Span(date(2026, 5, 1), 1), at("2026-05-20 08:00")).early == 1


def test_a_history_without_its_beginning_counts_for_nothing():
    life = Life(0, 0, 2)
    life.go("receive", BEGINNING, BEGINNING + timedelta(days=1))
    life.go("stop", BEGINNING + timedelta(days=2))

    from motcua.statistics.lives import entries

    assert list(entries(2, life.steps)) == [[], []]


def test_a_share_is_never_rounded_up():
    assert figures.Figures(early=1999, late=1).share == 99.9
    assert figures.Figures().share is None
