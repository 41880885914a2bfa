"""What holds for every moment, every limit and every pause?"""

from datetime import datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from motcua.periods.clock import VIETNAM
from motcua.periods.models import since
from motcua.worktime.actions import FIRST_DAY, recorded_days
from motcua.worktime.clock_events import ClockEvent, Policy, Tick, clock
from motcua.worktime.deadlines import due, standing
from motcua.worktime.limits import Limit, Unit
from motcua.worktime.models import OfficeHours
from motcua.worktime.queries import calendar_of

CALENDAR = calendar_of(recorded_days(), [OfficeHours(valid_during=since(FIRST_DAY))])

moments = st.datetimes(
    datetime(2024, 1, 1),  # noqa: DTZ001 (hypothesis adds the zone)
    datetime(2027, 6, 30),  # noqa: DTZ001
    timezones=st.just(VIETNAM),
)
spans = st.timedeltas(timedelta(), timedelta(days=40))
units = st.sampled_from(Unit)
counted_units = st.sampled_from([Unit.DAY, Unit.WORKING_DAY, Unit.MONTH])
divisible_units = st.sampled_from([Unit.SAME_DAY, Unit.HOUR, Unit.DAY, Unit.WORKING_DAY])
values = st.integers(1, 30)
quick = settings(max_examples=150, deadline=None)


@quick
@given(moments, spans, values, units)
def test_received_later_is_never_due_earlier(received, later, value, unit):
    limit = Limit(value, unit)

    assert due(received, limit, CALENDAR).at <= due(received + later, limit, CALENDAR).at


@quick
@given(moments, values, values, units)
def test_a_longer_limit_is_never_due_earlier(received, value, more, unit):
    shorter, longer = Limit(value, unit), Limit(value + more, unit)

    assert due(received, shorter, CALENDAR).at <= due(received, longer, CALENDAR).at


@quick
@given(moments, values, units)
def test_it_is_never_due_on_a_day_off_nor_before_receipt(received, value, unit):
    answer = due(received, Limit(value, unit), CALENDAR)

    assert CALENDAR.is_working_day(answer.day)
    assert answer.at >= min(received, CALENDAR.closes_at(received.date()))
    assert CALENDAR.opens_at(answer.day) <= answer.at <= CALENDAR.closes_at(answer.day)


@quick
@given(moments, values, counted_units)
def test_the_explanation_counts_to_the_limit(received, value, unit):
    answer = due(received, Limit(value, unit), CALENDAR)

    assert [s.counted for s in answer.days if s.counted] == list(range(1, value + 1))
    assert answer.days[0].day == received.date()
    assert answer.days[-1].day == answer.day


@quick
@given(moments, values)
def test_the_hours_of_the_explanation_add_up(received, value):
    answer = due(received, Limit(value, Unit.HOUR), CALENDAR)

    days, rest = divmod(value, 8)
    assert sum((s.spent for s in answer.days), timedelta()) == timedelta(hours=7.5 * days + rest)


@quick
@given(moments, values, st.sampled_from([Unit.DAY, Unit.WORKING_DAY]))
def test_the_explanation_leaves_out_no_day(received, value, unit):
    days = [step.day for step in due(received, Limit(value, unit), CALENDAR).days]

    assert days == [days[0] + timedelta(days=n) for n in range(len(days))]


@quick
@given(
    moments,
    spans,
    spans,
    values,
    st.sampled_from([Unit.SAME_DAY, Unit.HOUR, Unit.DAY, Unit.WORKING_DAY]),
)
def test_restarting_never_gives_less_time_than_resuming(received, until, waiting, value, unit):
    limit = Limit(value, unit)
    asked = received + until
    if asked > due(received, limit, CALENDAR).at:
        asked = received
    history = [
        ClockEvent(Tick.RECEIVED, received),
        ClockEvent(Tick.SUPPLEMENT_REQUESTED, asked),
        ClockEvent(Tick.SUPPLEMENTED, asked + waiting),
    ]

    restarted = clock(history, limit, CALENDAR, Policy.RESTART)
    resumed = clock(history, limit, CALENDAR, Policy.RESUME)

    assert restarted.original == resumed.original
    assert restarted.current.at >= resumed.current.at >= resumed.original.at


@quick
@given(moments, spans)
def test_a_standing_only_gets_worse(due_at, earlier):
    order = ["ok", "soon", "late"]
    before, after = due_at - earlier, due_at

    assert order.index(standing(due_at, before, CALENDAR)) <= order.index(
        standing(due_at, after, CALENDAR)
    )
