"""Where does an old address lead? To where the article stands now, or to a word that it is gone."""

import pytest

from motcua.news.models import Article, Withdrawn
from motcua.news.newsroom.workflow import Role

from .conftest import article, give, published
from .pressing import edit, typed

pytestmark = pytest.mark.django_db


def test_a_renamed_article_is_found_at_its_old_address(
    province, client, django_capture_on_commit_callbacks
):
    page = published(province)
    old = page.address

    renamed = typed(page, slug="hoi-hoa", button="action-publish", text="Mới.", change_kind="typo")
    with django_capture_on_commit_callbacks(execute=True):
        province.at_work(Role.PUBLISHER).post(edit(page), renamed)

    answer = client.get(old)
    page = Article.objects.get(pk=page.pk)
    assert (answer.status_code, answer.url) == (301, page.address)
    assert page.address.endswith("/hoi-hoa/")


def test_a_moved_article_is_found_at_its_old_address(province, ward, client):
    page = published(province)
    old = page.address
    give(ward, province.people[Role.PUBLISHER], Role.PUBLISHER)

    moved = province.at_work(Role.PUBLISHER).post(
        f"/bien-tap/pages/{page.pk}/move/{ward.section.pk}/confirm/"
    )

    assert moved.status_code == 302
    answer = client.get(old)
    assert (answer.status_code, answer.url) == (301, Article.objects.get(pk=page.pk).address)


@pytest.mark.parametrize("bulk", [False, True], ids=["one", "many"])
def test_a_deleted_article_says_that_it_is_gone(province, client, bulk):
    page = published(province)
    one = f"/bien-tap/pages/{page.pk}/delete/"
    many = f"/bien-tap/bulk/wagtailcore/page/delete/?id={page.pk}"

    province.at_work(Role.PUBLISHER).post(many if bulk else one)

    assert not Article.objects.filter(pk=page.pk).exists()
    answer = client.get(page.address)
    assert answer.status_code == 410
    assert "Bài “Lễ hội hoa” từng đăng ở địa chỉ này" in answer.content.decode()


def test_a_deleted_draft_leaves_nothing(province, client):
    page = article(province)

    province.at_work(Role.PUBLISHER).post(f"/bien-tap/pages/{page.pk}/delete/")

    assert client.get(page.address).status_code == 404
    assert not Withdrawn.objects.exists()
