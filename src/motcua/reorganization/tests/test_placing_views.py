"""Who sees the queue of work that nobody can assign, and what does one press there?"""

from datetime import datetime

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.models import Dossier
from motcua.dossiers.tests.factories import DossierFactory, VersionFactory
from motcua.organizations.models import Duty
from motcua.periods.clock import VIETNAM
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization.models import Route, ToPlace

from .conftest import officer

QUEUE = "plans_desk:queue"


@pytest.fixture
def rows(house, divided, places):
    """Three dossiers that ``b`` holds since the day."""
    version = VersionFactory()
    return [
        ToPlace.objects.create(
            plan=divided,
            old=house.a,
            held_by=house.b,
            dossier=DossierFactory(
                organization=house.b,
                counter=house.b_counter,
                version=version,
                in_process=True,
                address=f"Số {number}, đường Lê Lợi, phường Hà Tu",
                locality=locality,
                place=places.a,
            ),
        )
        for number, locality in enumerate(["thon 30", "", ""], start=1)
    ]


@pytest.fixture
def handler(house):
    return officer(house.b, Duty.APPRAISE, title="Công chức tư pháp")


def typed(house, rows, **other):
    return {
        "viec": [row.pk for row in rows],
        "noi_nhan": house.c.pk,
        "ly_do": "Theo bản đồ.",
    } | other


def test_strangers_find_nothing(client, house, rows):
    stranger = as_officer(client, officer(house.c, Duty.DECIDE).person)

    assert stranger.get(reverse(QUEUE)).status_code == 404
    assert stranger.post(reverse(QUEUE), typed(house, rows)).status_code == 404
    assert not ToPlace.objects.exclude(placed_at=None).exists()


def test_who_holds_them_reads_whose_they_may_be_and_why(client, house, rows, handler):
    Route.objects.filter(body__organization=house.c).update(
        locality="thon 3", locality_said="Thôn 3"
    )
    Dossier.objects.filter(pk=rows[0].dossier_id).update(address="Thôn 30, phường Hà Tu")
    rows[0].dossier.refresh_from_db()
    Dossier.objects.filter(pk__in=[rows[0].dossier_id, rows[1].dossier_id]).update(
        submitted_at=datetime(2026, 11, 20, tzinfo=VIETNAM)
    )

    page = as_officer(client, handler.person).get(reverse(QUEUE))

    (heap,) = page.context["heaps"]
    assert [(heir.organization, heir.parts) for heir in heap.heirs] == [
        (house.b, ["phần còn lại"]),
        (house.c, ["“Thôn 3”"]),
    ]
    assert [work.address for work in heap.works] == [row.dossier.address for row in rows]
    assert "Địa chỉ “Thôn 30” không thuộc phần nào" in page.text
    assert "Địa chỉ không nêu thôn, tổ, khu phố." in page.text
    assert "Nộp tới cơ quan đã kết thúc" in page.text
    assert reverse("desk:detail", args=[rows[0].dossier.code]) in page.text


def test_whoever_plans_reads_no_more_of_the_address_than_is_needed(client, rows, planner):
    page = as_officer(client, planner.person).get(reverse(QUEUE))

    assert "Lê Lợi" not in page.text
    assert rows[0].dossier.applicant_name not in page.text
    assert "thon 30, phường Hà Tu" in page.text


def test_several_are_placed_at_once(client, house, rows, handler):
    desk = as_officer(client, handler.person)

    page = desk.post(reverse(QUEUE), typed(house, rows[:2]), follow=True)

    assert "Đã xếp 2 việc về Ủy ban nhân dân phường Bãi Cháy." in page.text
    assert Dossier.objects.filter(organization=house.c, counter=house.c_counter).count() == 2
    assert set(ToPlace.objects.filter(placed_in=house.c).values_list("reason", "placed_by")) == {
        ("Theo bản đồ.", handler.person.pk)
    }
    assert page.context["page"].paginator.count == 1


def test_pressing_twice_places_once_and_is_no_mishap(client, house, rows, handler):
    desk = as_officer(client, handler.person)
    desk.post(reverse(QUEUE), typed(house, rows))

    page = desk.post(reverse(QUEUE), typed(house, rows), follow=True)

    assert "Đã xếp 3 việc" in page.text
    assert rows[0].dossier.events.filter(verb="transfer").count() == 1


def test_the_second_of_two_learns_who_was_faster(client, house, rows, handler, planner):
    as_officer(client, planner.person).post(reverse(QUEUE), typed(house, rows[:1]))

    stays = typed(house, rows[:2], noi_nhan=house.b.pk)
    page = as_officer(client, handler.person).post(reverse(QUEUE), stays, follow=True)

    assert "Đã xếp 1 việc về Ủy ban nhân dân phường Hồng Gai." in page.text
    assert f"{rows[0].code} đã được {planner.person.full_name} xếp về" in page.text
    assert ToPlace.objects.get(pk=rows[0].pk).placed_in == house.c


def test_what_is_missing_is_said_and_the_rest_stays(client, house, rows, handler):
    desk = as_officer(client, handler.person)
    said = typed(house, rows[:1], noi_nhan="", nhom=f"{rows[0].plan_id}-{house.a.pk}-{house.b.pk}")

    page = desk.post(reverse(QUEUE), said)

    assert "Hãy chọn nơi nhận." in page.text
    assert "Theo bản đồ.</textarea>" in page.text
    assert page.text.count(" checked") == 1
    nobody = desk.post(reverse(QUEUE), typed(house, rows, noi_nhan=house.justice.pk))
    assert nobody.status_code == 409


def test_the_queue_is_read_by_office_procedure_and_page(client, house, rows, handler, monkeypatch):
    monkeypatch.setattr("motcua.reorganization.views.placing.PAGE", 2)
    desk = as_officer(client, handler.person)
    procedure = rows[0].dossier.version.procedure.code

    assert desk.get(reverse(QUEUE), {"trang": 2}).context["page"].number == 2
    for asked, count in (
        ({"co_quan": house.a.pk, "thu_tuc": procedure}, 3),
        ({"co_quan": house.c.pk}, 0),
        ({"thu_tuc": "9.999999"}, 0),
        ({"co_quan": "x", "phuong_an": "-1"}, 3),
    ):
        assert desk.get(reverse(QUEUE), asked).context["page"].paginator.count == count


def test_a_dossier_of_ones_own_is_not_there(client, house, rows, handler):
    Dossier.objects.filter(pk=rows[0].dossier_id).update(applicant=handler.person)
    desk = as_officer(client, handler.person)

    assert rows[0].code not in desk.get(reverse(QUEUE)).text
    assert desk.post(reverse(QUEUE), typed(house, rows)).status_code == 404


def test_the_desk_leads_there_and_the_plan_too(client, house, rows, handler, planner):
    desk = as_officer(client, handler.person)
    assert reverse(QUEUE) in desk.get(reverse("desk:inbox")).text
    assert reverse(QUEUE) in desk.get(reverse("desk:detail", args=[rows[0].dossier.code])).text

    client = as_officer(client, planner.person)
    assert reverse(QUEUE) in client.get(reverse("plans_desk:list")).text
    detail = reverse("plans_desk:detail", args=[rows[0].plan_id])
    assert f"{reverse(QUEUE)}?phuong_an={rows[0].plan_id}" in client.get(detail).text


def test_questions_asked_do_not_grow_with_the_queue(
    client, house, rows, divided, planner, django_assert_max_num_queries
):
    for _ in range(3):
        question = QuestionFactory(organization=house.b)
        ToPlace.objects.create(plan=divided, question=question, old=house.a, held_by=house.b)
    client = as_officer(client, planner.person)

    with django_assert_max_num_queries(31):
        client.get(reverse(QUEUE))
    with django_assert_max_num_queries(35):
        client.post(reverse(QUEUE), typed(house, rows))
