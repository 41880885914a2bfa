"""The line is cut while a page is sent, and at the last button: nothing is lost, nothing twice.

With scripts the page stays and says so; without, the browser says it and sends again on *reload*.
"""

from playwright.sync_api import expect

from motcua.dossiers.models import Dossier

from .conftest import FOUR_WAYS
from .drafts import COMPLETE, forgive, page_of, signs_in, subject_of

SUBJECT = "Xin cấp lại giấy khai sinh cho con"


@FOUR_WAYS
def test_what_was_sent_into_a_cut_line_arrives_once(readers, draft, wife, width, javascript):
    draft.write(COMPLETE)
    reader = readers(width=width, javascript=javascript)
    signs_in(reader, wife)
    page = reader.page

    reader.go(page_of(draft))
    page.get_by_label("Nội dung đề nghị").fill(SUBJECT)
    page.context.set_offline(True)
    page.get_by_role("button", name="Lưu và tiếp tục").click()
    is_told(reader)
    if javascript:
        expect(page.get_by_label("Nội dung đề nghị")).to_have_value(SUBJECT)
        reader.look()
    page.context.set_offline(False)
    sends_again(reader)
    expect(page.locator("h1")).to_have_text("Giấy tờ")
    assert subject_of(draft) == SUBJECT

    reader.go(page_of(draft, "kiem-tra/"))
    page.get_by_label("Tôi đã kiểm tra").check()
    lost = loses_the_answer(page)
    page.get_by_role("button", name="Nộp hồ sơ").click()
    is_told(reader)
    taken = Dossier.objects.get()
    sends_again(reader)
    expect(page.locator("main")).to_contain_text("Đã nhận hồ sơ của bạn")
    expect(page.locator("main")).to_contain_text(taken.code)
    assert len(lost) == Dossier.objects.count() == 1
    if javascript:
        forgive(reader, "Failed to load resource")


def is_told(reader):
    """By the page, which holds everything still, or by the browser."""
    if reader.javascript:
        expect(reader.page.get_by_role("alert")).to_contain_text("vẫn còn nguyên trên trang này")
    else:
        reader.page.wait_for_url("chrome-error://**")


def sends_again(reader):
    if reader.javascript:
        reader.page.get_by_role("button", name="Thử lại").click()
    else:
        reader.page.reload()


def loses_the_answer(page):
    """The next form arrives, and whoever sent it does not hear so."""
    lost = []

    def meet(route):
        if lost or route.request.method != "POST":
            route.continue_()
            return
        lost.append(route.fetch(max_redirects=0))
        route.abort("connectionreset")

    page.route("**/nop/", meet)
    return lost
