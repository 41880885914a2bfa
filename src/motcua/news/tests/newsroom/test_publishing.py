"""When does an article appear, when does it end, and who learns of it before its time?"""

from datetime import timedelta

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob
from wagtail.documents.models import Document
from wagtail.models import ReferenceIndex, Revision

from motcua.news.models import Article
from motcua.news.newsroom import timetable
from motcua.news.newsroom.exceptions import UnderEmbargo
from motcua.news.newsroom.workflow import Role
from motcua.search.models import Entry

from .conftest import article, published
from .pressing import edit, typed

pytestmark = pytest.mark.django_db

TITLE = "Công bố quy hoạch mới"


@pytest.fixture
def held_back(province, now):
    """Approved, and under an embargo until tomorrow at eight."""
    return published(province, title=TITLE, embargo_until=tomorrow(8))


def tomorrow(hour: int):
    return timezone.now().replace(hour=hour - 7, minute=0) + timedelta(days=1)


def test_nobody_outside_sees_it_before_its_time(held_back, client):
    path = held_back.address

    for address in (
        path,
        f"/tin-tuc/bai-viet/{held_back.pk}/",
        held_back.get_parent().specific.address,
        "/tin-tuc/",
        "/",
        "/en/tin-tuc/",
        f"/bien-tap/pages/{held_back.pk}/view_draft/",
        f"/bien-tap/pages/{held_back.pk}/edit/preview/",
        f"/bien-tap/pages/{held_back.pk}/revisions/{held_back.latest_revision_id}/view/",
        f"/bien-tap/api/main/pages/{held_back.pk}/",
    ):
        answer = client.get(address)
        assert TITLE not in b"".join(answer).decode(), address
    assert client.get(path).status_code == 404
    assert not Entry.objects.filter(title=TITLE).exists()


def test_another_newsroom_does_not_see_it_either(held_back, ward):
    browser = ward.at_work(Role.PUBLISHER)

    for door in ("edit", "view_draft", "history", "edit/preview"):
        answer = browser.get(f"/bien-tap/pages/{held_back.pk}/{door}/")
        assert TITLE not in answer.content.decode()


def test_it_appears_when_its_time_has_come(held_back, client, now):
    now.move_to("2026-11-23 07:59+07:00")
    timetable.keep(timezone.now())
    before = client.get(held_back.address).status_code

    now.move_to("2026-11-23 08:00:01+07:00")
    timetable.keep(timezone.now())

    assert before == 404
    assert client.get(held_back.address).status_code == 200
    assert Entry.objects.filter(title=TITLE).exists()


def test_no_way_of_saving_slips_it_out(province, held_back):
    held_back.live = True

    with pytest.raises(UnderEmbargo):
        held_back.save()


def test_an_earlier_time_does_not_break_the_embargo(province):
    early = timezone.now() + timedelta(hours=1)

    page = published(province, embargo_until=tomorrow(8), go_live_at=early)

    assert not page.live
    assert Revision.objects.get(approved_go_live_at__isnull=False).approved_go_live_at == tomorrow(
        8
    )


def test_what_is_out_cannot_be_held_back(province):
    page = published(province)

    answer = province.at_work(Role.PUBLISHER).post(
        edit(page), typed(page, embargo_until="2026-11-25 08:00")
    )

    assert "Bài đã đăng thì không cấm công bố được nữa." in answer.content.decode()


def test_a_page_changes_on_a_legal_date_and_ends_on_another(province, client, now):
    page = published(
        province,
        go_live_at=timezone.now() + timedelta(hours=2),
        expire_at=timezone.now() + timedelta(hours=4),
    )
    seen = []
    for hour in (10, 12, 14):
        now.move_to(f"2026-11-22 {hour}:00:01+07:00")
        timetable.keep(timezone.now())
        seen.append(client.get(page.address).status_code)

    assert seen == [404, 200, 404]


def test_one_article_that_cannot_stops_no_other(province, now):
    bad, good = article(province, "Hỏng"), article(province, "Tốt")
    for page, until in ((bad, tomorrow(8)), (good, None)):
        page.embargo_until = until
        revision = page.save_revision()
        revision.approved_go_live_at = timezone.now() - timedelta(minutes=1)
        revision.save()
    Article.objects.filter(pk=bad.pk).update(live=True, lead="")

    timetable.keep(timezone.now())

    assert Article.objects.get(pk=good.pk).live


def test_the_timetable_is_a_job_of_every_minute():
    from procrastinate.contrib.django import app

    task = app.tasks["news.keep_timetable"]

    assert [
        each.cron for each in app.periodic_registry.periodic_tasks.values() if each.task == task
    ] == ["* * * * *"]
    assert not ProcrastinateJob.objects.filter(task_name="news.keep_timetable").exists()


def test_a_document_waits_for_its_article(province, client):
    paper = Document.objects.create(title="Bản đồ", file=ContentFile(b"%PDF-1.7", "ban-do.pdf"))
    page = article(province)
    page.body = [("document", paper)]
    page.save()
    ReferenceIndex.create_or_update_for_object(page)

    before = client.get(paper.url).status_code
    Article.objects.filter(pk=page.pk).update(live=True)
    after = client.get(paper.url)
    after.close()

    assert (before, after.status_code) == (404, 200)
