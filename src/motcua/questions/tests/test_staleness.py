"""When does a published answer go stale, who reads so, and how does it hold again?"""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog.models import ProcedureVersion
from motcua.dossiers.tests.factories import FOREVER, PersonFactory, VersionFactory
from motcua.legal import actions as laws
from motcua.legal.models import LegalDocument
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization, OrganizationName, Post
from motcua.periods.clock import today
from motcua.periods.models import since
from motcua.questions import queues, staleness
from motcua.questions.facts import PublicText
from motcua.questions.models import Question
from motcua.questions.ties import Ties
from motcua.questions.workflow import State

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)
LAW = "60/2014/QH13"


@pytest.fixture
def version():
    return VersionFactory(code="1.001193")


@pytest.fixture
def answered(make_question, people, version):
    """Answered and published ten days ago; it stands on its procedure and on a law."""
    laws.enter([laws.Told(LAW, "Luật Hộ tịch", issued_on=date(2014, 11, 20))])
    question = make_question(
        state=State.ASSIGNED, procedure=version.procedure, drafter=people.drafter.person
    )
    question.draft(by=people.drafter, answer="Không bị phạt.", stands_on=Ties((), (LAW,)))
    question.approve(by=people.approver)
    question.publish(by=people.clerk, public=PublicText("Muộn", "Có phạt không?", "Không."))
    return looked_at(question, days_ago=10)


def looked_at(question, *, days_ago):
    then = timezone.now() - days_ago * DAY
    Question.objects.filter(pk=question.pk).update(checked_at=then)
    LegalDocument.objects.update(noted_at=then - DAY)
    question.refresh_from_db()
    return question


def new_version(version, first_day, *, name="Đăng ký khai sinh, bản mới"):
    made = ProcedureVersion.objects.create(
        procedure=version.procedure,
        number=2,
        name=name,
        name_sort_key="x",
        levels=["commune"],
        valid_during=since(first_day),
    )
    made.publish(by=Acting.citizen(PersonFactory()))
    return made


def is_on_the_heap(question, acting):
    heap = Question.objects.handled_by(acting).filter(queues.STALE.condition(acting))
    return heap.filter(pk=question.pk).exists()


def page_of(question):
    return Client().get(reverse("questions:question", args=[question.code])).content.decode()


NOTE = "Câu trả lời này có thể không còn đúng"


def test_an_answer_holds_while_nothing_changes(answered, people):
    assert staleness.reasons(answered) == []
    assert not is_on_the_heap(answered, people.clerk)
    assert NOTE not in page_of(answered)


def test_whoever_publishes_owns_the_answer_and_reviews_it_within_a_year(answered, people):
    assert answered.owner == people.clerk.post
    assert 360 <= (answered.review_on - today()).days <= 372


def test_a_new_version_makes_it_stale(answered, version, people):
    new_version(version, today() - 2 * DAY)

    assert is_on_the_heap(answered, people.clerk)
    assert not is_on_the_heap(answered, people.stranger)
    assert NOTE in page_of(answered)
    assert "Đăng ký khai sinh, bản mới" in page_of(answered)


def test_a_version_of_tomorrow_makes_it_stale_tomorrow(answered, version, people):
    new_version(version, today() + DAY)

    assert not is_on_the_heap(answered, people.clerk)


def test_a_version_for_a_day_before_the_look_counts_where_it_came_after_it(
    answered, version, people
):
    new_version(version, today() - 20 * DAY)

    assert is_on_the_heap(answered, people.clerk)


def test_another_procedure_on_which_it_stands_makes_it_stale(answered, people):
    other = VersionFactory(code="1.000894")
    answered.ties.create(procedure=other.procedure)
    new_version(other, today())

    assert is_on_the_heap(answered, people.clerk)
    assert [each.code for each in staleness.reasons(answered)] == ["1.000894"]


def test_a_procedure_that_ended_makes_it_stale(answered, version, people):
    ProcedureVersion.objects.update(valid_during=since(FOREVER.lower, today()))

    assert is_on_the_heap(answered, people.clerk)
    assert "không còn được thực hiện" in staleness.reasons(answered)[0].words


def test_a_law_that_ended_makes_it_stale(answered, people):
    law = LegalDocument.objects.get()
    law.valid_during = since(date(2014, 11, 20), today())
    law.save()

    assert is_on_the_heap(answered, people.clerk)
    assert f"Văn bản {LAW} hết hiệu lực" in page_of(answered)


def test_a_law_whose_end_is_written_late_makes_it_stale(answered, people):
    law = LegalDocument.objects.get()
    law.valid_during = since(date(2014, 11, 20), today() - 100 * DAY)
    law.save()

    assert is_on_the_heap(answered, people.clerk)


def test_an_office_that_is_called_otherwise_makes_it_stale(answered, people):
    names = OrganizationName.objects.filter(organization=answered.organization)
    names.update(valid_during=since(FOREVER.lower, today() - DAY))
    OrganizationName.objects.create(
        organization=answered.organization,
        full_name="UBND phường Hạ Long",
        valid_during=since(today() - DAY),
    )

    assert is_on_the_heap(answered, people.clerk)
    assert "đổi tên" in staleness.reasons(answered)[0].words


def test_an_owner_post_that_ended_makes_it_stale(answered, people):
    other = people.second.post
    other.appointments.all().delete()
    Question.objects.filter(pk=answered.pk).update(owner=other)
    Post.objects.filter(pk=other.pk).update(valid_during=since(date(2020, 1, 1), today()))

    assert is_on_the_heap(answered, people.clerk)


def test_the_day_of_review_makes_it_stale(answered, people):
    Question.objects.filter(pk=answered.pk).update(review_on=today())
    answered.refresh_from_db()

    assert is_on_the_heap(answered, people.clerk)
    assert "Đến hạn xem lại" in staleness.reasons(answered)[0].words


def test_an_answer_that_is_confirmed_holds_again(answered, version, people):
    new_version(version, today() - 2 * DAY)

    answered.confirm(by=people.approver, reason="Bản mới chỉ đổi nơi nộp.")

    assert staleness.reasons(answered) == []
    assert not is_on_the_heap(answered, people.clerk)
    assert answered.owner == people.approver.post
    assert NOTE not in page_of(answered)


def test_an_answer_that_is_written_anew_leaves_the_heap_and_keeps_its_note(
    answered, version, people
):
    new_version(version, today() - 2 * DAY)

    answered.revise(by=people.clerk, drafter=people.drafter.person, reason="Có bản mới.")

    assert not is_on_the_heap(answered, people.clerk)
    assert NOTE in page_of(answered)


def test_what_is_not_public_is_no_task(answered, version, people):
    answered.unpublish(by=people.clerk, reason="Sai.")
    new_version(version, today() - 2 * DAY)

    assert not is_on_the_heap(answered, people.clerk)


def test_the_desk_shows_the_heap_and_why(answered, version, people, client):
    new_version(version, today() - 2 * DAY)
    desk = as_officer(client, people.clerk.person)

    heap = desk.get(reverse("answers_desk:inbox"), {"hang": "can-xem-lai"})
    page = desk.get(reverse("answers_desk:detail", args=[answered.code]))

    assert [row.question for row in heap.context["inbox"].rows] == [answered]
    assert "Câu trả lời này cần xem lại" in page.content.decode()
    assert "Xác nhận trả lời còn đúng" in page.content.decode()


def test_the_drafter_says_on_what_it_stands(make_question, people, version, client):
    question = make_question(state=State.ASSIGNED, drafter=people.drafter.person)
    desk = as_officer(client, people.drafter.person)
    typed = {
        "revision": question.revision,
        "answer": "Không bị phạt.",
        "procedures": "1.001193, 1.001193",
        "laws": f"{LAW}\n\n 123/2015/NĐ-CP ",
    }

    desk.post(reverse("answers_desk:draft", args=[question.code]), typed)

    assert question.ties.filter(procedure=version.procedure).count() == 1
    assert {tie.law.number for tie in question.ties.exclude(law=None)} == {LAW, "123/2015/NĐ-CP"}


def test_an_unknown_code_is_named_and_what_was_typed_stays(make_question, people, client):
    question = make_question(state=State.ASSIGNED, drafter=people.drafter.person)
    desk = as_officer(client, people.drafter.person)
    typed = {"revision": question.revision, "answer": "Không bị phạt.", "procedures": "9.999999"}

    page = desk.post(reverse("answers_desk:draft", args=[question.code]), typed)

    assert "Không có thủ tục mang mã 9.999999" in page.content.decode()
    assert "Không bị phạt." in page.content.decode()


def test_a_closed_office_leaves_its_answers_to_be_doubted(answered):
    for each in Post.objects.filter(organization=answered.organization):
        each.appointments.all().delete()
    Post.objects.filter(organization=answered.organization).update(
        valid_during=since(date(2020, 1, 1), today())
    )
    ended = since(FOREVER.lower, today())
    answered.organization.names.update(valid_during=ended)
    Organization.objects.filter(pk=answered.organization_id).update(valid_during=ended)

    assert "kết thúc hoạt động" in staleness.reasons(answered)[0].words


@pytest.mark.parametrize("address", ["/", "/hoi-dap/", "/dich-vu-cong/1.001193/"])
def test_a_list_marks_what_is_stale_and_nothing_else(address, client, answered):
    assert "Cần xem lại" not in client.get(address).content.decode()
    Question.objects.filter(pk=answered.pk).update(review_on=today())

    assert "Cần xem lại" in client.get(address).content.decode()
