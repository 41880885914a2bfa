"""What readers have seen changes only with a word: a slip of the pen, or a correction."""

import pytest

from motcua.news.models import Article, Correction
from motcua.news.newsroom.exceptions import ChangeUnexplained, NoticeEmpty
from motcua.news.newsroom.workflow import Role

from .conftest import article, published
from .pressing import edit, typed

pytestmark = pytest.mark.django_db

NOTICE = "Bản trước viết chợ mở 7 giờ; đúng là 8 giờ."


@pytest.fixture
def page(province):
    return published(province)


def change(province, page, **typed_in):
    return province.at_work(Role.PUBLISHER).post(
        edit(page), typed(page, text="Chợ mở 8 giờ.", button="action-publish", **typed_in)
    )


def test_a_change_without_a_word_stays_a_draft(province, page, client):
    answer = change(province, page)

    assert "Chọn “Sửa lỗi chính tả” hoặc viết lời đính chính." in answer.content.decode()
    assert "Chợ mở 8 giờ" in answer.context["page"].text()
    assert "Chợ mở 8 giờ" not in client.get(page.address).content.decode()


def test_a_correction_is_shown_with_the_article(province, page, client):
    answer = change(province, page, change_kind="notice", change_note=NOTICE)

    assert answer.status_code == 302
    shown = client.get(page.address).content.decode()
    assert "Chợ mở 8 giờ" in shown
    assert NOTICE in shown
    assert "22/11/2026" in shown
    assert Correction.objects.get().by == province.people[Role.PUBLISHER]


def test_a_slip_of_the_pen_is_noted_and_not_shown(province, page, client):
    change(province, page, change_kind="typo")

    assert Correction.objects.get().kind == "typo"
    assert "Đính chính" not in client.get(page.address).content.decode()


def test_a_notice_needs_words(province, page):
    answer = change(province, page, change_kind="notice", change_note=" ")

    assert "Viết nội dung đính chính" in answer.content.decode()


def test_the_next_change_is_asked_again(province, page):
    change(province, page, change_kind="notice", change_note=NOTICE)
    page.refresh_from_db()

    form = province.at_work(Role.PUBLISHER).get(edit(page)).context["form"]

    assert form.initial["change_kind"] == ""
    with pytest.raises(ChangeUnexplained):
        publish(page, lead="Khác hẳn.")


def test_no_program_changes_it_in_silence(page):
    with pytest.raises(ChangeUnexplained):
        publish(page, lead="Khác hẳn.")
    with pytest.raises(NoticeEmpty):
        publish(page, lead="Khác hẳn.", change_kind="notice")


def publish(page, **changes):
    page = Article.objects.get(pk=page.pk)
    for name, value in changes.items():
        setattr(page, name, value)
    page.save_revision(clean=False).publish()


def test_taking_it_down_first_does_not_hide_a_change(page):
    page.unpublish()

    with pytest.raises(ChangeUnexplained):
        publish(page, lead="Khác hẳn.")


def test_the_same_text_needs_no_word(page):
    publish(page, byline="Ban biên tập")

    assert not Correction.objects.exists()


def test_an_older_version_comes_back_without_its_old_notice(province, page):
    first = page.latest_revision_id
    change(province, page, change_kind="notice", change_note=NOTICE)
    with_notice = Article.objects.get(pk=page.pk).latest_revision_id
    browser = province.at_work(Role.PUBLISHER)

    older = browser.get(f"/bien-tap/pages/{page.pk}/revisions/{first}/revert/")
    newer = browser.get(f"/bien-tap/pages/{page.pk}/revisions/{with_notice}/revert/")

    assert older.status_code == newer.status_code == 200
    assert newer.context["form"].initial["change_note"] == ""


def test_versions_are_compared_and_restored(province, page):
    first = page.latest_revision_id
    change(province, page, change_kind="typo")
    latest = Article.objects.get(pk=page.pk).latest_revision_id
    browser = province.at_work(Role.EDITOR)

    compared = browser.get(f"/bien-tap/pages/{page.pk}/revisions/compare/{first}...{latest}/")
    now = Article.objects.get(pk=page.pk)
    restored = browser.post(
        f"/bien-tap/pages/{page.pk}/revisions/{first}/revert/",
        typed(now, text="Chợ hoa mở từ 7 giờ."),
    )

    assert "Chợ mở 8 giờ." in compared.content.decode()
    assert "addition" in compared.content.decode()
    assert restored.status_code == 302
    draft = Article.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert "từ 7 giờ" in draft.text()


def test_a_copy_begins_without_a_past(page):
    copy = page.copy(update_attrs={"slug": "ban-sao", "title": "Bản sao"}, keep_live=False)

    assert copy.published_substance == ""


def test_the_report_lists_every_change(province, ward, page):
    change(province, page, change_kind="notice", change_note=NOTICE)

    here = province.at_work(Role.EDITOR).get("/bien-tap/dinh-chinh/").content.decode()
    elsewhere = ward.at_work(Role.EDITOR).get("/bien-tap/dinh-chinh/").content.decode()

    assert NOTICE in here
    assert NOTICE not in elsewhere


# --- Two at once ----------------------------------------------------------------------------


def test_a_stale_screen_does_not_overwrite(province):
    draft = article(province)
    stale = typed(draft, text="Của biên tập viên.")
    province.at_work(Role.REPORTER).post(edit(draft), typed(draft, text="Của phóng viên."))

    answer = province.at_work(Role.EDITOR).post(edit(draft), stale)

    assert "đã lưu bài này sau khi bạn mở" in answer.content.decode()
    assert "Của biên tập viên." in answer.context["page"].text()
    latest = Article.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert "Của phóng viên." in latest.text()


def test_it_overwrites_when_one_says_so_knowingly(province):
    draft = article(province)
    province.at_work(Role.REPORTER).post(edit(draft), typed(draft, text="Của phóng viên."))
    now = Article.objects.get(pk=draft.pk)

    province.at_work(Role.EDITOR).post(edit(draft), typed(now, text="Của biên tập viên."))

    latest = Article.objects.get(pk=draft.pk).get_latest_revision_as_object()
    assert "Của biên tập viên." in latest.text()
