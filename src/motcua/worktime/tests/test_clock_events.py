"""What do supplement requests do to the clock?"""

from motcua.worktime.clock_events import ClockEvent, Policy, Tick, clock
from motcua.worktime.limits import Limit, Unit

from .moments import at

FIVE_DAYS = Limit(5, Unit.WORKING_DAY)
RECEIVED = ClockEvent(Tick.RECEIVED, at("2026-11-02 09:00"))
ASKED = ClockEvent(Tick.SUPPLEMENT_REQUESTED, at("2026-11-04 10:00"))
ANSWERED = ClockEvent(Tick.SUPPLEMENTED, at("2026-11-10 15:00"))


def test_before_receipt_nothing_runs(calendar):
    asked_early = ClockEvent(Tick.SUPPLEMENT_REQUESTED, at("2026-10-30 10:00"))

    state = clock([asked_early], FIVE_DAYS, calendar)

    assert state.original is state.current is None
    assert not state.is_running
    assert state.requests == 1


def test_receipt_starts_the_clock(calendar):
    state = clock([RECEIVED], FIVE_DAYS, calendar)

    assert state.is_running
    assert state.original.at == state.current.at == at("2026-11-09 17:00")


def test_a_request_stops_the_clock_until_it_is_answered(calendar):
    state = clock([RECEIVED, ASKED], FIVE_DAYS, calendar)

    assert not state.is_running
    assert state.waiting_since == ASKED.at
    assert state.current == state.original


def test_by_default_the_limit_begins_anew_with_the_answer(calendar):
    state = clock([RECEIVED, ASKED, ANSWERED], FIVE_DAYS, calendar)

    assert state.is_running
    assert state.original.at == at("2026-11-09 17:00")
    assert state.current.at == at("2026-11-17 17:00")
    assert state.current.days[0].reason == "Ngày nộp bổ sung, không tính"


def test_resuming_takes_out_the_days_of_waiting(calendar):
    state = clock([RECEIVED, ASKED, ANSWERED], FIVE_DAYS, calendar, Policy.RESUME)

    assert state.current.at == at("2026-11-13 17:00")  # four working days waited
    waited = [step.day.day for step in state.current.days if step.reason.startswith("Chờ")]
    assert waited == [5, 6, 7, 8, 9, 10]


def test_an_answer_on_the_same_day_changes_nothing_when_resuming(calendar):
    at_once = ClockEvent(Tick.SUPPLEMENTED, at("2026-11-04 16:00"))

    state = clock([RECEIVED, ASKED, at_once], FIVE_DAYS, calendar, Policy.RESUME)

    assert state.current.at == state.original.at


def test_resuming_hours_takes_out_the_hours_of_waiting(calendar):
    asked = ClockEvent(Tick.SUPPLEMENT_REQUESTED, at("2026-11-02 10:00"))
    answered = ClockEvent(Tick.SUPPLEMENTED, at("2026-11-02 14:00"))

    state = clock([RECEIVED, asked, answered], Limit(4, Unit.HOUR), calendar, Policy.RESUME)

    assert state.current.at == at("2026-11-02 17:00")


def test_resuming_months_takes_out_the_days_of_waiting(calendar):
    state = clock([RECEIVED, ASKED, ANSWERED], Limit(1, Unit.MONTH), calendar, Policy.RESUME)

    assert state.current.at == at("2026-12-08 17:00")  # 02/12 and six days


def test_every_interval_and_every_request_is_kept(calendar):
    asked_again = ClockEvent(Tick.SUPPLEMENT_REQUESTED, at("2026-11-12 10:00"))

    state = clock([RECEIVED, ASKED, ANSWERED, asked_again], FIVE_DAYS, calendar)

    assert state.requests == 2
    assert [(pause.start, pause.end) for pause in state.pauses] == [(ASKED.at, ANSWERED.at)]
    assert state.waiting_since == asked_again.at


def test_an_ended_clock_does_not_run(calendar):
    ended = ClockEvent(Tick.ENDED, at("2026-11-06 10:00"))

    state = clock([RECEIVED, ended], FIVE_DAYS, calendar)

    assert not state.is_running
    assert state.ended_at == ended.at
