"""Does an article show how the tasks of its meeting stand, now and to whom?"""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from wagtail.rich_text import RichText

from motcua.directives import actions
from motcua.directives.models import Conclusion
from motcua.directives.tests.conftest import conclusion, make_task, offices, people  # noqa: F401
from motcua.directives.tests.factories import ConclusionFactory
from motcua.directives.workflow import State
from motcua.news.blocks import ConclusionBlock
from motcua.news.importing import bodies as imported
from motcua.news.importing.harmless import cleaned
from motcua.news.models import Mention
from motcua.news.newsroom import substance
from motcua.news.tests import factories
from motcua.periods.clock import today

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]


@pytest.fixture
def task(make_task):  # noqa: F811
    return make_task(state=State.IN_WORK, due_on=today() - timedelta(days=9), title="Sửa cầu treo")


@pytest.fixture
def article(task):
    body = [("paragraph", RichText("<p>Họp.</p>")), ("conclusion", task.conclusion.code)]
    return factories.article("Cuộc họp giao việc", body=body)


def shown(client, article):
    page = client.get(article.address)
    assert page.status_code == 200
    return page.content.decode()


def test_the_page_tells_how_tasks_stand_when_it_is_read(client, article, task, people):  # noqa: F811
    assert "Quá hạn 9 ngày" in shown(client, article)

    task.report_done(by=people.owner, text="Xong.")
    task.accept(by=people.giver)

    text = shown(client, article)
    assert "Xong, quá hạn 9 ngày" in text
    assert f"/chi-dao/nhiem-vu/{task.code}/" in text


def test_what_became_internal_is_no_longer_shown(client, article, task, people):  # noqa: F811
    actions.hide(task.conclusion, by=people.giver, reason="Rà soát.")

    text = shown(client, article)

    assert task.title not in text
    assert task.conclusion.number not in text
    assert "Họp." in text


def test_only_public_conclusions_can_be_chosen(offices):  # noqa: F811
    public = ConclusionFactory(organization=offices.giver, number="214/TB-UBND")
    hidden = ConclusionFactory(organization=offices.giver, is_public=False)
    block = ConclusionBlock()

    assert block.clean(public.code) == public.code
    assert block.clean(" 214/TB-UBND ") == public.code
    for wrong in (hidden.code, hidden.number, "KL-2026-9999", "214"):
        with pytest.raises(ValidationError):
            block.clean(wrong)


def test_a_number_that_two_offices_used_is_no_name(offices):  # noqa: F811
    for office in (offices.giver, offices.other):
        ConclusionFactory(organization=office, number="12/TB-UBND")

    with pytest.raises(ValidationError):
        ConclusionBlock().clean("12/TB-UBND")


def test_a_move_of_a_task_is_no_change_of_the_article(article, task, people):  # noqa: F811
    before = substance.digest(article)
    task.report_done(by=people.owner, text="Xong.")

    assert substance.digest(article) == before


def test_the_conclusion_leads_to_the_article(client, article, task):
    assert Mention.objects.filter(code=task.conclusion.code, article=article).exists()
    text = client.get(f"/chi-dao/{task.conclusion.code}/").content.decode()
    assert article.title in text


def test_feeds_say_nothing_of_tasks(client, article, task):
    feed = client.get("/tin-tuc/rss/")

    assert feed.status_code == 200
    assert article.title in feed.content.decode()
    assert task.title not in feed.content.decode()


def test_an_article_costs_few_queries_more(
    client,
    article,
    make_task,  # noqa: F811
    django_assert_max_num_queries,
):
    plain = factories.article("Bài thường", body=[("paragraph", RichText("<p>Họp.</p>"))])
    for _ in range(6):
        make_task()
    shown(client, plain), shown(client, article)

    with django_assert_max_num_queries(30) as without:
        shown(client, plain)
    with django_assert_max_num_queries(len(without) + 6):
        shown(client, article)


def test_a_block_without_its_conclusion_is_empty(client):
    article = factories.article("Bài cũ", body=[("conclusion", "KL-2026-0404")])

    assert "meeting-tasks" not in shown(client, article)


def test_an_imported_link_to_a_conclusion_becomes_its_block():
    found = list(imported.pieces(cleaned('<p><a href="/chi-dao/KL-2026-0007/">Kết luận</a></p>')))

    assert [(piece.kind, piece.code) for piece in found] == [("conclusion", "KL-2026-0007")]
    assert not Conclusion.objects.exists()
