"""What does an editor see before readers do?"""

import pytest
from django.urls import reverse

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import PersonFactory
from motcua.news.models import Article

from . import factories

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("newsroom")]


@pytest.fixture
def editor(client):
    return as_officer(client, PersonFactory(is_superuser=True))


def typed(**more: str) -> dict[str, str]:
    """What the form of an article sends at least."""
    empty = {
        f"{name}-{part}": "0"
        for name in ("comments",)
        for part in ("TOTAL_FORMS", "INITIAL_FORMS", "MIN_NUM_FORMS")
    }
    blank = dict.fromkeys(("slug", "byline", "tags", "category", "picture", "change_kind"), "")
    return {"title": "Bài mới", "lead": "Sapo mới.", "body-count": "0", **blank, **empty, **more}


@pytest.mark.parametrize("is_new", [True, False])
def test_a_preview_stands_in_the_editors_frame_only(editor, is_new):
    if is_new:
        where = ("news", "article", factories.section().pk)
        address = reverse("wagtailadmin_pages:preview_on_add", args=where)
    else:
        address = reverse("wagtailadmin_pages:preview_on_edit", args=[factories.draft().pk])

    kept = editor.post(address, typed()).json()
    shown = editor.get(f"{address}?mode=")

    assert kept == {"is_valid": True, "is_available": True}
    assert "Sapo mới." in shown.content.decode()
    assert shown.headers["X-Frame-Options"] == "SAMEORIGIN"
    policy = shown.headers["Content-Security-Policy"]
    assert "frame-ancestors 'self'" in policy
    assert "unsafe-inline" not in policy


def test_a_new_article_gets_its_address_from_its_title(editor):
    where = ("news", "article", factories.section().pk)

    editor.post(reverse("wagtailadmin_pages:add", args=where), typed(title="Đường mới ở Đầm Hà"))

    assert Article.objects.get().slug == "duong-moi-o-dam-ha"
