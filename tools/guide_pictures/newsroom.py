"""An article on its way: written, returned, mended, published, corrected, translated."""

import re
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from PIL import Image
from playwright.sync_api import Page
from studio import NARROW, Studio, arrives, take

REPORTER, EDITOR, PUBLISHER = (
    "phongvien.truyenthong",
    "bientap.truyenthong",
    "xuatban.truyenthong",
)
DRAWN = Path(__file__).resolve().parents[2] / "src/motcua/demo/news/pictures/cho-phien.jpg"
TITLE = "Chợ hoa đêm mở thêm hai giờ"
LEAD = "Từ thứ Bảy, chợ hoa của phường mở đến 23 giờ để người đi làm về muộn kịp mua."
TEXT = "Ban quản lý chợ bố trí thêm người giữ xe và đèn ở lối ra bến."
SEEN = "Ba gian hàng mái sọc ở chợ, hoa xếp thành chồng, người mua đứng trước"
SAVED = 4000
"""Milliseconds in which the editor keeps by itself what was typed."""
LEADS_ON = "footer [data-w-dropdown-target=toggle]"


def walk(at_work: Studio) -> None:
    reporter, editor, publisher = (at_work.window(who) for who in (REPORTER, EDITOR, PUBLISHER))
    edit = writes(reporter)
    returns(editor, edit)
    mends(reporter, edit)
    approves(editor, edit, "Duyệt")
    publishes(publisher, edit)
    at_work_again(at_work.window(width=NARROW, height=720), publisher, edit)
    corrects(publisher, edit)
    schedules(reporter)
    keeps_lists(editor, publisher)


def writes(page: Page) -> str:
    """A new article with a picture and a paragraph, submitted; the address of its screen."""
    page.goto("/can-bo/")
    take(page, "ban-lam-viec", size=(1280, 200))
    page.goto("/bien-tap/")
    take(page, "toa-soan", size=(1280, 470))
    page.get_by_role("link", name=re.compile("^Viết bài")).first.click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill(LEAD)
    take(page, "bai-moi", size=(1280, 760))
    adds_picture(page)
    page.locator("button.c-sf-add-button").first.click()
    page.get_by_role("option", name="Đoạn văn").wait_for()
    page.evaluate("document.querySelectorAll('*').forEach(each => { each.scrollLeft = 0; })")
    take(page, "khoi")
    page.get_by_role("option", name="Đoạn văn").click()
    page.locator(".public-DraftEditor-content").last.click()
    page.keyboard.type(TEXT)
    edit = kept_by_itself(page)
    opens_foot(page)
    take(page, "gui-duyet", around=page.locator("footer"), margin=60, size=(640, 220))
    presses(page, "^Gửi duyệt")
    return edit


def kept_by_itself(page: Page) -> str:
    """Waits until the editor kept what was typed; the address of the article's screen."""
    arrives(page, r"/pages/\d+/edit/")
    page.wait_for_timeout(SAVED)
    return page.url.split("?")[0]


def presses(page: Page, name: str) -> None:
    """A button of the foot, most of which wait in a menu; it leads to the list."""
    button = page.locator("footer").get_by_role("button", name=re.compile(name)).first
    if not button.is_visible():
        opens_foot(page)
    button.click()
    leaves(page)


def leaves(page: Page) -> None:
    arrives(page, r"/pages/\d+/$")


def adds_picture(page: Page) -> None:
    page.get_by_role("button", name="Chọn ảnh").first.click()
    chooser = page.locator(".modal")
    chooser.get_by_role("tab", name="Tải lên").click()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "cho-hoa-dem.jpg"
        width = 1400 + int(time.time()) % 200  # no double of a picture of an earlier walk
        Image.open(DRAWN).convert("RGB").resize((width, width * 9 // 16)).save(file, quality=88)
        chooser.locator("input[type=file]").set_input_files(file)
        chooser.locator("[name$=title]").fill("Chợ hoa đêm")
        chooser.locator("[name$=description]").fill(SEEN)
        chooser.locator("[name$=credit]").fill("Ảnh: Nguyễn Quang Huy")
        take(page, "chon-anh", around=page.locator(".modal-content"), margin=0, size=(1280, 760))
        chooser.locator("button[type=submit]").last.click()
        page.locator("#id_picture-chooser img").wait_for()


def opens_foot(page: Page) -> None:
    page.locator(LEADS_ON).first.click()
    page.wait_for_timeout(300)


def shows_foot(page: Page, name: str) -> None:
    take(page, name, corner=(200, 600, 700, 260))


def returns(page: Page, edit: str) -> None:
    page.goto("/bien-tap/")
    take(page, "cho-duyet", size=(1280, 560))
    page.goto(edit)
    opens_foot(page)
    shows_foot(page, "duyet")
    page.get_by_role("button", name="Trả lại kèm ý kiến").click()
    page.locator(".modal [name=comment]").fill("Thiếu ngày bắt đầu: thứ Bảy ngày nào?")
    take(page, "tra-lai", around=page.locator(".modal-content"), margin=0)
    page.locator(".modal [type=submit]").click()
    leaves(page)


def mends(page: Page, edit: str) -> None:
    page.goto(edit)
    take(page, "bi-tra-lai", size=(1280, 330))
    page.locator("[name=lead]").fill(LEAD.replace("thứ Bảy", "thứ Bảy 28/11"))
    page.wait_for_timeout(SAVED)
    presses(page, "^Gửi duyệt")


def approves(page: Page, edit: str, name: str) -> None:
    page.goto(edit)
    presses(page, f"^\\s*{name}\\s*$")


def publishes(page: Page, edit: str) -> None:
    page.goto(edit)
    opens_foot(page)
    shows_foot(page, "duyet-va-xuat-ban")
    approves(page, edit, "Duyệt và xuất bản")


def at_work_again(reader: Page, publisher: Page, edit: str) -> None:
    """What readers see on a telephone."""
    reader.goto("/tin-tuc/")
    reader.get_by_role("link", name=TITLE).first.click()
    take(reader, "bai-tren-dien-thoai")


def corrects(page: Page, edit: str) -> None:
    page.goto(edit)
    page.locator("[name=lead]").fill(LEAD.replace("thứ Bảy", "thứ Bảy 28/11").replace("23", "22"))
    page.get_by_label("lần sửa này là", exact=False).select_option(
        label="Đính chính, có thông báo với người đọc"
    )
    page.locator("[name=change_note]").fill("Bài đăng sáng nay ghi 23 giờ; đúng là 22 giờ.")
    panel = page.locator("section.w-panel").filter(has=page.locator("[name=change_kind]")).first
    take(page, "dinh-chinh", around=panel, margin=12)
    page.get_by_role("button", name="Lưu nháp").first.click()
    page.wait_for_load_state()
    page.goto(edit.replace("/edit/", "/history/"))
    page.locator("main table button").first.click()
    take(page, "lich-su", size=(1280, 620))
    page.get_by_role("link", name="So với bản trước").first.click()
    take(page, "so-sanh", size=(1280, 620))


def schedules(page: Page) -> None:
    """Another article that waits for its hour, and is much like the first."""
    page.goto("/bien-tap/")
    page.get_by_role("link", name=re.compile("^Viết bài")).first.click()
    page.locator("[name=title]").fill(TITLE)
    page.locator("[name=lead]").fill(LEAD)
    page.get_by_role("button", name="Lưu nháp").first.click()
    page.goto(kept_by_itself(page))
    take(page, "bai-gan-giong", size=(1280, 260))
    page.locator("[name=title]").fill("Lịch cắt điện tuần đầu tháng 12")
    page.get_by_role("button", name="Mở hoặc đóng trạng thái").first.click()
    page.get_by_role("button", name="Đặt giờ").first.click()
    page.locator("[name=go_live_at]").first.fill(f"{soon():%d/%m/%Y} 07:00")
    page.get_by_role("dialog").get_by_text("Đặt giờ đăng và giờ hết hạn").first.click()
    take(page, "hen-gio")


def soon() -> datetime:
    return datetime.now(ZoneInfo("Asia/Ho_Chi_Minh")) + timedelta(days=2)


def keeps_lists(editor: Page, publisher: Page) -> None:
    editor.goto("/bien-tap/lich-tin/")
    take(editor, "lich-tin", size=(1280, 480))
    editor.goto("/bien-tap/snippets/news/frontslot/add/")
    take(editor, "tin-noi-bat", size=(1280, 620))
    tries_an_outage(editor)
    editor.goto("/bien-tap/snippets/search/synonym/add/?said=bằng+lái+tàu+kéo")
    take(editor, "tu-dong-nghia", size=(1280, 420))


def tries_an_outage(page: Page) -> None:
    """Announced two days before, which the law forbids."""
    page.goto("/bien-tap/snippets/news/announcement/add/")
    page.locator("[name=kind]").select_option(label="Tạm ngừng dịch vụ có kế hoạch")
    page.locator("[name=title]").fill("Tạm ngừng nộp hồ sơ trực tuyến")
    night = soon()
    page.locator("[name=starts_at]").fill(f"{night:%d/%m/%Y} 22:00")
    page.locator("[name=recovers_at]").fill(f"{night:%d/%m/%Y} 23:30")
    page.locator("[name=services]").fill("Nộp hồ sơ trực tuyến")
    page.keyboard.press("Escape")
    page.locator("footer").get_by_role("button", name="Lưu").first.click()
    page.wait_for_load_state()
    place = page.locator("[name=starts_at]")
    place.scroll_into_view_if_needed()
    page.mouse.wheel(0, -250)
    take(page, "thong-bao", size=(1280, 620))
