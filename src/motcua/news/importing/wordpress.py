"""Which stories does a WordPress export hold? WXR, read item by item, however large the file.

defusedxml refuses document types, entities and references to other files: a WXR file has none, and
"billion laughs" or a peek at ``/etc/passwd`` is a broken file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from bs4 import BeautifulSoup
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from . import harmless
from .days import moment
from .folders import finish
from .stories import FoundPicture, Story, Trouble

# None of these looks beyond the next bracket of its kind, so that a million unclosed ones take
# a moment and not days.
CAPTION = re.compile(r"\[caption[^\[\]]*+\]((?:(?!\[caption).)*?)\[/caption\]", re.DOTALL)
GALLERY = re.compile(r"\[gallery([^\[\]]*+)\]")
NUMBERS = re.compile(r"\bids=[\"']?([\d,\s]++)")
SHORTCODE = re.compile(r"\[/?([a-z][a-z0-9_-]{2,}+)(?:\s[^\[\]]*+)?\]")
IMAGE = re.compile(r"<img[^<>]*+>")
BLANK_LINE = re.compile(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file of the media library."""

    address: str
    alt: str
    caption: str


@dataclass(slots=True)
class Library:
    """What items refer to, wherever it stands in the file."""

    attached: dict[str, Attached] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)


def stories(path: Path) -> Iterator[Story]:
    """Every item; a file broken in the middle gives what stands before and a story that says so."""
    try:
        library = _library(path)
        for fields in _items(path):
            if fields.one("post_type") != "attachment":
                yield _story(fields, library)
    except (ParseError, DefusedXmlException, OSError) as failure:
        yield _unreadable(path, failure)


def _unreadable(path: Path, failure: Exception) -> Story:
    story = Story(key=path.name)
    story.note(Trouble.UNREADABLE, str(failure) or type(failure).__name__)
    return story


class Fields:
    """One item's elements by their names without namespaces, which change with each version."""

    def __init__(self, item: Element) -> None:
        self.item = item

    def one(self, name: str, space: str = "") -> str:
        for child in self.item:
            if _name(child) == name and space in child.tag:
                return (child.text or "").strip()
        return ""

    def sorted_under(self, domain: str) -> list[str]:
        found = [c for c in self.item if _name(c) == "category" and c.get("domain") == domain]
        return [(each.text or "").strip() for each in found if (each.text or "").strip()]

    def kept(self, key: str) -> str:
        """A value of the post's own table of facts."""
        for meta in (child for child in self.item if _name(child) == "postmeta"):
            facts = {_name(fact): (fact.text or "").strip() for fact in meta}
            if facts.get("meta_key") == key:
                return facts.get("meta_value", "")
        return ""


def _name(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _library(path: Path) -> Library:
    library = Library()
    for fields in _items(path, authors=library.authors):
        if fields.one("post_type") == "attachment":
            library.attached[fields.one("post_id")] = Attached(
                fields.one("attachment_url") or fields.one("guid"),
                fields.kept("_wp_attachment_image_alt"),
                fields.one("encoded", space="excerpt"),
            )
    return library


def _items(path: Path, authors: dict[str, str] | None = None) -> Iterator[Fields]:
    """Each item, forgotten as soon as the next is asked for."""
    with path.open("rb") as file:
        events: Any = iterparse(file, events=("start", "end"), forbid_dtd=True)
        parents: list[Element] = []
        for event, element in events:
            if event == "start":
                parents.append(element)
                continue
            parents.pop()
            if _name(element) == "item":
                yield Fields(element)
            elif _name(element) == "author" and authors is not None:
                fields = Fields(element)
                authors[fields.one("author_login")] = fields.one("author_display_name")
            if len(parents) == 2:
                parents[-1].remove(element)


def _story(fields: Fields, library: Library) -> Story:
    story = Story(key=fields.one("post_id") or fields.one("guid") or fields.one("link"))
    story.title, story.address = fields.one("title")[:255], fields.one("link")[:500]
    if reason := _not_an_article(fields):
        story.note(Trouble.NOT_AN_ARTICLE, reason)
        return story
    login = fields.one("creator")
    story.byline = (library.authors.get(login) or login)[:200]
    story.category = next(iter(fields.sorted_under("category")), "")
    story.tags = tuple(dict.fromkeys(fields.sorted_under("post_tag")))
    story.published_at = _published(fields)
    story.changed_at = _universal(fields.one("post_modified_gmt"))
    story.cover = _picture(library.attached.get(fields.kept("_thumbnail_id")))
    story.lead = _plain(fields.one("encoded", space="excerpt"))
    _read_body(fields.one("encoded", space="content"), story, library)
    return story


def _not_an_article(fields: Fields) -> str:
    kind, state = fields.one("post_type"), fields.one("status")
    if kind != "post":
        return kind or "?"
    if fields.one("post_password"):
        return "post_password"
    return "" if state == "publish" else state


def _published(fields: Fields) -> datetime | None:
    return _universal(fields.one("post_date_gmt")) or moment(fields.one("post_date"))


def _universal(text: str) -> datetime | None:
    """WordPress writes "0000-00-00 00:00:00" where it knows nothing."""
    found = moment(text)
    return found.replace(tzinfo=UTC) if found else None


def _picture(attached: Attached | None) -> FoundPicture | None:
    if attached is None or not attached.address:
        return None
    return FoundPicture(attached.address, attached.alt[:255], _plain(attached.caption)[:300])


def _plain(html: str) -> str:
    return " ".join(harmless.cleaned(html).get_text(" ").split())


def _read_body(text: str, story: Story, library: Library) -> None:
    if len(text) > harmless.LONGEST:
        story.note(Trouble.UNREADABLE, f"{len(text) // 1_000_000} MB")
        return
    html = _written_out(text, story, library)
    finish(story, harmless.body_of(BeautifulSoup(html, "html.parser"), story))


def _written_out(text: str, story: Story, library: Library) -> str:
    """Shortcodes as HTML where we know them, and paragraphs where only blank lines are."""
    text = CAPTION.sub(_captioned, text)
    text = GALLERY.sub(lambda found: _gallery(found, library), text)
    for name in dict.fromkeys(SHORTCODE.findall(text)):
        story.note(Trouble.UNKNOWN_TAG, f"[{name}]")
    text = SHORTCODE.sub("", text)
    if "<p" in text or "<!-- wp:" in text:
        return text
    return "\n".join(_paragraph(part) for part in BLANK_LINE.split(text.replace("\r\n", "\n")))


def _paragraph(part: str) -> str:
    part = part.strip()
    if re.match(r"<(?:h\d|ul|ol|table|blockquote|figure|div|pre)\b", part):
        return part
    return f"<p>{part.replace(chr(10), '<br>')}</p>" if part else ""


def _captioned(found: re.Match[str]) -> str:
    image = IMAGE.search(found[1])
    words = IMAGE.sub("", found[1])
    shown = image[0] if image else ""
    return f"\n\n<figure>{shown}<figcaption>{words}</figcaption></figure>\n\n"


def _gallery(found: re.Match[str], library: Library) -> str:
    """The pictures that its numbers name; without numbers it stays what it is."""
    numbers = NUMBERS.search(found[1])
    if numbers is None:
        return found[0]
    held = [library.attached.get(number.strip()) for number in numbers[1].split(",")]
    figures = "".join(
        f'<figure><img src="{escape(each.address)}" alt="{escape(each.alt)}">'
        f"<figcaption>{each.caption}</figcaption></figure>"
        for each in held
        if each
    )
    return f'\n\n<div class="gallery">{figures}</div>\n\n'
