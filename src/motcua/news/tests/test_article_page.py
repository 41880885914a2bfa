"""What does a reader see of an article?"""

from datetime import timedelta

import pytest
from django.utils import timezone

from . import factories

pytestmark = pytest.mark.django_db


def test_an_article_is_read_at_its_address(client):
    article = factories.article()

    answer = client.get("/tin-tuc/cong/nop-ho-so-o-phuong-nao-cung-duoc/")

    assert article.address == "/tin-tuc/cong/nop-ho-so-o-phuong-nao-cung-duoc/"
    assert answer.status_code == 200
    assert article.lead in answer.content.decode()


def test_the_index_lists_the_newest_first(client):
    now = timezone.now()
    factories.article("Tin cũ", at=now - timedelta(days=2))
    factories.article("Tin mới", at=now)

    page = client.get("/tin-tuc/").content.decode()

    assert page.index("Tin mới") < page.index("Tin cũ")
