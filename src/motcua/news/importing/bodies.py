"""Of which pieces is a foreign page made? A tree of harmless HTML, read into our blocks' values."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement
from django.utils.translation import gettext as _

from .harmless import INLINE
from .stories import (
    FoundPicture,
    Gallery,
    Heading,
    Mention,
    Paper,
    Paragraphs,
    Piece,
    Quotation,
    Recording,
    Table,
    joined,
)

PAPERS = frozenset({".pdf", ".doc", ".docx", ".xls", ".xlsx", ".odt", ".ods", ".ppt", ".pptx"})
OURS = re.compile(r"^/(?:en/)?(dich-vu-cong|to-chuc|chi-dao)/([\w.-]+)/?$")
MENTIONS = {"dich-vu-cong": "procedure", "to-chuc": "organization", "chi-dao": "conclusion"}
GALLERIES = frozenset({"gallery", "wp-block-gallery"})
RENAMED = {"strong": "b", "em": "i", "cite": "i"}
KEPT_INLINE = frozenset({"b", "i", "sup", "sub"})
SPACES = re.compile(r"\s+")
WIDEST, LONGEST = 20, 500
"""Columns and rows of a table; what is beyond is cut."""


def pieces(tree: BeautifulSoup | Tag) -> list[Piece]:
    """Everything that ``tree`` says, in order."""
    return joined(_inside(tree))


def text_of(element: PageElement | None) -> str:
    """Its words in one line."""
    return SPACES.sub(" ", element.get_text(" ")).strip() if element is not None else ""


def _inside(parent: Tag) -> Iterator[Piece]:
    """The children's pieces; loose words between them become paragraphs."""
    loose: list[PageElement] = []
    for child in parent.children:
        if _is_inline(child):
            loose.append(child)
            continue
        yield from _paragraph(loose)
        loose = []
        if isinstance(child, Tag):
            yield from READERS.get(child.name, _inside)(child)
    yield from _paragraph(loose)


def _is_inline(node: PageElement) -> bool:
    if isinstance(node, NavigableString):
        return True
    return (
        isinstance(node, Tag) and node.name in INLINE and not node.find(["img", "video", "audio"])
    )


# --- Running text ------------------------------------------------------------------------------


def _text(element: Tag) -> Iterator[Piece]:
    """A paragraph: only a link to a paper or to something of ours, pictures, or words."""
    link = _only_link(element)
    if link is not None and (found := _linked(link)):
        yield found
        return
    held = element.find_all(["img", "video", "audio"])
    yield from _paragraph(list(element.children))
    for each in held:
        yield from READERS[each.name](each)


def _paragraph(nodes: list[PageElement]) -> Iterator[Piece]:
    html = SPACES.sub(" ", "".join(map(_inline, nodes))).strip()
    while html.startswith("<br/>") or html.endswith("<br/>"):
        html = html.removeprefix("<br/>").removesuffix("<br/>").strip()
    if html and re.sub(r"<[^>]+>|\s", "", html):
        yield Paragraphs(f"<p>{html}</p>")


def _inline(node: PageElement) -> str:
    """Bold, italic, links; everything else is its words."""
    if isinstance(node, NavigableString):
        return escape(str(node), quote=False)
    if not isinstance(node, Tag) or node.name in {"img", "video", "audio"}:
        return ""
    if node.name == "br":
        return "<br/>"
    inner = "".join(map(_inline, node.children))
    name = RENAMED.get(node.name, node.name)
    if name in KEPT_INLINE and inner.strip():
        return f"<{name}>{inner}</{name}>"
    if name == "a" and node.get("href") and inner.strip():
        return f'<a href="{escape(str(node["href"]))}">{inner}</a>'
    return inner


def _list(element: Tag) -> Iterator[Piece]:
    if GALLERIES & {*element.get_attribute_list("class")}:
        yield from _gallery(element)
        return
    items = "".join(f"<li>{_item(item)}</li>" for item in element.find_all("li", recursive=False))
    if items:
        yield Paragraphs(f"<{element.name}>{items}</{element.name}>")
    for picture in element.find_all("img"):
        yield from _picture(picture)


def _item(item: Tag) -> str:
    """One entry; lists inside lists become entries' words."""
    return SPACES.sub(" ", "".join(map(_inline, item.children))).strip()


def _heading(element: Tag) -> Iterator[Piece]:
    if words := text_of(element):
        yield Heading(words[:150], "h2" if element.name in {"h1", "h2"} else "h3")
    for picture in element.find_all("img"):
        yield from _picture(picture)


def _quotation(element: Tag) -> Iterator[Piece]:
    """With a speaker a quotation; without, words set apart."""
    source = element.find(["footer", "cite"])
    speaker = text_of(source)
    if isinstance(source, Tag):
        source.extract()
    words = "\n".join(filter(None, map(text_of, element.find_all("p")))) or text_of(element)
    if not words:
        return
    if speaker:
        name, _comma, post = speaker.lstrip("—–- ").partition(", ")
        yield Quotation(words[:1000], name[:120], post[:200])
    else:
        yield Paragraphs(f"<p><i>{escape(words, quote=False)}</i></p>")


# --- Pictures, recordings, papers ----------------------------------------------------------------


def _picture(element: Tag, caption: str = "", credit: str = "") -> Iterator[Piece]:
    if found := _found(element, caption, credit):
        yield found


def _found(element: Tag, caption: str = "", credit: str = "") -> FoundPicture | None:
    address = element.get("src") or element.get("data-src")
    if not address:
        return None
    alt = SPACES.sub(" ", str(element.get("alt") or "")).strip()
    return FoundPicture(str(address), alt[:255], caption[:300], credit[:200])


def _figure(element: Tag) -> Iterator[Piece]:
    is_gallery = bool(GALLERIES & {*element.get_attribute_list("class")})
    pictures = element.find_all("img")
    if is_gallery or len(pictures) > 1:
        yield from _gallery(element)
    elif pictures:
        yield from _picture(pictures[0], *_caption(element))
    else:
        yield from _inside(element)


def _caption(figure: Tag) -> tuple[str, str]:
    """What a caption says, and whose picture it is."""
    words = figure.find("figcaption") or figure.find(class_="wp-caption-text")
    if not isinstance(words, Tag):
        return "", ""
    whose = words.find("cite")
    credit = text_of(whose)
    if isinstance(whose, Tag):
        whose.extract()
    return text_of(words), credit


def _gallery(element: Tag) -> Iterator[Piece]:
    figures = [each for each in element.find_all(["figure", "li"]) if each.find("img")]
    inner = [each for each in figures if not each.find(["figure", "li"])] or [element]
    found = [
        picture
        for each in inner
        for image in each.find_all("img")
        if (picture := _found(image, *(_caption(each) if each is not element else ("", ""))))
    ]
    if len(found) < 2:
        yield from found
        return
    title = str(element.get("title") or "") or _("Bộ ảnh")
    yield Gallery(title[:150], tuple(found[:30]))
    yield from found[30:]


def _recording(element: Tag) -> Iterator[Piece]:
    source = element.find("source")
    address = element.get("src") or (source.get("src") if isinstance(source, Tag) else None)
    if not address:
        return
    title = str(element.get("title") or "") or PurePosixPath(urlsplit(str(address)).path).stem
    poster = str(element.get("poster") or "")
    yield Recording(str(address), title[:255], _transcript(element), poster)


def _transcript(element: Tag) -> str:
    words = element.find(class_="transcript")
    if not isinstance(words, Tag):
        return ""
    return "\n\n".join(map(text_of, words.find_all("p"))) or text_of(words)


def _only_link(element: Tag) -> Tag | None:
    """The link, where it is all that the paragraph says."""
    links = element.find_all("a")
    if len(links) != 1 or text_of(links[0]) != text_of(element):
        return None
    return links[0]


def _linked(link: Tag) -> Piece | None:
    address = str(link.get("href") or "")
    path = unquote(urlsplit(address).path)
    if ours := OURS.match(path):
        return Mention(MENTIONS[ours[1]], ours[2])
    if PurePosixPath(path).suffix.lower() in PAPERS:
        return Paper(address, text_of(link)[:255])
    return None


# --- Tables --------------------------------------------------------------------------------------


def _table(element: Tag) -> Iterator[Piece]:
    every = (list(row.find_all(["th", "td"])) for row in element.find_all("tr"))
    rows = [row[:WIDEST] for row in every if row][: LONGEST + 1]
    if not rows:
        return
    width = max(map(len, rows))
    cells = [_padded([text_of(cell) for cell in row], width) for row in rows]
    has_head = all(cell.name == "th" for cell in rows[0])
    body = rows[1:] if has_head else rows
    named = bool(body) and all(row[0].name == "th" for row in body)
    head = cells[0] if has_head else ("",) * width
    caption = text_of(element.find("caption"))[:200] or _("Bảng")
    yield Table(caption, head, tuple(cells[1:] if has_head else cells), named)


def _padded(cells: list[str], width: int) -> tuple[str, ...]:
    return (*cells, *[""] * (width - len(cells)))


READERS: dict[str, Callable[[Tag], Iterator[Piece]]] = {
    "p": _text,
    "pre": _text,
    "ul": _list,
    "ol": _list,
    "blockquote": _quotation,
    "figure": _figure,
    "img": _picture,
    "video": _recording,
    "audio": _recording,
    "table": _table,
    **{f"h{level}": _heading for level in range(1, 7)},
}


def _division(element: Tag) -> Iterator[Piece]:
    if GALLERIES & {*element.get_attribute_list("class")}:
        yield from _gallery(element)
    else:
        yield from _inside(element)


READERS["div"] = _division
