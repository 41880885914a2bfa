"""What may be done to a consultation, when, and by whom?"""

import io
import uuid
import zipfile
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction

from motcua.consultations import actions, exceptions, splitting
from motcua.consultations.models import Consultation
from motcua.consultations.workflow import Verdict, WhyNot
from motcua.dossiers.tests.factories import JPEG, at, pdf
from motcua.filekeeping.exceptions import BrokenFile, NoDocument
from motcua.periods.models import since

from .stories import DRAFT, answered, article, commented, opened, prepared

LATER = date(2026, 12, 1)


def elsewhere(consultation):
    return Consultation.objects.get(pk=consultation.pk)


# --- Preparing ------------------------------------------------------------------------------------


def test_a_form_that_is_sent_twice_prepares_one(preparing, people):
    told = {"kind": preparing.kind, "title": "Hai lần"}
    key = uuid.uuid4()

    first, second = (actions.prepare(key, told, by=people.drafter) for _ in range(2))

    assert first == second
    assert first.code == "LYK-2026-002"


def test_nobody_without_a_duty_prepares(preparing, people):
    for by in (people.idle, people.clerk):
        with pytest.raises(exceptions.NotYourMove):
            actions.prepare(uuid.uuid4(), {"kind": preparing.kind, "title": "x"}, by=by)


def test_a_stale_page_changes_no_text(preparing, people):
    other = elsewhere(preparing)
    preparing.rewrite(by=people.drafter, told={"title": "Tên mới của dự thảo"})

    with pytest.raises(exceptions.TooLate):
        other.rewrite(by=people.second, told={"title": "Tên khác"})

    assert elsewhere(preparing).title == "Tên mới của dự thảo"


def test_another_office_changes_nothing(preparing, people):
    with pytest.raises(exceptions.NotYourMove):
        preparing.put_articles(splitting.split(DRAFT), by=people.stranger)


def docx(*names):
    bytes_ = io.BytesIO()
    with zipfile.ZipFile(bytes_, "w") as archive:
        for name in ("[Content_Types].xml", "word/document.xml", *names):
            archive.writestr(name, "<x/>")
    bytes_.seek(0)
    return bytes_


def test_documents_are_pdf_or_docx_by_their_bytes(preparing, people):
    kept = preparing.attach(pdf(), name="du-thao.exe", kind="draft", by=people.drafter)
    other = preparing.attach(docx(), name="to-trinh.docx", kind="proposal", by=people.drafter)

    assert (kept.name, other.name) == ("du-thao.exe.pdf", "to-trinh.docx")
    assert len(kept.file_id) == 64


@pytest.mark.parametrize(
    "bytes_", [io.BytesIO(JPEG), docx("word/vbaProject.bin"), io.BytesIO(b"PK\x03\x04rest")]
)
def test_other_files_are_no_documents(preparing, people, bytes_):
    with pytest.raises((NoDocument, BrokenFile)):
        preparing.attach(bytes_, name="anh.pdf", kind="draft", by=people.drafter)

    assert not preparing.documents.exists()


# --- Opening and extending ------------------------------------------------------------------------


def test_an_approver_opens_it_by_the_law_in_force(preparing, people):
    event = preparing.open(by=people.approver, closes_on=LATER)

    stored = elsewhere(preparing)
    assert (stored.opens_on, stored.closes_on) == (date(2026, 11, 2), LATER)
    assert stored.days_required == 20
    assert "64/2025" in stored.law
    assert event.payload["to"] == "2026-12-01"


def test_a_draft_without_articles_or_receiver_is_not_opened(hands, preparing, people):
    preparing.put_articles([], by=people.drafter)
    with pytest.raises(exceptions.NothingToRead):
        preparing.open(by=people.approver, closes_on=LATER)

    silent = prepared(hands, receiver="")
    with pytest.raises(exceptions.ReceiverMissing):
        silent.open(by=people.approver, closes_on=LATER)


def test_an_office_outside_its_days_opens_nothing(preparing, people, office):
    _close(office, date(2026, 11, 25))

    with pytest.raises(exceptions.OfficeClosed):
        preparing.open(by=people.approver, closes_on=LATER)
    with pytest.raises(IntegrityError, match="not within"), transaction.atomic():
        Consultation.objects.filter(pk=preparing.pk).update(
            state="opened",
            opens_on=date(2026, 11, 2),
            closes_on=LATER,
            first_closes_on=LATER,
        )


def _close(office, until):
    """With its posts and who holds them, as the law demands."""
    for rows in (
        list(office.names.all()),
        [each for post in office.posts.all() for each in post.appointments.all()],
        list(office.posts.all()),
        [office],
    ):
        for row in rows:
            row.valid_during = since(date(2020, 1, 1), until)
            row.save()


def test_an_extension_keeps_both_days(is_open, people):
    event = is_open.extend(by=people.approver, to=LATER, reason="Nhiều nơi chưa kịp họp.")

    stored = elsewhere(is_open)
    assert stored.closes_on == LATER
    assert stored.first_closes_on == date(2026, 11, 22)
    assert stored.was_extended
    assert (event.was_until, event.until) == (date(2026, 11, 22), LATER)


def test_nothing_is_shortened(is_open, people):
    for day in (date(2026, 11, 22), date(2026, 11, 10)):
        with pytest.raises(exceptions.Shortened):
            is_open.extend(by=people.approver, to=day, reason="Vội.")


@pytest.mark.parametrize(
    "columns",
    [{"closes_on": date(2026, 11, 21)}, {"closes_on": None}],
)
def test_the_database_shortens_nothing(is_open, columns):
    with pytest.raises(IntegrityError, match="not shortened"), transaction.atomic():
        Consultation.objects.filter(pk=is_open.pk).update(**columns)


@pytest.mark.parametrize(
    "columns", [{"title": "Khác"}, {"opens_on": date(2026, 10, 1)}, {"state": "preparing"}]
)
def test_the_database_keeps_what_was_opened(is_open, columns):
    with pytest.raises(IntegrityError, match="stays as it was opened"), transaction.atomic():
        Consultation.objects.filter(pk=is_open.pk).update(**columns)


def test_the_draft_is_frozen_once_it_is_open(is_open, people):
    for change in (
        lambda: is_open.rewrite(by=people.drafter, told={"title": "Khác"}),
        lambda: is_open.put_articles([], by=people.drafter),
        lambda: is_open.attach(pdf(), name="x.pdf", kind="draft", by=people.drafter),
    ):
        with pytest.raises(exceptions.Frozen):
            change()
    with pytest.raises(IntegrityError, match="changes only while"), transaction.atomic():
        is_open.articles.update(text="Sửa lén.")
    with pytest.raises(IntegrityError, match="changes only while"), transaction.atomic():
        is_open.articles.all().delete()


def test_of_two_approvers_the_second_is_too_late(is_open, people):
    other = elsewhere(is_open)
    is_open.extend(by=people.approver, to=LATER, reason="Nhiều nơi chưa họp.")

    with pytest.raises(exceptions.TooLate):
        other.cancel(by=people.approver, reason="Soạn lại.")

    assert elsewhere(is_open).is_open


def test_a_closed_one_is_not_extended(is_closed, people):
    with pytest.raises(exceptions.TooLate):
        is_closed.extend(by=people.approver, to=date(2027, 1, 1), reason="Muốn thêm.")


def test_history_is_appended(is_open):
    with pytest.raises(IntegrityError), transaction.atomic():
        is_open.events.update(reason="Khác")


# --- Another version ------------------------------------------------------------------------------


def test_a_changed_draft_is_another_round(is_open, people):
    made = actions.begin_next_round(is_open, by=people.drafter, form_key=uuid.uuid4())

    assert made.is_preparing
    assert made.follows == is_open
    assert [each.name for each in made.articles.all()] == [
        each.name for each in is_open.articles.all()
    ]
    made.put_articles(splitting.split("Điều 1. Mới\nKhác."), by=people.drafter)
    assert is_open.articles.count() == 3


def test_what_is_being_prepared_has_no_next_round(preparing, people):
    with pytest.raises(exceptions.NotYourMove):
        actions.begin_next_round(preparing, by=people.drafter, form_key=uuid.uuid4())


# --- Answers and the summary ----------------------------------------------------------------------


def group(consultation, by, *comments, **told):
    facts = {"gist": "Thêm đối tượng", "reason": "Đã bổ sung vào Điều 2.", "article": None} | told
    keys = [each.pk for each in comments]
    return consultation.answer(keys, by=by, verdict=Verdict.PARTLY, told=facts)


def test_several_comments_get_one_answer(is_closed, people):
    comments = list(is_closed.comments.all())

    answer = group(is_closed, people.drafter, *comments)

    assert answer.comments.count() == 2
    assert not is_closed.comments.unanswered().exists()


def test_of_two_who_answer_the_second_is_told(is_closed, people):
    comment = is_closed.comments.first()
    group(is_closed, people.drafter, comment)

    with pytest.raises(exceptions.TooLate):
        group(elsewhere(is_closed), people.second, comment)

    assert is_closed.answers.count() == 1


def test_an_answer_to_nothing_is_refused(is_closed, people):
    with pytest.raises(exceptions.NothingChosen):
        group(is_closed, people.drafter)


def test_an_answer_is_taken_back(is_closed, people):
    answer = group(is_closed, people.drafter, is_closed.comments.first())

    is_closed.take_back_answer(answer, by=people.second)

    assert is_closed.comments.unanswered().count() == 2


def test_a_summary_owes_every_comment_a_look_and_an_answer(is_closed, people, hands):
    with pytest.raises(exceptions.Unanswered) as refused:
        is_closed.sum_up(by=people.approver, summary="Cảm ơn.")
    assert (refused.value.waiting, refused.value.unanswered) == (2, 2)

    answered(is_closed, hands)
    event = is_closed.sum_up(by=people.approver, summary="Cảm ơn.")

    assert elsewhere(is_closed).is_summed_up
    assert event.payload == {"late": False}


def test_what_a_machine_sent_needs_no_answer(is_open, people, hands, noon):
    junk = commented(is_open, "Mua ngay giá rẻ!!!")
    junk.withhold(by=people.drafter, why=WhyNot.MACHINE)
    noon.move_to(at("2026-11-23 08:00"), tick=False)

    is_open.sum_up(by=people.approver, summary="Không có góp ý nào.")

    assert is_open.is_summed_up


def test_an_open_one_is_not_summed_up(is_open, people):
    with pytest.raises(exceptions.TooLate):
        is_open.sum_up(by=people.approver, summary="Sớm.")


def test_a_summary_needs_words(is_closed, people):
    with pytest.raises(exceptions.SummaryMissing):
        is_closed.sum_up(by=people.approver, summary=" ")


def test_a_late_summary_says_so(is_closed, people, hands, noon):
    answered(is_closed, hands)
    noon.move_to(at("2026-12-23 08:00"), tick=False)
    assert is_closed.is_late

    event = is_closed.sum_up(by=people.approver, summary="Xin lỗi vì chậm.")

    assert event.payload == {"late": True}


def test_published_answers_stay(is_summed_up, people):
    answer = is_summed_up.answers.first()

    with pytest.raises(exceptions.TooLate):
        is_summed_up.take_back_answer(answer, by=people.drafter)
    with pytest.raises(IntegrityError, match="changes only while"), transaction.atomic():
        is_summed_up.answers.update(reason="Khác")
    with pytest.raises(IntegrityError, match="changes only while"), transaction.atomic():
        is_summed_up.comments.update(answer=None)


def test_a_draft_report_is_kept(is_closed, people):
    is_closed.write_summary(by=people.drafter, summary="Đang viết.")

    assert elsewhere(is_closed).summary == "Đang viết."


def test_codes_have_no_gap_after_a_rollback(preparing, hands):
    with pytest.raises(RuntimeError), transaction.atomic():
        prepared(hands)
        raise RuntimeError

    assert prepared(hands).code == "LYK-2026-002"


def test_an_index_serves_the_lists(is_open):
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
    plan = Consultation.objects.open_on(date(2026, 11, 5)).explain()

    assert "consultation_by_closing" in plan


def test_articles_are_about_one_draft(is_open, hands):
    other = opened(hands)

    assert article(other, 1).consultation_id != article(is_open, 1).consultation_id
