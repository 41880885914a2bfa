"""How long must a draft be open? Worked examples, by the law of the day."""

from datetime import date, timedelta

import pytest
from django.core.management import call_command
from django.db import IntegrityError, transaction

from motcua.consultations import exceptions, loading, terms
from motcua.consultations.models import Consultation, DraftKind, TermRule
from motcua.consultations.models.term import Step
from motcua.dossiers.tests.factories import at
from motcua.periods.clock import today

from .stories import opened, prepared


@pytest.fixture
def legal(terms):
    return DraftKind.objects.get(slug="van-ban").pk


@pytest.mark.parametrize(
    ("first", "days", "last"),
    [
        ("2025-03-31", 60, "2025-05-30"),  # the last day of Luật 80/2015/QH13
        ("2025-04-01", 20, "2025-04-21"),  # the first of Luật 64/2025/QH15
        ("2026-11-02", 20, "2026-11-22"),  # ends on a Sunday: days of the calendar
        ("2028-02-20", 20, "2028-03-11"),  # over 29 February
    ],
)
def test_the_law_of_the_opening_day_counts(legal, first, days, last):
    first, last = date.fromisoformat(first), date.fromisoformat(last)

    term = terms.opening(legal, first, last)

    assert term.days == days
    with pytest.raises(exceptions.TooShort) as refused:
        terms.opening(legal, first, last - timedelta(days=1))
    assert f"{last:%d/%m/%Y}" in str(refused.value)
    assert term.law in str(refused.value)


def test_a_legal_day_begins_at_midnight_in_viet_nam(preparing, people, time_machine):
    time_machine.move_to("2026-11-01T17:30:00+00:00", tick=False)  # 00:30 on 02/11 in Việt Nam

    with pytest.raises(exceptions.TooShort) as refused:
        preparing.open(by=people.approver, closes_on=date(2026, 11, 21))

    assert "22/11/2026" in str(refused.value)


def test_the_summary_is_due_by_the_rule_of_the_closing_day(is_open):
    assert is_open.summary_due_on == date(2026, 11, 22) + timedelta(days=30)


def test_without_a_term_nothing_is_opened(preparing, people):
    TermRule.objects.all().delete()

    with pytest.raises(exceptions.TermMissing):
        preparing.open(by=people.approver, closes_on=today() + timedelta(days=99))


def test_loading_again_changes_nothing(terms):
    call_command("load_consultation_terms")

    assert loading.load() == loading.Loaded(terms=0, kinds=0)


def test_two_terms_on_one_day_are_refused(legal):
    rule = TermRule.objects.get(kind=legal, step=Step.OPEN, days=20)
    rule.pk = None

    with pytest.raises(IntegrityError, match="consultation_term_one_a_day"), transaction.atomic():
        rule.save()


def test_the_database_keeps_the_term_of_the_law(is_open):
    with pytest.raises(IntegrityError, match="consultation_open_long_enough"):
        Consultation.objects.create(
            code="LYK-2026-900",
            organization=is_open.organization,
            kind=is_open.kind,
            state="opened",
            opens_on=date(2026, 11, 2),
            closes_on=date(2026, 11, 21),
            first_closes_on=date(2026, 11, 21),
            days_required=20,
        )


def test_a_scheme_has_a_term_of_its_own(hands, noon):
    scheme = prepared(hands, kind=DraftKind.objects.get(slug="de-an"))

    scheme.open(by=hands.approver, closes_on=date(2026, 11, 17))

    assert scheme.days_required == 15


def test_the_last_day_lasts_to_its_end(hands, noon):
    consultation = opened(hands)

    noon.move_to(at("2026-11-22 23:59"), tick=False)
    assert consultation.is_open
    assert consultation.days_left == 0
    noon.move_to(at("2026-11-23 00:00"), tick=False)
    assert not consultation.is_open
    assert consultation.is_waiting
