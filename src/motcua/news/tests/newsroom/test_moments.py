"""A day that is none never becomes another day: it stays as it was typed and is refused."""

import re

import pytest

from motcua.news.models import Article
from motcua.news.newsroom.workflow import Role

from .conftest import article
from .pressing import edit, typed


@pytest.mark.django_db
def test_the_page_leaves_what_was_typed(province):
    browser = province.at_work(Role.PUBLISHER)

    page = browser.get(edit(article(province))).content.decode()

    choosers = re.findall(r"initDateTimeChooser\(.*\)", page)
    assert len(choosers) == 3
    assert all('"validateOnBlur": false' in chooser for chooser in choosers)


@pytest.mark.django_db
@pytest.mark.parametrize("said", ["28-11-2026 8h", "mai", "31/02/2026 08:00"])
def test_a_schedule_that_is_no_moment_is_refused_and_kept(province, said):
    draft = article(province)
    form = typed(draft, go_live_at=said, button="action-submit")

    answer = province.at_work(Role.REPORTER).post(edit(draft), form)

    assert answer.status_code == 200
    assert f'value="{said}"' in answer.content.decode()
    assert "hợp lệ" in answer.content.decode()
    assert not Article.objects.get(pk=draft.pk).get_latest_revision_as_object().go_live_at
