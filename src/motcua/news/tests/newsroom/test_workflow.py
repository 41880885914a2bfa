"""An article goes from reporter to editor to publisher, and nobody approves their own."""

import pytest
from django.core import mail
from wagtail.models import WorkflowState

from motcua.news.models import Approval, Article
from motcua.news.newsroom.workflow import Role

from .conftest import article
from .pressing import edit, typed

pytestmark = pytest.mark.django_db


def act(browser, page, name, **data):
    """Press one of the buttons of the step that an article stands at."""
    return browser.post(
        edit(page),
        typed(
            Article.objects.get(pk=page.pk),
            button="action-workflow-action",
            **{"workflow-action-name": name, **data},
        ),
    )


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


def submitted(desk):
    page = article(desk)
    page.get_workflow().start(page, desk.people[Role.REPORTER])
    return page
