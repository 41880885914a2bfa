"""What of foreign HTML is kept? What nh3 (ammonia, html5ever) lets through, and nothing that runs.

html5ever reads broken HTML as browsers do, so what comes out is well-formed whatever went in.
"""

import re
from collections.abc import Iterator

import nh3
from bs4 import BeautifulSoup, Tag
from django.utils.translation import gettext as _

from .stories import Problem, Story, Trouble

INLINE = frozenset(
    {"a", "b", "strong", "i", "em", "sup", "sub", "br", "u", "span", "small", "cite"}
)
BLOCKS = frozenset(
    [
        "p",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "blockquote",
        "figure",
        "figcaption",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "th",
        "td",
        "img",
        "video",
        "audio",
        "source",
        "div",
        "section",
        "article",
        "main",
        "header",
        "footer",
        "pre",
    ]
)
ATTRIBUTES = {
    "a": {"href"},
    "img": {"src", "alt", "title", "data-src"},
    "video": {"src", "title", "poster"},
    "audio": {"src", "title"},
    "source": {"src"},
    "div": {"title"},
    "figure": {"title"},
}
CLASSES = {"gallery", "wp-block-gallery", "transcript", "wp-caption", "wp-caption-text"}
RUNS = ("script", "iframe", "object", "embed", "form", "applet", "frame", "meta", "base", "link")
GONE_WITH_CONTENT = {"script", "style", "iframe", "object", "embed", "noscript", "template", "svg"}
SCHEMES = {"http", "https", "mailto", "tel"}
LONGEST = 1_000_000
"""Characters of one article; a longer one is no article."""
TOO_DEEP = 5000
"""No page of anybody's; unclosed paragraphs of a real one may reach hundreds."""
DEEPEST = 60
"""Elements inside elements; deeper ones are flattened by force: an attack, or a broken page."""

_cleaner = nh3.Cleaner(
    tags=INLINE | BLOCKS,
    clean_content_tags=GONE_WITH_CONTENT,
    attributes=ATTRIBUTES,
    allowed_classes={"div": CLASSES, "figure": CLASSES, "p": CLASSES, "ul": CLASSES},
    url_schemes=SCHEMES,
    link_rel=None,
)


_flat = nh3.Cleaner(tags={"p", "br"}, clean_content_tags=GONE_WITH_CONTENT, attributes={})
_TAG = re.compile(r"<(/?)([a-z0-9]+)")
_VOID = frozenset({"br", "img", "source"})


def cleaned(html: str) -> BeautifulSoup:
    """The harmless part of ``html`` as a tree; of one too deep only its paragraphs."""
    clean = _cleaner.clean(html)
    if _depth(clean) > DEEPEST:
        clean = _flat.clean(html)
    return BeautifulSoup(clean, "html.parser")


def _depth(clean: str) -> int:
    """How deep its elements stand inside each other; it is well-formed."""
    depth = deepest = 0
    for closing, name in _TAG.findall(clean):
        if name not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest


def body_of(tree: Tag, story: Story) -> BeautifulSoup:
    """What ``tree`` says, harmless; ``story`` learns what was taken out."""
    if _is_too_deep(tree):
        story.note(Trouble.UNREADABLE, _("thẻ lồng nhau quá sâu"))
        return BeautifulSoup("", "html.parser")
    for problem in dangers(tree):
        story.note(problem.trouble, problem.about)
    return cleaned(tree.decode())


def _is_too_deep(tree: Tag) -> bool:
    """Asked before nh3, which takes a minute for a hundred thousand elements inside each other."""
    level: list[Tag] = [tree]
    for _depth_now in range(TOO_DEEP):
        level = [c for element in level for c in element.children if isinstance(c, Tag)]
        if not level:
            return False
    return True


def dangers(tree: Tag) -> Iterator[Problem]:
    """What was in a page and is gone, for an editor to know."""
    for name in sorted({found.name for found in tree.find_all(RUNS[:7])}):
        yield Problem(Trouble.SCRIPT_REMOVED, f"<{name}>")
    for element in tree.find_all(True):
        for name, value in element.attrs.items():
            if name.lower().startswith("on") or _runs(str(value)):
                yield Problem(Trouble.SCRIPT_REMOVED, name)


def _runs(value: str) -> bool:
    plain = "".join(value.split()).lower()
    return plain.startswith(("javascript:", "vbscript:", "data:text"))
