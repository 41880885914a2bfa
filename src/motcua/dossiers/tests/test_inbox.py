"""What waits on whose desk, in which order."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from motcua.dossiers.tests.desk import inbox_of, shown, sit
from motcua.dossiers.tests.factories import (
    DossierFactory,
    OrganizationFactory,
    VersionFactory,
    officer,
)
from motcua.organizations.models import Duty


def test_the_inbox_shows_what_waits_for_my_duty(client, people, registered, in_process, finished):
    sit(client, people.clerk)
    assert set(shown(inbox_of(client))) == {registered, finished}

    sit(client, people.handler)
    assert shown(inbox_of(client)) == [in_process]


def test_what_i_met_in_another_duty_does_not_wait_for_me(client, office, people, registered):
    registered.receive(by=people.clerk)
    registered.take_up(by=people.handler)
    approver_too = officer(office, Duty.DECIDE, person=people.handler.person)
    client = sit(client, approver_too)
    client.post(
        reverse("organizations:choose_hat"), {"hat": approver_too.post.appointments.get().pk}
    )

    page = inbox_of(client)

    assert shown(page) == []
    assert shown(inbox_of(client, hang="dang-xu-ly")) == [registered]


def test_the_heaps_are_counted(client, people, registered, received, in_process, finished):
    sit(client, people.approver)

    page = inbox_of(client)

    counted = {queue.name: count for queue, count in page.context["counted"].heaps}
    assert counted == {
        "can-toi-lam": 1,
        "cho-tiep-nhan": 1,
        "dang-xu-ly": 2,
        "tam-dung": 0,
        "cho-tra": 1,
        "da-ket-thuc": 0,
    }


def test_other_hats_say_how_much_waits_there(client, people, registered):
    elsewhere = OrganizationFactory(identifier="H49.63")
    other = officer(elsewhere, Duty.RECEIVE, person=people.clerk.person, title="Tổ trực")
    DossierFactory(organization=elsewhere)
    DossierFactory(organization=elsewhere, returned=True)
    sit(client, people.clerk)
    client.post(
        reverse("organizations:choose_hat"), {"hat": people.clerk.post.appointments.get().pk}
    )

    page = inbox_of(client)

    assert [(each["hat"].post, each["count"]) for each in page.context["elsewhere"]] == [
        (other.post, 1)
    ]


def late_soon_and_in_time(office, applicant):
    now = timezone.now()
    return [
        DossierFactory(
            organization=office,
            applicant=applicant.person,
            in_process=True,
            submitted_at=now - timedelta(days=9),
            due_original=now + timedelta(days=days),
        )
        for days in (20, -1, 0.001)
    ]


def test_the_oldest_due_date_comes_first(client, office, people, applicant):
    in_time, late, soon = late_soon_and_in_time(office, applicant)
    sit(client, people.handler)

    page = inbox_of(client)

    assert shown(page) == [late, soon, in_time]
    assert [row.light.kind for row in page.context["inbox"].rows] == ["late", "soon", "ok"]
    assert page.context["counted"].standings == {"late": 1, "soon": 1, "ok": 1, "wait": 0}


@pytest.mark.parametrize(("asked", "position"), [("late", 1), ("soon", 2), ("ok", 0)])
def test_the_filter_by_lateness_agrees_with_the_lights(
    client, office, people, applicant, asked, position
):
    dossiers = late_soon_and_in_time(office, applicant)
    sit(client, people.handler)

    assert shown(inbox_of(client, han=asked)) == [dossiers[position]]


@pytest.mark.parametrize(
    "typed", ["vu duc thinh", "Vũ Đức", "THỊNH khai sinh", " h49.61-261120–{serial} "]
)
def test_the_search_finds_code_procedure_and_applicant(client, received, people, typed):
    DossierFactory(organization=received.organization, received=True, applicant_name="Người khác")
    sit(client, people.handler)

    page = inbox_of(client, q=typed.format(serial=received.code[-4:]))

    assert shown(page) == [received]


def test_the_filter_by_procedure_and_channel(client, office, people, received):
    other = DossierFactory(organization=office, received=True, channel=1)
    sit(client, people.handler)

    assert shown(inbox_of(client, thu_tuc=other.version.procedure.code)) == [other]
    assert shown(inbox_of(client, cach_nop="1")) == [other]


@pytest.mark.parametrize("nonsense", ["x", "2026~1", "~", "2026-01-01T00:00:00+00:00~x"])
def test_a_wrong_question_is_no_question(client, received, people, nonsense):
    sit(client, people.handler)

    page = inbox_of(client, sau=nonsense, han=nonsense, cach_nop=nonsense, hang=nonsense)

    assert shown(page) == [received]


def test_pages_follow_each_other_without_gap_or_repetition(client, office, people, applicant):
    version, due = VersionFactory(), timezone.now() + timedelta(days=3)
    made = [
        DossierFactory(
            organization=office,
            applicant=applicant.person,
            version=version,
            received=True,
            due_original=due,
        )
        for _ in range(103)
    ]
    sit(client, people.handler)

    seen, following = [], ""
    for _ in range(3):
        page = inbox_of(client, sau=following)
        seen += shown(page)
        following = page.context["inbox"].following

    assert seen == made
    assert following == ""


def test_the_inbox_costs_the_same_however_many_dossiers(
    client, office, people, applicant, django_assert_max_num_queries
):
    version = VersionFactory()
    for _ in range(12):
        DossierFactory(
            organization=office, applicant=applicant.person, version=version, received=True
        )
    sit(client, people.handler)
    inbox_of(client)

    with django_assert_max_num_queries(16):
        inbox_of(client)
