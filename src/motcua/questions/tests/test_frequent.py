"""Which answers does a procedure's page show first, who chooses them, and what leaves by itself?"""

import json
import re
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse
from django.utils import timezone

from motcua.accounts.tests.sessions import as_officer
from motcua.catalog.models import Assignment
from motcua.dossiers.tests.factories import FOREVER, VersionFactory
from motcua.periods.clock import today
from motcua.questions import exceptions, frequent
from motcua.questions.models import FrequentEvent, FrequentSet, Opinion, Question, Tie
from motcua.questions.workflow import State

pytestmark = pytest.mark.django_db


@pytest.fixture
def version(office):
    """A procedure that this office decides, and nobody else."""
    made = VersionFactory(code="1.001193")
    Assignment.objects.filter(procedure=made.procedure).delete()
    Assignment.objects.create(
        procedure=made.procedure, role="decide", organization=office, valid_during=FOREVER
    )
    return made


@pytest.fixture
def answer(make_question, version):
    """A published answer about the procedure."""

    def make(title="Khai sinh muộn?", **facts):
        about = {"procedure": version.procedure} | facts
        return make_question(published=True, title=title, **about)

    return make


@pytest.fixture
def kept(version):
    return FrequentSet.of(version.procedure)


def page_of(client, version):
    return client.get(f"/dich-vu-cong/{version.procedure.code}/").content.decode()


def chosen(version):
    return [each.title for each in frequent.chosen(version.procedure)]


# --- The verbs -----------------------------------------------------------------------------


def test_the_answering_post_chooses_orders_and_takes_away(kept, answer, people, version):
    one, two, three = answer("Một"), answer("Hai"), answer("Ba")
    for each in (one, two, three):
        kept.feature(by=people.clerk, question=each)

    kept.order(by=people.clerk, question=three, steps=-1)
    assert chosen(version) == ["Một", "Ba", "Hai"]
    kept.order(by=people.clerk, question=one, steps=9)
    kept.unfeature(by=people.clerk, question=two)

    assert chosen(version) == ["Ba", "Một"]
    events = FrequentEvent.objects.all()
    verbs = [event.verb for event in events]
    assert verbs == [*["feature"] * 3, *["order"] * 2, "unfeature"]
    assert {(event.person, event.post) for event in events} == {
        (people.clerk.person, people.clerk.post)
    }


def test_others_choose_nothing(kept, answer, people):
    for by in (people.drafter, people.approver, people.stranger, people.citizen):
        with pytest.raises(exceptions.NotYourMove):
            kept.feature(by=by, question=answer())


def test_only_public_answers_about_it_are_chosen(kept, answer, people, make_question):
    private = make_question(state=State.ANSWERED, procedure=kept.procedure)
    elsewhere = answer(procedure=None)

    for each in (private, elsewhere):
        with pytest.raises(exceptions.AnswerDoesNotFit):
            kept.feature(by=people.clerk, question=each)


def test_an_answer_that_stands_on_the_procedure_fits(kept, answer, people, version):
    tied = answer("Chuyện khác", procedure=None)
    Tie.objects.create(question=tied, procedure=version.procedure)

    kept.feature(by=people.clerk, question=tied)

    assert chosen(version) == ["Chuyện khác"]


def test_the_second_of_two_officers_is_told(kept, answer, people, version):
    elsewhere = FrequentSet.objects.get(pk=kept.pk)
    kept.feature(by=people.clerk, question=answer("Một"))

    with pytest.raises(exceptions.SetChanged):
        elsewhere.feature(by=people.clerk, question=answer("Hai"))

    assert chosen(version) == ["Một"]


def test_a_reader_takes_in_so_many(kept, answer, people, settings):
    settings.QUESTION_MOST_FREQUENT = 1
    kept.feature(by=people.clerk, question=answer())

    with pytest.raises(exceptions.SetIsFull, match="đủ 1 câu"):
        kept.feature(by=people.clerk, question=answer())


def test_what_is_public_no_longer_leaves_by_itself_and_for_good(kept, answer, people, version):
    gone, stays = answer("Sẽ gỡ"), answer("Còn lại")
    for each in (gone, stays):
        kept.feature(by=people.clerk, question=each)

    gone.unpublish(by=people.clerk, reason="Đã cũ.")

    assert list(kept.answers.values_list("question", "position")) == [(stays.pk, 0)]
    last = FrequentEvent.objects.last()
    assert (last.verb, last.question, last.person) == ("lose", gone, people.clerk.person)
    Question.objects.filter(pk=stays.pk).update(published_at=None)
    assert chosen(version) == []


def test_history_is_not_rewritten(kept, answer, people):
    kept.feature(by=people.clerk, question=answer())

    with pytest.raises(DatabaseError), transaction.atomic():
        FrequentEvent.objects.update(verb="order")


# --- The procedure's page ---------------------------------------------------------------------


def test_the_page_shows_the_chosen_first_in_place_and_once(client, kept, answer, people, version):
    kept.feature(by=people.clerk, question=answer("Câu được chọn", answer="Không bị phạt đâu."))
    answer("Câu mới nhất")

    page = page_of(client, version)

    assert page.index("Thường được hỏi") < page.index("Mới trả lời")
    assert '<summary lang="vi">Câu được chọn</summary>' in page
    assert "<p>Không bị phạt đâu.</p>" in page
    assert page.count(">Câu được chọn</a>") == 0
    assert page.index("Mới trả lời") < page.index("Câu mới nhất")


def faq_on(page):
    blocks = map(json.loads, re.findall(r'application/ld\+json">(.+?)</script>', page))
    return next((block for block in blocks if block["@type"] == "FAQPage"), None)


def test_machines_read_what_holds_and_nothing_stale(client, kept, answer, people, version):
    holds = answer("Còn đúng", answer="Vâng </script>")
    stale = answer("Đã cũ", checked_at=timezone.now(), review_on=today() - timedelta(days=1))
    for each in (holds, stale):
        kept.feature(by=people.clerk, question=each)

    page = page_of(client, version)

    [entry] = faq_on(page)["mainEntity"]
    assert (entry["name"], entry["acceptedAnswer"]["text"]) == ("Còn đúng", "Vâng </script>")
    assert page.count("Cần xem lại") == 1


def test_without_a_choice_the_page_is_as_before(client, answer, version):
    answer("Khai sinh ở đâu?")

    page = page_of(client, version)

    assert "Người khác đã hỏi" in page
    assert "Thường được hỏi" not in page
    assert faq_on(page) is None


def test_the_page_costs_the_same_however_many_are_chosen(
    client, kept, answer, people, version, django_assert_max_num_queries
):
    page_of(client, version)
    for number in range(4):
        kept.feature(by=people.clerk, question=answer(f"Câu {number}"))
        answer(f"Mới {number}")

    with django_assert_max_num_queries(23):
        page_of(client, version)


# --- The desk ----------------------------------------------------------------------------------


def address(name, version):
    return reverse(f"answers_desk:{name}", args=[version.procedure.code])


def test_the_desk_says_what_was_asked_merged_and_helped(
    client, answer, make_question, people, version
):
    often, seldom = answer("Hay hỏi"), answer("Ít hỏi")
    make_question(state=State.MERGED, merged_into=often, procedure=version.procedure)
    Opinion.objects.create(question=often, yes=7, no=2)

    page = as_officer(client, people.clerk.person).get(address("frequent_of", version))

    assert [line.question for line in page.context["offered"]] == [often, seldom]
    first = page.context["offered"][0].question
    assert (first.times, first.helped, first.not_helped) == (2, 7, 2)
    assert page.context["demand"] == frequent.Demand(3, 1, 2, 7, 2)
    assert "Được hỏi 3 lượt, trong đó 1 câu gộp vì trùng" in page.content.decode()


def test_buttons_choose_and_a_stale_page_is_told(client, answer, people, version):
    question = answer("Hay hỏi")
    as_officer(client, people.clerk.person)
    typed = {"cau": question.code, "revision": "1"}

    client.post(address("feature", version), typed)
    assert chosen(version) == ["Hay hỏi"]
    again = client.post(address("unfeature", version), typed, follow=True)

    assert "đã thay đổi từ lúc bạn mở trang" in again.content.decode()
    assert chosen(version) == ["Hay hỏi"]
    for wrong in ("", "²", "x" * 99, "9" * 99):
        client.post(address("unfeature", version), typed | {"revision": wrong})
    assert chosen(version) == ["Hay hỏi"]


def test_who_only_reads_sees_no_buttons_and_a_stranger_nothing(client, answer, people, version):
    answer()

    page = as_officer(client, people.drafter.person).get(address("frequent_of", version))
    assert "formaction" not in page.content.decode()
    as_officer(client, people.stranger.person)
    assert client.get(address("frequent_of", version)).status_code == 404
    assert client.post(address("feature", version), {"cau": "x"}).status_code == 404


def test_the_offices_procedures_stand_in_the_order_of_what_is_asked(
    client, answer, people, version, django_assert_max_num_queries
):
    answer()
    as_officer(client, people.clerk.person).get(reverse("answers_desk:frequent"))

    with django_assert_max_num_queries(10):
        page = client.get(reverse("answers_desk:frequent"))

    [row] = page.context["versions"]
    assert (row.procedure.code, row.asked, row.chosen) == ("1.001193", 1, 0)
