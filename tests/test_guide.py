"""Is the guide in docs/ true? Links and pictures that are there, names that the screens use."""

import re
from functools import cache
from pathlib import Path

import django
import polib
import pytest
import wagtail

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
GUIDE = DOCS / "editors"
PICTURES = GUIDE / "pictures"
PAGES = sorted(DOCS.rglob("*.md"))
CHAPTERS = sorted(GUIDE.glob("*.md"))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
BOLD = re.compile(r"\*\*(.+?)\*\*")
FILLED_IN = re.compile(r"%\(\w+\)[sd]|%[sd]|\{\w*\}")
MOST, ALL = 60_000, 1_000_000
"""Bytes of one picture, and of all."""


def by_name(path: Path) -> str:
    return str(path.relative_to(DOCS))


@pytest.mark.parametrize("page", PAGES, ids=by_name)
def test_links_lead_somewhere(page: Path):
    links = [link for link in LINK.findall(page.read_text()) if not re.match(r"\w+:|#", link)]

    assert not [link for link in links if not (page.parent / link.split("#")[0]).exists()]


def test_the_index_names_every_chapter():
    named = set(LINK.findall((GUIDE / "README.md").read_text()))

    assert {path.name for path in CHAPTERS} - {"README.md"} <= named


# --- Pictures ---------------------------------------------------------------------------------


def shown() -> dict[str, str]:
    """The words instead of each picture of the guide, by its file."""
    found = [each for page in CHAPTERS for each in PICTURE.findall(page.read_text())]
    return {Path(link).name: words for words, link in found}


def test_every_picture_is_used_and_says_what_it_shows():
    assert {path.name for path in PICTURES.iterdir()} == set(shown())
    assert all(len(words) > 15 for words in shown().values())


def test_the_pictures_are_light():
    weights = {path.name: path.stat().st_size for path in PICTURES.iterdir()}

    assert not [name for name, weight in weights.items() if weight > MOST]
    assert sum(weights.values()) <= ALL


def test_the_tool_takes_every_picture():
    tool = "".join(path.read_text() for path in (ROOT / "tools" / "guide_pictures").glob("*.py"))

    assert not [name for name in shown() if f'"{Path(name).stem}"' not in tool]


# --- Names on the screen ------------------------------------------------------------------------


@cache
def said() -> frozenset[str]:
    """Everything that the screens may say in Vietnamese, with … for what is filled in."""
    ours = polib.pofile(str(ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"))
    words = {each.msgid for each in ours} | {each.msgid_plural for each in ours}
    for file in vietnamese():
        for each in polib.pofile(str(file)):
            words |= {each.msgstr, *each.msgstr_plural.values()}
    return frozenset(plain(each) for each in words)


def vietnamese() -> list[Path]:
    """Catalogs of those whose screens are shown, and what we say where they say nothing."""
    homes = [Path(each.__file__).parent for each in (django, wagtail)]
    homes.append(ROOT / "src" / "motcua" / "conf" / "editors_words")
    return [file for home in homes for file in home.rglob("vi/LC_MESSAGES/django*.po")]


def plain(words: str) -> str:
    """As it is compared: a label may begin with a capital on the screen."""
    return FILLED_IN.sub("…", words).strip().casefold()


def test_what_the_product_says_is_known():
    assert {"lưu nháp", "trả lại kèm ý kiến", "gửi duyệt: …"} <= said()
    assert "một nút không có" not in said()


@pytest.mark.parametrize("page", CHAPTERS, ids=by_name)
def test_every_name_in_bold_is_on_a_screen(page: Path):
    names = BOLD.findall(page.read_text())

    assert not [name for name in names if plain(name) not in said()]
