"""The applicant says how satisfied they are; only they, in time, and once holds."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError
from django.urls import reverse
from django.utils import timezone

from motcua.accounts.tests.sessions import as_citizen
from motcua.dossiers import evaluations, exceptions
from motcua.dossiers.evaluations import Voices
from motcua.dossiers.models import Dossier, Evaluation
from motcua.dossiers.tests.desk import sit
from motcua.dossiers.tests.factories import DossierFactory, OrganizationFactory, officer, pdf
from motcua.organizations.models import Duty
from motcua.periods.clock import day_of


@pytest.fixture
def returned(office, applicant):
    now = timezone.now()
    return DossierFactory(
        organization=office, applicant=applicant.person, returned=True, moved_at=now
    )


@pytest.fixture
def browser(client, db, applicant):
    return as_citizen(client, applicant.person)


def told(dossier):
    return [(each.level, each.comment, each.replaced_at is None) for each in said(dossier)]


def said(dossier):
    return dossier.evaluations.all()


def page(name, dossier):
    return reverse(f"dossiers:{name}", args=[dossier.code])


# --- Saying it -----------------------------------------------------------------------------------


def test_an_applicant_says_it_once_and_may_change_it(returned, applicant):
    evaluations.evaluate(returned, 2, "Chờ lâu.", by=applicant)
    evaluations.evaluate(returned, 2, "Chờ lâu. ", by=applicant)  # a double click

    evaluations.evaluate(returned, 4, "Đã xin lỗi.", by=applicant)

    assert told(returned) == [(2, "", False), (4, "Đã xin lỗi.", True)]


def test_nobody_else_says_it(returned, people, applicant):
    as_officer = officer(returned.organization, Duty.DECIDE, person=applicant.person)

    for by in (people.citizen, people.clerk, people.approver, as_officer):
        with pytest.raises(exceptions.NotYourMove):
            evaluations.evaluate(returned, 5, by=by)


def test_what_is_not_returned_is_not_evaluated(finished, applicant):
    with pytest.raises(exceptions.NothingToEvaluate):
        evaluations.evaluate(finished, 5, by=applicant)


@pytest.mark.parametrize(("days", "is_late"), [(30, False), (31, True)])
def test_the_term_ends_after_its_last_day(returned, applicant, settings, days, is_late):
    settings.EVALUATION_DAYS = 30
    Dossier.objects.update(moved_at=timezone.now() - timedelta(days=days))
    returned.refresh_from_db()

    assert evaluations.may_evaluate(returned, applicant) is not is_late
    if is_late:
        with pytest.raises(exceptions.EvaluatedTooLate, match="hết ngày"):
            evaluations.evaluate(returned, 5, by=applicant)


def test_it_stays_with_whoever_decided(received, applicant, people):
    received.take_up(by=people.handler)
    received.finish(by=people.approver, result=pdf())
    heir = OrganizationFactory()
    Dossier.objects.update(organization=heir, counter=heir)  # between decision and return
    moved = Dossier.objects.get()
    moved.hand_over(by=officer(heir, Duty.RECEIVE))

    said = evaluations.evaluate(moved, 5, by=applicant)

    assert said.organization == people.approver.organization
    assert said.decided_on == day_of(moved.finished_at)


def test_the_database_keeps_one(returned, applicant):
    said = evaluations.evaluate(returned, 5, by=applicant)
    said.pk = None

    with pytest.raises(IntegrityError, match="evaluation_one_holds_for_a_dossier"):
        Evaluation.objects.bulk_create([said])


# --- Counting it ---------------------------------------------------------------------------------


def test_it_is_counted_as_it_was_known(returned, applicant, django_assert_num_queries):
    day = date(2026, 3, 5)
    at = timezone.now() - timedelta(days=9)
    said = {"organization": returned.organization, "decided_on": day}
    Evaluation.objects.create(
        dossier=returned, level=4, at=at, replaced_at=at + timedelta(days=4), **said
    )
    Evaluation.objects.create(dossier=returned, level=3, at=at + timedelta(days=4), **said)
    office = returned.organization_id

    def counted(moment, first=date(2026, 3, 1), last=date(2026, 4, 1)):
        return evaluations.by_office(first, last, moment, [office])

    with django_assert_num_queries(1):
        assert counted(at + timedelta(days=1)) == {office: Voices(1, 1)}
    assert counted(timezone.now()) == {office: Voices(1, 0)}
    assert counted(at - timedelta(days=1)) == {}
    assert counted(timezone.now(), last=day) == {}


# --- Pages ---------------------------------------------------------------------------------------


def test_the_page_asks_when_the_result_is_returned(browser, returned):
    shown = browser.get(page("detail", returned)).text
    assert "hài lòng với việc giải quyết hồ sơ này không?" in shown
    form = shown.partition(page("evaluate", returned))[2].partition("</form>")[0]
    assert "csrfmiddlewaretoken" in form

    answer = browser.post(page("evaluate", returned), {"level": "4", "comment": "Nhanh."})

    assert answer.status_code == 302
    assert told(returned) == [(4, "Nhanh.", True)]
    assert "Sửa đánh giá" in browser.get(page("detail", returned)).text


def test_the_page_does_not_ask_before(browser, finished):
    assert "hài lòng" not in browser.get(page("detail", finished)).text


def test_what_was_typed_stays_where_no_level_is_chosen(browser, returned):
    shown = browser.post(page("evaluate", returned), {"comment": "Cán bộ nhiệt tình."}).text

    assert "Hãy chọn một trong năm mức." in shown
    assert "Cán bộ nhiệt tình." in shown
    assert not told(returned)


def test_who_comes_too_late_reads_until_when_it_was(browser, returned):
    Dossier.objects.update(moved_at=timezone.now() - timedelta(days=90))

    answer = browser.post(page("evaluate", returned), {"level": "1", "comment": "Chờ lâu."})

    assert answer.status_code == 409
    assert "Đã hết thời hạn đánh giá" in answer.text and "Chờ lâu." in answer.text
    assert not told(returned)


def test_only_the_office_that_decided_reads_it(client, returned, applicant, people):
    evaluations.evaluate(returned, 2, "Chờ lâu.", by=applicant)
    other = officer(OrganizationFactory(), Duty.RECEIVE)
    Dossier.objects.update(counter=other.organization)

    sit(client, people.approver)
    assert "Chờ lâu." in client.get(reverse("desk:detail", args=[returned.code])).text
    sit(client, other)
    answer = client.get(reverse("desk:detail", args=[returned.code]))
    assert answer.status_code == 200 and "Chờ lâu." not in answer.text
