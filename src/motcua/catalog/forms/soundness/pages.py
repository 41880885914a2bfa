"""Does the layout ask every question of the schema, on exactly one page?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from ..groups import MOST
from ..schema import group_of, leaves, node
from .conditions import condition_faults

KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
LONGEST_KEY = 60
LONGEST_TEXT = 5000
MOST_FIELDS = 900
"""Django takes 1,000 fields in one sending; a page that holds more could never be sent."""
SENDS = {"place": 3}
"""How many fields a question of a format sends; others one."""
OF_LAYOUT = frozenset({"pages", "notice", "paper"})
OF_PAPER = {"title": str, "code": str, "addressed_to": str, "signers": list, "stands_for": list}
OF_PAGE = frozenset({"key", "title", "intro", "sections"})
OF_SECTION = frozenset({"title", "intro", "fields", "when"})


def layout_faults(form: dict[str, Any], layout: Any) -> Iterator[str]:
    """Every fault of the layout against a sound schema."""
    if not _is_shaped(layout):
        yield _(
            "Bố cục phải là object có pages; mỗi trang có key, title, sections; mỗi phần có fields."
        )
        return
    yield from _paper(layout.get("paper", {}))
    yield from _keys(layout)
    yield from _questions(form, layout)
    for page in layout["pages"]:
        for section in page["sections"]:
            if section.get("when") is not None:
                yield from condition_faults(_at(page, section), section["when"], form)


def _keys(layout: dict[str, Any]) -> Iterator[str]:
    """Each page has an address of its own."""
    keys = Counter(page["key"] for page in layout["pages"])
    for key, times in keys.items():
        if times > 1 or not KEY.fullmatch(key) or len(key) > LONGEST_KEY:
            told = _("Trang “%s”: key chỉ gồm chữ thường không dấu, số, gạch nối, không trùng.")
            yield told % key[:LONGEST_KEY]


def _is_shaped(layout: Any) -> bool:
    if not isinstance(layout, dict) or set(layout) - OF_LAYOUT or not _texts(layout, "notice"):
        return False
    pages = layout.get("pages")
    return isinstance(pages, list) and bool(pages) and all(_is_page(page) for page in pages)


def _is_page(page: Any) -> bool:
    if (
        not isinstance(page, dict)
        or set(page) - OF_PAGE
        or not _texts(page, "key", "title", "intro")
    ):
        return False
    sections = page.get("sections")
    if not page.get("key") or not page.get("title") or not isinstance(sections, list):
        return False
    return bool(sections) and all(_is_section(one) for one in sections)


def _is_section(section: Any) -> bool:
    if not isinstance(section, dict) or set(section) - OF_SECTION:
        return False
    fields = section.get("fields")
    names = isinstance(fields, list) and all(isinstance(one, str) for one in fields)
    return bool(fields) and names and _texts(section, "title", "intro")


def _texts(part: dict[str, Any], *keys: str) -> bool:
    told = [part.get(key, "") for key in keys]
    return all(isinstance(one, str) and len(one) <= LONGEST_TEXT for one in told)


def _paper(paper: Any) -> Iterator[str]:
    known = isinstance(paper, dict) and not set(paper) - set(OF_PAPER)
    typed = known and all(isinstance(one, OF_PAPER[key]) for key, one in paper.items())
    lists = [*paper.get("signers", []), *paper.get("stands_for", [])] if typed else []
    if not typed or not all(isinstance(one, str) and one for one in lists):
        yield _(
            "Phần paper chỉ gồm title, code, addressed_to (chữ), signers và stands_for"
            " (danh sách chữ)."
        )


def _questions(form: dict[str, Any], layout: dict[str, Any]) -> Iterator[str]:
    asked: Counter[str] = Counter()
    gathered: list[str] = []
    for page in layout["pages"]:
        sends = 0
        for section in page["sections"]:
            paths, unknown = _paths(form, section["fields"])
            yield from (
                _("Bố cục hỏi “%s”, nhưng lược đồ không có.") % one[:200] for one in unknown
            )
            asked.update(paths)
            gathered += _runs(paths)
            sends += sum(_sends(form, path) for path in paths)
        if sends > MOST_FIELDS:
            yield _(
                "Trang “%(page)s” có thể có quá %(most)d ô. Hãy bớt câu hỏi hoặc bớt maxItems."
            ) % {"page": page["title"], "most": MOST_FIELDS}
    yield from (_("Bố cục hỏi “%s” nhiều lần.") % one for one, times in asked.items() if times > 1)
    wanted = [leaf for name in form["properties"] for leaf in leaves(form, name)]
    yield from (_("Bố cục chưa hỏi “%s”.") % one for one in wanted if one not in asked)
    apart = [group for group, times in Counter(gathered).items() if times > 1]
    yield from (
        _("Các câu của nhóm lặp “%s” phải đứng liền nhau trong một phần.") % one for one in apart
    )


def _paths(form: dict[str, Any], fields: list[str]) -> tuple[list[str], list[str]]:
    """The questions that a section names, and names that say none."""
    paths: list[str] = []
    unknown: list[str] = []
    for field in fields:
        try:
            is_numbered = any(step.isdigit() for step in field.split("."))
            paths += [] if is_numbered else leaves(form, field)
            unknown += [field] if is_numbered else []
        except (KeyError, TypeError):
            unknown.append(field)
    return paths, unknown


def _runs(paths: list[str]) -> list[str]:
    """Each group once for every time that it begins."""
    groups = [group_of(path) for path in paths]
    return [
        one for one, before in zip(groups, ["", *groups], strict=False) if one and one != before
    ]


def _sends(form: dict[str, Any], path: str) -> int:
    group = group_of(path)
    times = node(form, group).get("maxItems", MOST) if group else 1
    return times * SENDS.get(node(form, path).get("format", ""), 1)


def _at(page: dict[str, Any], section: dict[str, Any]) -> str:
    return _("Trang “%(page)s”, phần “%(section)s”") % {
        "page": page["title"][:80],
        "section": section.get("title", "")[:80],
    }
