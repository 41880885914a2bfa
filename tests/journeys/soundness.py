"""Does axe-core find fault with a page as it stands? Asked once about pages that are the same."""

import hashlib
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Page

AXE = (Path(__file__).parent / "vendor" / "axe.min.js").read_text()
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ASKED = """({rules, beside, without}) => axe.run(
  {include: [document], exclude: beside},
  {
    runOnly: rules,
    rules: Object.fromEntries(without.map(rule => [rule, {enabled: false}])),
    resultTypes: ['violations'],
  },
)"""
STANDS = """() => {
  const html = one => one?.outerHTML ?? '';
  const fields = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')];
  const typed = fields.map(one => [one.value, one.checked, one.disabled, one.validity.valid]);
  const pointed = html([...document.querySelectorAll(':hover')].at(-1));
  const window = [innerWidth, innerHeight, scrollX, scrollY, matchMedia('print').matches];
  const state = [typed, window, location.hash, html(document.activeElement), pointed];
  return html(document.documentElement) + JSON.stringify(state);
}"""
"""Everything that a rule may look at: elements, what is typed, focused and pointed at, the window.

Opened parts and dialogs say so in their elements.
"""
JUMPS_BACK = """() => {
  const stops = 'a[href], button, input:not([type=hidden]), select, textarea, summary';
  const reached = [...document.querySelectorAll(stops)]
    .filter(one => one.tabIndex >= 0 && one.checkVisibility({ visibilityProperty: true }))
    .map(one => ({ top: one.getBoundingClientRect().top, html: one.outerHTML }));
  const back = ({ top }, n) => n > 0 && top < reached[n - 1].top - innerHeight;
  return reached.filter(back).map(one => one.html.slice(0, 200));
}"""
"""Stops of the Tab key that stand more than a window above the one before (WCAG 2.4.3)."""
NEW_AT_EVERY_VISIT = re.compile(
    r'(?<=name="csrfmiddlewaretoken" value=")\w+'
    r'|(?<=nonce=")[^"]+'
    r"|\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b"
    r"|(?<=//127\.0\.0\.1:)\d+|(?<=//localhost:)\d+"
)
"""Tokens, keys and a port, which no reader sees."""

WITHOUT_SCRIPTS = """run => {
  const later = window.setTimeout;
  window.setTimeout = (task, wait) => wait ? 0 : (Promise.resolve().then(task), 0);
  return run().finally(() => { window.setTimeout = later; });
}"""
"""A window without scripts keeps no time: what axe-core puts off for a moment is done at once.

What it waits for longer are its own time limits.
"""

_sound: set[str] = set()
"""Digests of the pages that this process found sound."""


@contextmanager
def asked_once(page: Page, about: str = "") -> Iterator[bool]:
    """Whether this page, as it stands, is to be looked at; without a complaint it is sound then.

    Walks that differ by width and scripts come by many pages that are the same, letter by letter,
    in an equally wide window: those are looked at once.
    """
    stands = _digest(page) + about
    yield stands not in _sound
    _sound.add(stands)


def check_axe(page: Page, *, beside: Sequence[str] = (), without: Sequence[str] = ()) -> None:
    """No violation on a page with furniture that is not ours.

    Elements (``beside``) and rules (``without``) are left out.
    """
    with asked_once(page, repr((beside, without))) as asked:
        if asked:
            no_violation(page, beside=beside, without=without)


def no_violation(
    page: Page,
    *,
    javascript: bool = True,
    beside: Sequence[str] = (),
    without: Sequence[str] = (),
) -> None:
    """None of WCAG 2.2 AA and of axe-core's best practices on the page as it stands."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    told = {"rules": RULES, "beside": list(beside), "without": list(without)}
    asked = ASKED if javascript else f"told => ({WITHOUT_SCRIPTS})(() => ({ASKED})(told))"
    found = page.evaluate(asked, told)
    lines = [
        f"{each['id']}: {each['help']}: {node['html'][:200]}"
        for each in found["violations"]
        for node in each["nodes"]
    ]
    assert not lines, f"{page.url}\n" + "\n".join(lines)


def _digest(page: Page) -> str:
    text = NEW_AT_EVERY_VISIT.sub("", page.evaluate(STANDS))
    return hashlib.sha256(text.encode()).hexdigest()
