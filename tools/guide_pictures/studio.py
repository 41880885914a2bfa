"""Who stands before the camera, and how does a picture become small?"""

import io
import re
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, sync_playwright

PICTURES = Path(__file__).resolve().parents[2] / "docs" / "editors" / "pictures"
MOST, ALL = 60_000, 1_000_000
"""Bytes of one picture, and of all."""
WIDE, NARROW = 1280, 360
OFFICES = {
    "truyenthong": "truyền thông",
    "baichay": "Bãi Cháy",
    "vanphong": "Văn phòng",
    "soyte": "Sở Y tế",
    "sokhoahocvacongnghe": "Sở Khoa học",
    "sonoivu": "Sở Nội vụ",
}
"""Where the demo's page of sign-ins lists somebody, by the end of the login name."""
COLORS = 48
TRIES = 3
PATIENCE = 200
"""Fifths of a second."""


@dataclass
class Studio:
    """A browser, the demo's address, and who signed in already."""

    browser: Browser
    home: str
    known: dict[str, BrowserContext] = field(default_factory=dict)

    def window(self, login: str = "", *, width: int = WIDE, height: int = 860) -> Page:
        """A window of ``login``, or of a reader; whoever signed in once stays signed in."""
        kept = self.known[login].storage_state() if login in self.known else None
        context = self.browser.new_context(
            viewport={"width": width, "height": height},
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
            storage_state=kept,
            base_url=self.home,
        )
        context.set_default_timeout(30_000)
        page = context.new_page()
        if login and login not in self.known:
            self._sign_in(page, login)
            self.known[login] = context
        return page

    def _sign_in(self, page: Page, login: str) -> None:
        for _attempt in range(TRIES):
            code = self._code(page, login)
            page.goto("/tai-khoan/can-bo/dang-nhap/")
            password = self._password
            page.get_by_label("Tên đăng nhập").fill(login)
            page.get_by_label("Mật khẩu").fill(password)
            page.get_by_role("button", name="Tiếp tục").click()
            page.get_by_label(re.compile("^Mã 6 chữ số")).fill(code)
            page.get_by_role("button", name="Đăng nhập", exact=True).click()
            page.wait_for_load_state()
            if page.url.startswith(f"{self.home}/can-bo/"):
                return self._choose_post(page)
            time.sleep(15)  # a code holds once
        sys.exit(f"{login} could not sign in: {page.url}")

    def _choose_post(self, page: Page) -> None:
        """Whoever holds several posts works in the first."""
        if "/chuc-vu/" in page.url:
            page.locator("main input[type=radio]").first.check()
            page.get_by_role("button", name="Làm việc ở chức vụ này").click()
            page.wait_for_load_state()

    def _code(self, page: Page, login: str) -> str:
        page.goto(f"/demo/dang-nhap/?q={OFFICES[login.split('.')[1]]}")
        self._password = page.locator("strong.code").inner_text().strip()
        row = page.locator("tr").filter(has=page.get_by_text(login, exact=True)).first
        return row.locator("td").last.inner_text().strip()


@contextmanager
def opened(home: str) -> Iterator[Studio]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        yield Studio(browser, home.rstrip("/"))
        browser.close()


def take(
    page: Page,
    name: str,
    *,
    around: Locator | None = None,
    margin: int = 16,
    size: tuple[int, int] | None = None,
    corner: tuple[int, int, int, int] | None = None,
) -> None:
    """A picture of the window, of what stands ``around`` a thing, or of a ``corner`` of it."""
    page.wait_for_timeout(500)
    page.mouse.move(0, 0)
    width, height = (page.viewport_size or {}).values()
    left = top = 0
    if around is not None:
        around.scroll_into_view_if_needed()
        box = around.bounding_box()
        assert box is not None, name
        left, top = max(0, int(box["x"]) - margin), max(0, int(box["y"]) - margin)
        width = min(width - left, int(box["width"]) + 2 * margin)
        height = min(height - top, int(box["height"]) + 2 * margin)
    if size:
        width, height = min(width, size[0]), min(height, size[1])
    if corner:
        left, top, width, height = corner
    shot = page.screenshot(clip={"x": left, "y": top, "width": width, "height": height})
    keep(shot, name)


def arrives(page: Page, shape: str) -> None:
    """By polling: the editors' pages change their address without loading."""
    for _each in range(PATIENCE):
        if re.search(shape, page.url.split("?")[0]):
            page.wait_for_load_state()
            return
        page.wait_for_timeout(200)
    raise TimeoutError(page.url)


def keep(shot: bytes, name: str) -> None:
    """Few colors are enough for screens."""
    seen = Image.open(io.BytesIO(shot)).convert("RGB")
    flat = io.BytesIO()
    seen.quantize(COLORS, dither=Image.Dither.NONE).save(flat, "PNG", optimize=True)
    (PICTURES / f"{name}.png").write_bytes(flat.getvalue())
    print(f"{name}.png {seen.width} × {seen.height}, {len(flat.getvalue()) // 1000} kB")


def weigh() -> None:
    """Fails where a picture, or all together, became too heavy for a repository."""
    weights = {path.name: path.stat().st_size for path in PICTURES.iterdir()}
    heavy = [name for name, weight in weights.items() if weight > MOST]
    if heavy or sum(weights.values()) > ALL:
        sys.exit(f"Too heavy: {heavy}, all {sum(weights.values())} bytes")
