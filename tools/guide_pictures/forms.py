"""A form is built of blocks, with the citizen's page beside it."""

from playwright.sync_api import Page
from studio import Studio, arrives, take

WRITES = "chuyenvien.vanphong"
CODE = "1.001193"


def walk(at_work: Studio) -> None:
    page = at_work.window(WRITES)
    begins(page)
    builds(page)


def begins(page: Page) -> None:
    """A draft that is open already is gone on with."""
    page.goto(f"/can-bo/thu-tuc/soan/?code={CODE}")
    begin = page.get_by_role("button", name="Lập bản nháp")
    if begin.count():
        begin.click()
        page.wait_for_load_state()


def builds(page: Page) -> None:
    page.goto("/bien-tap/bieu-mau/")
    page.get_by_role("row").filter(has_text=CODE).get_by_role("link").first.click()
    arrives(page, r"/bieu-mau/.+/$")
    page.get_by_role("button", name="Xem trước").click()
    page.frame_locator("iframe").first.locator("h1").wait_for()
    take(page, "xay-bieu-mau", size=(1280, 860))
