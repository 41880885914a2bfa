"""A guide by life event, as its editor sees it."""

from playwright.sync_api import Page
from studio import Studio, take

EDITOR = "xuatban.truyenthong"
GUIDES = "/bien-tap/snippets/guides/edition/"


def walk(at_work: Studio) -> None:
    editor = at_work.window(EDITOR)
    looks(editor)


def looks(page: Page) -> None:
    page.goto(GUIDES)
    page.get_by_role("link", name="Sinh con", exact=True).first.click()
    page.get_by_text("Hỏi gì", exact=True).first.wait_for()
    take(page, "huong-dan-theo-viec")
