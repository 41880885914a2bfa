"""Which stories does a folder of HTML files hold? One file a story, its facts in its head."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

from bs4 import BeautifulSoup, Tag

from . import bodies, harmless
from .days import moment
from .stories import FoundPicture, Paragraphs, Story, Trouble

ENDINGS = frozenset({".html", ".htm", ".xhtml"})
ARTICLES = frozenset({"NewsArticle", "Article", "BlogPosting", "ReportageNewsArticle"})
WHERE = ("[itemprop=articleBody]", ".entry-content", "article", "main", "body")
"""Where the words of a page are, the surest first."""
AROUND = ("nav", "aside", "header nav", "footer nav", "[role=navigation]", "[role=complementary]")
DROPPED = "\"'“” "


def stories(folder: Path, *, named_from: Path | None = None) -> Iterator[Story]:
    """Every HTML file below ``folder``, by name; a broken one is a story that says so.

    A story's key is its path from ``named_from``, where its files are looked for: the folder, or
    one above it that holds pictures too.
    """
    for path in sorted(folder.rglob("*")):
        if path.suffix.lower() in ENDINGS and path.is_file():
            yield _story(path, named_from or folder)


def _story(path: Path, folder: Path) -> Story:
    key = path.relative_to(folder).as_posix()
    story = Story(key=key[:300])
    try:
        raw = path.read_bytes()
    except OSError as failure:
        story.note(Trouble.UNREADABLE, failure.strerror or "")
        return story
    if len(raw) > harmless.LONGEST:
        story.note(Trouble.UNREADABLE, f"{len(raw) // 1_000_000} MB")
        return story
    return read(raw, story)


def read(raw: bytes, story: Story) -> Story:
    """Fill ``story`` with what the page says."""
    page = BeautifulSoup(raw, "html.parser")
    if raw and (page.contains_replacement_characters or "\ufffd" in page.get_text()):
        story.note(Trouble.BROKEN_HTML)
    head = _Head(page)
    story.title, story.lead = head.title[:255], head.lead
    story.byline, story.category = head.author[:200], head.category
    story.tags, story.address = head.tags, head.address[:500]
    story.published_at, story.changed_at = head.published_at, head.changed_at
    story.cover = head.cover
    _read_body(page, story)
    return story


def _read_body(page: BeautifulSoup, story: Story) -> None:
    place = next(found for css in WHERE if (found := page.select_one(css)) or css == "body")
    place = place or page
    for element in [*place.select(", ".join(AROUND)), *_datelines(place)]:
        element.decompose()
    finish(story, harmless.body_of(place, story))


def _datelines(place: Tag) -> list[Tag]:
    """Days that stand for themselves: the article says them in its own way."""
    times = place.find_all("time")
    return [each for each in times if not each.find_parent(["p", "li", "td", "blockquote"])]


def finish(story: Story, body: BeautifulSoup) -> None:
    """The body's pieces; title, lead and cover are not said twice."""
    _take_heading(story, body)
    story.body = bodies.pieces(body)
    _take_lead(story)
    if story.cover in story.body:
        story.body.remove(story.cover)
    if not story.title:
        story.note(Trouble.NO_TITLE)
    if not story.body and not story.lead:
        story.note(Trouble.NO_TEXT)


def _take_heading(story: Story, body: BeautifulSoup) -> None:
    first = body.find("h1")
    if isinstance(first, Tag):
        words = bodies.text_of(first)[:255]
        story.title = story.title or words
        if words.casefold() == story.title.casefold():
            first.decompose()


def _take_lead(story: Story) -> None:
    """Without one the first paragraph is the lead; what is the lead is not said again."""
    first = story.body[0] if story.body else None
    if not isinstance(first, Paragraphs) or not first.html.startswith("<p>"):
        return
    begins, _end, rest = first.html.partition("</p>")
    words = bodies.text_of(BeautifulSoup(begins, "html.parser"))
    if story.lead and words.casefold() != story.lead.casefold():
        return
    story.lead = words
    story.body[:1] = [Paragraphs(rest)] if rest else []


class _Head:
    """What a page says about itself: JSON-LD before Open Graph before plain HTML."""

    def __init__(self, page: BeautifulSoup) -> None:
        self.page = page
        self.linked = _linked_data(page)

    def _meta(self, *names: str) -> str:
        for name in names:
            found = self.page.find("meta", attrs={"property": name}) or self.page.find(
                "meta", attrs={"name": name}
            )
            if isinstance(found, Tag) and (value := str(found.get("content") or "").strip()):
                return value
        return ""

    def _said(self, name: str) -> str:
        value = self.linked.get(name)
        if isinstance(value, list):
            value = value[0] if value else ""
        if isinstance(value, dict):
            value = value.get("name") or value.get("url")
        return value.strip() if isinstance(value, str) else ""

    @property
    def title(self) -> str:
        heading = bodies.text_of(self.page.find("h1"))
        own = self._said("headline") or self._meta("og:title") or heading
        return own or bodies.text_of(self.page.find("title"))

    @property
    def lead(self) -> str:
        return self._said("description") or self._meta("og:description", "description")

    @property
    def author(self) -> str:
        return self._said("author") or self._meta("author", "article:author")

    @property
    def category(self) -> str:
        return self._said("articleSection") or self._meta("article:section")

    @property
    def tags(self) -> tuple[str, ...]:
        tags = self.page.find_all("meta", attrs={"property": "article:tag"})
        named = [str(tag.get("content") or "").strip() for tag in tags]
        words = self._said("keywords") or self._meta("keywords")
        listed = named or words.split(",")
        return tuple(dict.fromkeys(tag.strip(DROPPED) for tag in listed if tag.strip(DROPPED)))

    @property
    def address(self) -> str:
        link = self.page.find("link", attrs={"rel": "canonical"})
        own = str(link.get("href") or "") if isinstance(link, Tag) else ""
        return own or self._meta("og:url") or self._said("url")

    @property
    def published_at(self) -> datetime | None:
        time = self.page.select_one("time[datetime]")
        shown = str(time.get("datetime")) if time else ""
        told = self._said("datePublished"), self._meta("article:published_time", "date"), shown
        return next(filter(None, map(moment, told)), None)

    @property
    def changed_at(self) -> datetime | None:
        return moment(self._said("dateModified") or self._meta("article:modified_time"))

    @property
    def cover(self) -> FoundPicture | None:
        address = self._meta("og:image") or self._said("image")
        return FoundPicture(address, self._meta("og:image:alt")[:255]) if address else None


def _linked_data(page: BeautifulSoup) -> dict[str, Any]:
    """The article of the page's JSON-LD, if one can be read."""
    for script in page.find_all("script", attrs={"type": "application/ld+json"}):
        try:
            said = json.loads(script.string or "")
        except (ValueError, RecursionError):
            continue
        listed = said if isinstance(said, list) else [said]
        graphs = [each.get("@graph") for each in listed if isinstance(each, dict)]
        for each in [
            *listed,
            *(one for graph in graphs if isinstance(graph, list) for one in graph),
        ]:
            if isinstance(each, dict) and ARTICLES & {*_types(each)}:
                return each
    return {}


def _types(said: dict[str, Any]) -> list[str]:
    kind = said.get("@type")
    return [one for one in (kind if isinstance(kind, list) else [kind]) if isinstance(one, str)]
