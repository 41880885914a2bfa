"""What an editor does in the builder of forms: adds blocks, writes in them, moves them, looks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Locator, expect

from .people import PICTURES, Walker
from .soundness import check_axe

LIST_OF_BLOCKS = ".w-minimap__list"
"""Wagtail's own: it may scroll while folded, and its links are stops once its button opened it."""
CALLED_ALIKE = "landmark-unique"
"""Wagtail calls a region after the kind of its block where the block has no title yet."""

WATCHES = """addEventListener('w-unsaved:watch-edits', () => {
  document.documentElement.dataset.watched = 'yes';
});"""
"""Two seconds after the page is there Wagtail begins to compare it with what it was."""


@dataclass
class Builder(Walker):
    """Somebody before a form in blocks, the citizen's page beside it."""

    @property
    def blocks(self) -> Locator:
        return self.page.get_by_role("region", name="Các trang của biểu mẫu")

    @property
    def beside(self) -> Locator:
        """The form on the page beside the blocks."""
        return self.page.frame_locator("#w-preview-iframe").locator("main form")

    def opens(self, address: str) -> None:
        """The builder with its preview, as soon as it watches what is typed."""
        self.page.add_init_script(WATCHES)
        self.goes_to(address)
        toggle = self.page.locator("[data-side-panel-toggle=preview]").first
        expect(toggle).to_be_visible()
        if toggle.get_attribute("aria-expanded") != "true":
            toggle.click()
        expect(self.page.locator("html[data-watched]")).to_be_attached()

    def looks(self, name: str) -> None:
        """From the head of the page: half under Wagtail's bars a button counts as too small."""
        self.page.locator("#header-title").scroll_into_view_if_needed()
        if PICTURES:
            self.page.screenshot(path=Path(PICTURES) / f"builder-{name}.png")
        check_axe(self.page, beside=[LIST_OF_BLOCKS], without=[CALLED_ALIKE])

    def asks(self, question: str, kind: str) -> None:
        """A new question at the end, with the mouse."""
        self._last_plus().click()
        self.page.get_by_role("option", name=kind, exact=True).click()
        self.block(kind).get_by_label("Câu hỏi (nhãn)").fill(question)

    def asks_by_keys(self, question: str, kind: str) -> None:
        """The same, where no mouse is."""
        self._last_plus().focus()
        self.page.keyboard.press("Enter")
        expect(self.page.get_by_role("combobox", name="Tìm loại khối…")).to_be_visible()
        self.page.keyboard.press("Tab")
        self.page.keyboard.type(kind)
        expect(self.page.get_by_role("option", name=kind, exact=True)).to_be_visible()
        self.page.keyboard.press("Enter")
        self.block(kind).get_by_label("Câu hỏi (nhãn)").focus()
        self.page.keyboard.type(question)

    def drags(self, kind: str, *, above: str) -> None:
        """By its handle, slowly, as a hand does."""
        for each in (kind, above):
            self.block(each).get_by_role("button", name="Mở hoặc thu mục").click()
        handle, goal = self._handle(kind), self._handle(above)
        handle.scroll_into_view_if_needed()
        handle.hover()
        self.page.mouse.down()
        begins, ends = _middle(handle), _middle(goal)
        for step in range(1, 6):
            self.page.mouse.move(ends[0], begins[1] + (ends[1] - 20 - begins[1]) * step / 5)
        self.page.mouse.up()

    def moves_up_by_keys(self, kind: str) -> None:
        self.block(kind).get_by_role("button", name="Chuyển lên").press("Enter")

    def sees_beside(self, questions: Sequence[str]) -> None:
        """The page beside asks this now, in this order, without being told to."""
        expect(self.beside.locator("label")).to_contain_text(list(questions))

    def saves(self) -> None:
        self.page.get_by_role("button", name="Lưu biểu mẫu").click()
        expect(self.page.locator("body")).to_contain_text("Đã lưu biểu mẫu vào bản nháp")

    def block(self, kind: str) -> Locator:
        """The newest block of a kind."""
        return self.blocks.get_by_role("region", name=kind).last

    def _last_plus(self) -> Locator:
        """Below the last question of the last section; the stream of pages is not inside one."""
        inner = "[data-streamfield-stream-container] [data-streamfield-stream-container]"
        return self.page.locator(f"{inner} button.c-sf-add-button").last

    def _handle(self, kind: str) -> Locator:
        return self.block(kind).get_by_role("button", name="Kéo")


def _middle(handle: Locator) -> tuple[float, float]:
    box = handle.bounding_box()
    assert box is not None
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
