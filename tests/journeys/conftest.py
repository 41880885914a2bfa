"""A reader with a real browser: Debian's Chromium, with and without JavaScript, narrow and wide.

A journey takes ``reader`` (both widths in turn), or ``readers`` to open its own windows:

    def test_…(reader):
        reader.go("/")
        reader.page.get_by_role("link", name="…").click()
        reader.look()                # axe-core finds nothing, nothing overflows

What the console complained of, a refused style among it, fails the journey at its end.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Error, Page, expect, sync_playwright

from motcua.demo import seed_identity
from tests.browsers import chromium

from .drafts import draft, wife
from .soundness import JUMPS_BACK, asked_once, no_violation

__all__ = ["draft", "wife"]

FEATURES = (
    # Pages of its own for the line of the address, which nobody sees: half of what a window costs.
    "WebUIOmniboxPopup",
    "WebUIOmniboxAimPopup",
    # What Playwright switches off: Chromium reads the last of several such flags only.
    "AvoidUnnecessaryBeforeUnloadCheckSync",
    "DestroyProfileOnBrowserClose",
    "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable",
    "LensOverlay",
    "MediaRouter",
    "PaintHolding",
    "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect",
    "OptimizationHints",
    "NetworkTimeServiceQuerying",
    "AimEnabled",
    "PreconnectToSearch",
)
"""Of Chromium, all switched off."""
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=" + ",".join(FEATURES),
]
NARROW, WIDE = 360, 1280
FOUR_WAYS = pytest.mark.parametrize(
    ("width", "javascript"),
    [(width, javascript) for width in (NARROW, WIDE) for javascript in (True, False)],
    ids=["narrow", "narrow, no scripts", "wide", "wide, no scripts"],
)
"""For walks that are short enough to be gone in every way."""
PATIENCE = 30_000
"""Milliseconds; a small machine with all its cores busy."""
FIRST_PAGE = 60_000
"""The same, until a page is there: the first of a process reads all its code."""

expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items):
    """Every test in this folder is a journey."""
    here = Path(__file__).parent
    for item in items:
        if here in item.path.parents:
            item.add_marker(pytest.mark.journey)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """One Chromium a file; its event loop ends with the file, so that other tests see none."""
    path = chromium()
    with pytest.MonkeyPatch.context() as patch, sync_playwright() as playwright:
        # Playwright's loop runs in this thread; the database is used here only between its steps.
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
        chrome = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield chrome
        chrome.close()


@dataclass
class Reader:
    """Someone in front of one window."""

    page: Page
    home: str
    javascript: bool = True
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def _hear(self, message: ConsoleMessage) -> None:
        """Remember errors, except that the page's own address did not answer or answered so.

        What the pages of others complain of, such as the identity provider's, is not ours.
        """
        address = str(message.location.get("url"))
        own = address == self.page.url and "Failed to load resource" in message.text
        if message.type == "error" and address.startswith(self.home) and not own:
            self.complaints.append(message.text)

    def go(self, address: str) -> int:
        """Open an address of the portal; the status of the answer."""
        answer = self.page.goto(self.home + address)
        assert answer is not None
        return answer.status

    @property
    def path(self) -> str:
        """Where the reader is."""
        return re.sub(r"^https?://[^/]+", "", self.page.url)

    def look(self) -> None:
        """Nothing that axe-core finds fault with, nothing to scroll sideways for at any width.

        A click returns before its page comes; one that was left meanwhile is not looked at.
        """
        try:
            self._looks()
        except Error as error:
            if "context was destroyed" not in str(error):
                raise
            self._looks()

    def _looks(self) -> None:
        self._stands_still()
        with asked_once(self.page) as asked:
            if asked:
                no_violation(self.page, javascript=self.javascript)
                self._overflows_nowhere()

    def _overflows_nowhere(self) -> None:
        own = self.page.viewport_size
        for width in (NARROW, WIDE):
            self.page.set_viewport_size({"width": width, "height": 800})
            wide = self.page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, f"{self.path} is {wide} px wider than {width} px"
        self.page.set_viewport_size(own)

    def reads_in_order(self) -> None:
        """In one column the Tab key goes down the page."""
        own = self.page.viewport_size
        self.page.set_viewport_size({"width": NARROW, "height": 800})
        assert self.page.evaluate(JUMPS_BACK) == []
        self.page.set_viewport_size(own)

    def _stands_still(self) -> None:
        """A page just begun is empty; a letter type that comes late moves what is pointed at."""
        self.page.wait_for_load_state("load")
        if self.javascript:
            self.page.evaluate("document.fonts.ready.then(() => true)")

    def tab_to(self, name: str, *, steps: int = 40) -> None:
        """Press Tab until the focus stands on what is called ``name``."""
        for _ in range(steps):
            self.page.keyboard.press("Tab")
            if name in self._focused():
                return
        pytest.fail(f"Tab does not reach {name!r} in {steps} steps")

    def _focused(self) -> str:
        """Its name; the body, where one comes by behind the last stop, has none."""
        return self.page.evaluate(
            "(e => e === document.body ? '' :"
            " [e.innerText, e.ariaLabel, e.labels?.[0]?.innerText, e.value].join(' '))"
            "(document.activeElement)"
        )


@pytest.fixture
def identity(transactional_db) -> None:
    """The portal has a name, a managing body and a hotline."""
    seed_identity.seed()


@pytest.fixture
def portal(live_server, identity) -> str:
    """Where the portal is that the windows show."""
    return live_server.url


@pytest.fixture
def readers(browser, portal):
    """Opens windows: ``readers(width=360, javascript=False)``."""
    opened: list[Reader] = []

    def open_window(*, width: int = WIDE, javascript: bool = True) -> Reader:
        window = browser.new_context(
            viewport={"width": width, "height": 800},
            java_script_enabled=javascript,
            locale="vi-VN",
            timezone_id="Asia/Ho_Chi_Minh",
            reduced_motion="reduce",
        )
        window.set_default_timeout(PATIENCE)
        window.set_default_navigation_timeout(FIRST_PAGE)
        opened.append(Reader(window.new_page(), portal, javascript))
        return opened[-1]

    yield open_window
    for reader in opened:
        reader.page.context.close()
    complaints = [line for reader in opened for line in reader.complaints]
    assert not complaints, complaints


@pytest.fixture(params=[NARROW, WIDE], ids=["narrow", "wide"])
def reader(request, readers) -> Reader:
    """One window, at both widths in turn."""
    return readers(width=request.param)


@pytest.fixture(params=[NARROW, WIDE], ids=["narrow", "wide"])
def reader_without_javascript(request, readers) -> Reader:
    """One window that runs no script, at both widths in turn."""
    return readers(width=request.param, javascript=False)
