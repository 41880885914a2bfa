"""The editor keeps what is typed by itself; a button pressed meanwhile makes no second article."""

import pytest

from motcua.news.models import Article, SentForm
from motcua.news.newsroom.workflow import Role

from .pressing import typed

TOKEN = "a" * 64


def form(*, token=TOKEN, **facts):
    return {**typed(**facts), "csrfmiddlewaretoken": token}


def send(desk, browser, *, by_itself=False, **facts):
    return deliver(desk, browser, form(**facts), by_itself=by_itself)


def deliver(desk, browser, form, *, by_itself=False):
    accept = "application/json" if by_itself else "text/html"
    address = f"/bien-tap/pages/add/news/article/{desk.section.pk}/"
    return browser.post(address, form, headers={"accept": accept})


@pytest.mark.django_db
def test_a_button_after_keeping_goes_on_with_the_same_article(province):
    reporter = province.at_work(Role.REPORTER)
    kept = send(province, reporter, by_itself=True).json()

    answer = send(province, reporter, lead="Mở đến 23 giờ.", button="action-submit")

    article = Article.objects.get()
    assert answer.status_code == 302
    assert article.pk == kept["pk"]
    assert article.get_latest_revision_as_object().lead == "Mở đến 23 giờ."
    assert article.current_workflow_state


@pytest.mark.django_db
def test_what_is_kept_too_late_changes_nothing(province):
    reporter = province.at_work(Role.REPORTER)
    send(province, reporter, lead="Mở đến 23 giờ.", button="action-submit")

    answer = send(province, reporter, lead="Mở đến", by_itself=True)

    assert answer.status_code == 400
    assert answer.json()["error_message"] == "Bài này đã được lưu rồi."
    assert Article.objects.get().get_latest_revision_as_object().lead == "Mở đến 23 giờ."


@pytest.mark.django_db
@pytest.mark.parametrize(("button", "leads_to"), [("action-submit", "list"), (None, "article")])
def test_a_second_click_leads_where_the_first_did(province, button, leads_to):
    reporter, typed_once = province.at_work(Role.REPORTER), form(button=button)
    first = deliver(province, reporter, typed_once)

    second = deliver(province, reporter, typed_once)

    article = Article.objects.get()
    at = {"list": f"pages/{province.section.pk}/", "article": f"pages/{article.pk}/edit/"}
    assert first.url == second.url == f"/bien-tap/{at[leads_to]}"
    assert article.revisions.count() == 1


@pytest.mark.django_db
def test_a_form_with_mistakes_may_be_sent_again(province):
    reporter = province.at_work(Role.REPORTER)
    send(province, reporter, title="")

    answer = send(province, reporter)

    assert answer.status_code == 302
    assert Article.objects.count() == SentForm.objects.count() == 1


@pytest.mark.django_db
def test_two_forms_and_two_people_make_two_articles(province):
    reporter, editor = province.at_work(Role.REPORTER), province.at_work(Role.EDITOR)
    send(province, reporter)
    send(province, reporter, token="b" * 64, slug="hai", title="Lễ hội thứ hai")
    send(province, editor, slug="ba", title="Lễ hội thứ ba")

    assert Article.objects.count() == 3
