"""An article goes from reporter to editor to publisher, and nobody approves their own."""

import pytest
from django.contrib.auth.models import Group
from django.db import IntegrityError
from django.urls import reverse
from wagtail.models import (
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowState,
    WorkflowTask,
)

from motcua.news.models import Approval, Article
from motcua.news.newsroom.actions import open_section
from motcua.news.newsroom.workflow import Role

from .conftest import article, give, submitted
from .pressing import act, edit, typed

pytestmark = pytest.mark.django_db


def test_an_article_goes_all_the_way(province, client):
    reporter = province.at_work(Role.REPORTER)
    add = f"/bien-tap/pages/add/news/article/{province.section.pk}/"

    assert reporter.get(add).status_code == 200
    answer = reporter.post(add, typed(button="action-submit"))
    assert answer.status_code == 302, answer.context["form"].errors
    page = Article.objects.get(slug="le-hoi-hoa")
    assert not page.live

    assert act(province.at_work(Role.EDITOR), page, "approve").status_code == 302
    assert not Article.objects.get(pk=page.pk).live

    assert act(province.at_work(Role.PUBLISHER), page, "approve").status_code == 302
    page.refresh_from_db()
    assert page.live
    assert client.get(page.address).status_code == 200
    steps = list(Approval.objects.order_by("pk").values_list("status", "acting_as"))
    assert [status for status, _as in steps] == ["approved", "approved"]
    assert "biên tập viên; Biên tập viên, Ủy ban nhân dân phường H49.90" in steps[0][1]


def test_an_editor_returns_it_with_a_word(province):
    page = submitted(province)
    editor = province.at_work(Role.EDITOR)

    answer = act(
        editor, page, "reject", **{"workflow-action-extra-data": '{"comment": "Thiếu giờ mở."}'}
    )

    assert answer.status_code == 302
    state = WorkflowState.objects.get()
    assert state.status == WorkflowState.STATUS_NEEDS_CHANGES
    assert Approval.objects.get().comment == "Thiếu giờ mở."


def test_a_returned_article_needs_a_word(province):
    page = submitted(province)
    step = Approval.objects.get()
    name = "wagtailadmin_pages:collect_workflow_action_data"
    address = reverse(name, args=[page.pk, "reject", step.pk])

    by_script = {"X-Requested-With": "XMLHttpRequest"}
    answer = province.at_work(Role.EDITOR).post(address, {"comment": " "}, headers=by_script)

    assert "Viết cho phóng viên biết cần sửa gì." in answer.json()["html"]


def test_the_reporter_cannot_write_while_an_editor_reads(province):
    page = submitted(province)

    province.at_work(Role.REPORTER).post(edit(page), typed(page, text="Thay lời."))

    assert "Thay lời" not in Article.objects.get(pk=page.pk).get_latest_revision_as_object().text()


def test_nobody_approves_their_own(province):
    page = submitted(province, owner=Role.EDITOR)

    answer = act(province.at_work(Role.EDITOR), page, "approve")

    assert Approval.objects.get().status == "in_progress"
    assert "Duyệt kèm ý kiến" not in answer.content.decode()


def test_nobody_takes_two_steps_of_one_article(province):
    page = submitted(province)
    editor = province.people[Role.EDITOR]
    give(province, editor, Role.PUBLISHER)
    act(province.at_work(Role.EDITOR), page, "approve")

    act(province.at_work(Role.EDITOR), page, "approve")

    assert not Article.objects.get(pk=page.pk).live


def test_a_commune_with_one_person_says_why(ward):
    ward.newsroom.own_articles_too, ward.newsroom.reason = True, "Phường có một công chức văn hóa."
    ward.newsroom.save()
    only = ward.people[Role.PUBLISHER]
    give(ward, only, Role.EDITOR)
    page = submitted(ward, owner=Role.PUBLISHER)

    act(ward.at_work(Role.PUBLISHER), page, "approve")
    act(ward.at_work(Role.PUBLISHER), page, "approve")

    assert Article.objects.get(pk=page.pk).live


def test_an_exception_without_a_reason_is_refused(ward):
    ward.newsroom.own_articles_too = True

    with pytest.raises(IntegrityError):
        ward.newsroom.save()


def test_a_publisher_does_not_leave_out_the_way(province):
    page = article(province)

    province.at_work(Role.PUBLISHER).post(edit(page), typed(page, button="action-publish"))
    bulk = f"/bien-tap/bulk/wagtailcore/page/publish/?id={page.pk}"
    province.at_work(Role.PUBLISHER).post(bulk)

    assert not Article.objects.get(pk=page.pk).live


def test_the_last_step_says_what_it_does_once(province):
    page = submitted(province)
    act(province.at_work(Role.EDITOR), page, "approve")

    shown = province.at_work(Role.PUBLISHER).get(edit(page)).content.decode()

    assert "Duyệt và xuất bản" in shown
    assert "Duyệt và xuất bản and" not in shown


def test_a_newsroom_opened_twice_is_the_same(province):
    rows = (Group, GroupPagePermission, GroupCollectionPermission, Workflow, WorkflowTask)
    before = [each.objects.count() for each in rows]

    assert open_section(province.section) == province.newsroom

    assert [each.objects.count() for each in rows] == before
