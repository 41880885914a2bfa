"""What happens when an article appears, changes or goes?"""

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from motcua.dossiers.tests.factories import VersionFactory
from motcua.news import actions, likeness, reading, tasks
from motcua.search import queries as search

from . import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]


def found(words: str) -> list[str]:
    return [hit.key for hit in search.find(words, actions.KIND)]


def test_a_published_article_is_found():
    article = factories.article()

    assert found("thuyền trưởng") == []
    assert found("phường nào cũng được") == [str(article.pk)]


def test_a_draft_is_not_found():
    factories.draft()

    assert found("phường nào cũng được") == []


def test_an_unpublished_article_is_no_longer_found():
    article = factories.article()

    article.unpublish()

    assert found("phường nào cũng được") == []


def test_a_deleted_article_is_no_longer_found():
    article = factories.article()

    article.delete()

    assert found("phường nào cũng được") == []


def test_pictures_and_likeness_are_a_job_of_the_publication():
    article = factories.article()

    jobs = ProcrastinateJob.objects.filter(task_name="news.prepare")

    assert [job.args for job in jobs] == [{"article_id": article.pk}]


def test_the_job_makes_pictures_and_may_run_twice():
    article = factories.article(picture=factories.picture())

    tasks.prepare(article.pk)
    made = article.picture.renditions.count()
    tasks.prepare(article.pk)

    assert article.picture.renditions.count() == made > 0


def test_the_job_of_an_article_that_is_gone_does_nothing():
    tasks.prepare(999_999)


def test_a_procedure_names_the_articles_that_name_it(client):
    version = VersionFactory()
    factories.article(body=[("procedure", version.procedure.code)])

    page = client.get(version.procedure.get_absolute_url()).content.decode()

    assert "Tin về thủ tục này" in page
    assert "Nộp hồ sơ ở phường nào cũng được" in page


def test_a_procedure_that_is_named_no_more_names_nobody():
    article = factories.article(body=[("procedure", VersionFactory().procedure.code)])
    article.body, article.change_kind = [], "typo"

    article.save_revision().publish()

    assert not article.mentions.exists()


def test_an_article_that_shares_a_tag_is_like_it():
    article = factories.article(tags=("vịnh hạ long",))
    like = factories.article("Du khách đến bằng tàu", lead="Mùa thu.", tags=("vịnh hạ long",))
    factories.article("Giá điện", lead="Từ tháng sau.")

    assert [number for number, _close in likeness.like(article)] == [like.pk]


def test_an_article_that_says_the_same_is_like_it():
    article = factories.article("Cấp phiếu lý lịch tư pháp qua mạng", lead="Không cần đến nơi.")
    like = factories.article("Miễn phí phiếu lý lịch tư pháp cho học sinh", lead="Từ năm học tới.")
    for number in range(6):
        factories.article(f"Chuyện thứ {number} của chợ", lead="Hàng hóa nhiều, giá ổn định.")

    assert [number for number, _close in likeness.like(article)] == [like.pk]


def test_both_know_that_they_are_alike():
    article = factories.article(tags=("cầu",))
    other = factories.article("Cầu mới", lead="Thông xe.", tags=("cầu",))

    actions.relate(article)
    actions.relate(other)

    assert [each.other for each in article.relations.all()] == [other]
    assert [each.other for each in other.relations.all()] == [article]


def test_reading_takes_at_least_a_minute():
    assert reading.minutes(0) == 1
    assert reading.minutes(1150) == 5


def test_the_words_of_every_block_are_counted():
    article = factories.article(
        lead="Một hai ba.", body=[("heading", {"text": "Bốn năm", "level": "h2"})]
    )

    assert article.words == 5
