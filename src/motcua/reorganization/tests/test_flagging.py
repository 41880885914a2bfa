"""Owners of articles and answers hear that these name what a plan ended."""

from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.accounts.tests.sessions import as_officer
from motcua.news.newsroom.actions import open_section, refresh
from motcua.news.newsroom.workflow import Role
from motcua.news.tests.factories import article, section
from motcua.news.tests.newsroom.conftest import staff as editor_of
from motcua.organizations.acting import Acting
from motcua.questions import publication, staleness
from motcua.questions.models import Question
from motcua.questions.tests.factories import QuestionFactory
from motcua.reorganization import flagging, undoing
from motcua.reorganization.carrying_out import carry_out
from motcua.reorganization.models import ArticleFlag, Plan

from .house_stories import MERGER, scheduled

pytestmark = pytest.mark.django_db
HOME, LIST = "/bien-tap/", "/bien-tap/ten-co-quan-cu/"
OLD = "Nộp hồ sơ tại UBND phường Hà Tu."


@pytest.fixture
def desk(house):
    """A corner of the department with an editor, two of its articles and one of another's."""
    corner = section("Tin của Sở", slug="tin-cua-so", organization=house.interior)
    editor = editor_of(open_section(corner), house.interior, Role.EDITOR)
    refresh(editor)
    return SimpleNamespace(
        editor=editor,
        page=as_officer(Client(), editor),
        old=article("Hướng dẫn khai sinh", inside=corner, lead=OLD),
        other=article("Lễ hội hoa", inside=corner),
        foreign=article("Tin xa", lead=OLD),
    )


@pytest.fixture
def done(house, planner, desk):
    """The plan is carried out, and the job has run twice."""
    event = carry_out(scheduled(MERGER, planner), by=Acting.machine())
    for _twice in range(2):
        flagging.flag(event.plan_id)
    return Plan.objects.get(pk=event.plan_id)


def test_a_job_flags_after_the_carrying_out(house, planner):
    plan = scheduled(MERGER, planner)
    carry_out(plan, by=Acting.machine())

    assert not ArticleFlag.objects.exists()
    jobs = ProcrastinateJob.objects.filter(task_name="reorganization.flag_texts")
    assert jobs.filter(args={"plan_id": plan.pk}).count() == 1


def test_an_editor_sees_their_articles_and_says_that_they_looked(
    desk, done, django_assert_max_num_queries
):
    flagged = ArticleFlag.objects.values_list("article", flat=True)
    assert set(flagged) == {desk.old.pk, desk.foreign.pk}

    home = desk.page.get(HOME).text
    with django_assert_max_num_queries(24):
        listed = desk.page.get(LIST).text
    for page in (home, listed):
        assert "Bài nhắc tên cơ quan đã kết thúc" in page
        assert f'href="/bien-tap/pages/{desk.old.pk}/edit/"' in page
        assert "Ủy ban nhân dân phường Hà Tu" in page
        assert "Lễ hội hoa" not in page
        assert "Tin xa" not in page

    mine, foreign = ArticleFlag.objects.order_by("article")
    pages = [desk.page.post(seen(mine), follow=True).text for _twice in range(2)]
    assert "Đã ghi là bạn đã xem" in pages[0]
    assert desk.editor.full_name in pages[0]
    assert "đã có người xem trước" in pages[1]
    assert desk.page.post(seen(foreign)).status_code == 404
    foreign.refresh_from_db()
    assert foreign.is_open


def test_an_article_that_changed_is_read_again_and_undone_names_are_right(desk, done, planner):
    flag = ArticleFlag.objects.get(article=desk.old)
    flag.look_at(by=desk.editor)
    changed(desk.old, title="Hướng dẫn đăng ký khai sinh")
    flag.refresh_from_db()
    assert flag.is_open
    changed(desk.old, lead="Nộp hồ sơ tại UBND phường Hồng Gai mới.")
    assert ArticleFlag.objects.get().article == desk.foreign

    undoing.undo(done, by=planner, reason="Quyết định bị thu hồi.")
    flagging.flag(done.pk)  # a job that comes late
    assert not ArticleFlag.objects.exists()


def seen(flag):
    return f"{LIST}{flag.pk}/da-xem/"


def changed(page, **facts):
    for name, value in {**facts, "change_kind": "typo"}.items():
        setattr(page, name, value)
    page.save_revision().publish()


def test_an_answer_of_another_office_that_names_what_ended_is_stale(house, planner):
    then = timezone.now() - timedelta(days=30)
    answered = QuestionFactory(
        organization=house.justice, published=True, answer=OLD, checked_at=then
    )
    publication.put_in_index(answered)

    event = carry_out(scheduled(MERGER, planner), by=Acting.machine())
    flagging.flag(event.plan_id)

    assert Question.objects.filter(staleness.is_stale()).get() == answered
    (reason,) = staleness.reasons(answered)
    assert reason.words == (
        "Câu trả lời nhắc tên đã kết thúc hoặc đổi theo 12/NQ-HĐND (01/11/2026): "
        "Ủy ban nhân dân phường Hà Tu."
    )
    Question.objects.filter(pk=answered.pk).update(checked_at=timezone.now())
    assert not Question.objects.filter(staleness.is_stale()).exists()
    Question.objects.filter(pk=answered.pk).update(checked_at=then)
    undoing.undo(Plan.objects.get(), by=planner, reason="Quyết định bị thu hồi.")
    assert not Question.objects.filter(staleness.is_stale()).exists()
