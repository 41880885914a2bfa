"""A question on its way: sorted, drafted, approved, its public text read through."""

from playwright.sync_api import Page
from studio import NARROW, Studio, arrives, take

CLERK, HEAD = "hotich.baichay", "lanhdao.baichay"
DRAFTED = "Xin bản sao giấy khai sinh cho mẹ già"
NEW = "Mở cửa hàng bán đồ câu"


def walk(at_work: Studio) -> None:
    clerk = at_work.window(CLERK)
    sorts(clerk)
    approves(at_work.window(HEAD))
    publishes(clerk)
    reads(at_work.window(width=NARROW, height=720))


def sorts(page: Page) -> None:
    page.goto("/can-bo/hoi-dap/")
    take(page, "hang-cau-hoi", size=(1280, 760))
    page.goto("/can-bo/hoi-dap/?hang=chua-phan-loai")
    opens(page, NEW)
    take(page, "cau-hoi")
    page.get_by_role("link", name="Chuyển cơ quan khác").first.click()
    take(page, "chuyen-co-quan")


def opens(page: Page, title: str) -> None:
    """By its code, which stands in the row of its title."""
    row = page.locator("main tr, main li").filter(has_text=title).first
    row.get_by_role("link").first.click()


def approves(page: Page) -> None:
    page.goto("/can-bo/hoi-dap/cho-duyet/")
    take(page, "duyet-tra-loi", size=(1280, 620))
    page.goto("/can-bo/hoi-dap/?hang=cho-duyet")
    opens(page, DRAFTED)
    page.get_by_role("button", name="Duyệt trả lời").click()
    page.get_by_text("Đã duyệt, chờ gửi").first.wait_for()


def publishes(page: Page) -> None:
    page.goto("/can-bo/hoi-dap/?hang=cho-gui")
    opens(page, DRAFTED)
    page.get_by_role("link", name="Trả lời công khai").first.click()
    take(page, "tra-loi-cong-khai")
    page.get_by_role("button", name="Trả lời công khai").click()
    arrives(page, r"/HD-\d+-\d+/$")


def reads(page: Page) -> None:
    """On a telephone, what everybody may read."""
    page.goto("/hoi-dap/")
    page.get_by_role("link", name=DRAFTED).first.click()
    take(page, "tra-loi-tren-dien-thoai")
