"""Does the portal speak English on every page, and is the English kept in order?

What the code says today is compared with ``locale/en`` by ``tools/translations.py``, which needs
gettext; here stands what needs nothing but the wheels.
"""

import re
from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.utils import translation

from motcua.dossiers.receipts import receipt_data

from .answers import Answer
from .permissions import ROWS
from .rows import Row
from .town import Town, Who

ROOT = Path(__file__).parents[1]
KEPT = ROOT / "locale" / "en" / "LC_MESSAGES" / "django.po"
TEMPLATES = [
    path
    for kind in ("html", "txt")
    for path in sorted((ROOT / "src" / "motcua").glob(f"*/templates/**/*.{kind}"))
]
ENGLISH = polib.pofile(str(KEPT))
PLACEHOLDER = re.compile(r"%%|%\(\w+\)[a-z]|%[a-z]|</?\w[^>]*>")
VIETNAMESE = re.compile("[ăâđêôơưạ-ỹ]", re.IGNORECASE)
TRANSLATED = re.compile(
    r"{%\s*blocktranslate.*?endblocktranslate\s*%}|{%\s*translate .*?%}|_\(\".*?\"\)|{#.*?#}",
    re.DOTALL,
)


def texts(entry: polib.POEntry) -> list[str]:
    return list(entry.msgstr_plural.values()) if entry.msgid_plural else [entry.msgstr]


# --- The file ---------------------------------------------------------------------------------


def test_every_sentence_has_its_english():
    missing = [entry.msgid for entry in ENGLISH if not entry.translated()]

    assert not missing, "Write it in locale/en and run tools/translations.py update."


def test_nothing_is_guessed_or_left_over():
    assert not [entry.msgid for entry in ENGLISH if entry.fuzzy or entry.obsolete]


def test_the_english_keeps_what_is_filled_in():
    changed = [
        (entry.msgid, text)
        for entry in ENGLISH
        for text in texts(entry)
        if Counter(PLACEHOLDER.findall(text)) != Counter(PLACEHOLDER.findall(entry.msgid))
    ]

    assert not changed


def test_english_has_one_and_many():
    counted = [entry for entry in ENGLISH if entry.msgid_plural]

    assert ENGLISH.metadata["Plural-Forms"] == "nplurals=2; plural=(n != 1);"
    assert counted
    assert all(set(entry.msgstr_plural) == {0, 1} for entry in counted)


def test_the_compiled_file_is_of_this_one():
    compiled = KEPT.with_suffix(".mo").read_bytes()

    assert compiled == ENGLISH.to_binary(), "Run tools/translations.py update."


def test_the_file_tells_nothing_of_the_day_and_the_machine():
    assert not {"POT-Creation-Date", "PO-Revision-Date"} & ENGLISH.metadata.keys()
    assert not any(entry.occurrences for entry in ENGLISH)


def test_templates_say_nothing_outside_gettext():
    bare = [
        (str(path.relative_to(ROOT)), line.strip())
        for path in TEMPLATES
        for line in TRANSLATED.sub("", path.read_text()).splitlines()
        if VIETNAMESE.search(line)
    ]

    assert not bare, 'Put it into {% translate "…" %}.'


# --- The pages --------------------------------------------------------------------------------

READERS = (Who.STRANGER, Who.OWNER, Who.CLERK, Who.HANDLER, Who.APPROVER, Who.PASSWORD_ONLY)
PAGES = [row for row in ROWS if any(row.get[who] is Answer.SHOWN for who in READERS)]
OURS = {entry.msgid for entry in ENGLISH if VIETNAMESE.search(entry.msgid)} - {
    "Trung tâm Phục vụ hành chính công",  # a kind of agency, and the name of many
    "Việc khác",  # other life events, and a subject of questions
}
OUR_WORDS = re.compile(
    r"\b(?:Hãy|hãy|Bạn|bạn|Cổng|Đăng nhập|Đăng xuất|Tìm|Tra cứu|Hồ sơ|hồ sơ|Nộp|nộp|Thủ tục|thủ tục"
    r"|Trang chủ|Quay lại|Tiếp tục|Trạng thái|Tình trạng|Chưa|Không|Mã|Ngày|Số|Xem|thứ [HBTNS])"
    r"(?!\w)"
)
DATA = re.compile(
    r"Nội dung đề nghị|Công chức [\w ]+|UBND [\w ]+|Tờ khai [\w ]+|Day off: .*"
    r"|Nộp hồ sơ ở phường nào[\w ]+|Từ ngày 1/12[^.]+\.|Không bị phạt\."
)
"""What the town and its forms are called: data, which stays Vietnamese."""
READ_ALOUD = {"alt", "aria-label", "content", "data-h", "placeholder", "title"}


VOID = {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}


class Said(HTMLParser):
    """Every text of a page and every attribute that somebody reads or hears."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.texts: list[str] = []
        self.open: list[tuple[str, bool]] = []
        """The elements around the place, and whether what they hold is not for this test."""
        self.feed(page)

    @property
    def is_silent(self) -> bool:
        return bool(self.open) and self.open[-1][1]

    def handle_starttag(self, tag, attrs):
        language = dict(attrs).get("lang")
        silent = self.is_silent if language is None else language == "vi"
        silent = silent or tag in {"script", "style"}
        if not silent:
            self.texts += [said for name, said in attrs if name in READ_ALOUD and said]
        if tag not in VOID:
            self.open.append((tag, silent))

    def handle_endtag(self, tag):
        if tag in [name for name, _silent in self.open]:
            while self.open.pop()[0] != tag:
                pass

    def handle_data(self, data):
        if not self.is_silent and data.strip():
            self.texts.append(" ".join(data.split()))


def vietnamese_of_ours(page: str) -> Iterator[str]:
    for text in Said(page).texts:
        if text in OURS or OUR_WORDS.search(DATA.sub("", text)):
            yield text


@pytest.mark.django_db
@pytest.mark.parametrize("row", PAGES, ids=str)
def test_a_page_speaks_english(town: Town, row: Row):
    who = next(who for who in READERS if row.get[who] is Answer.SHOWN)
    with translation.override("en"):
        address = row.address(town.things_before(who))

    response = town.arrives(who).get(address)

    said = response.getvalue().decode(errors="replace")
    if address.startswith("/en/") and response.headers["Content-Type"].startswith("text/html"):
        assert '<html lang="en"' in said or "<html" not in said  # a part of a page
        assert not list(vietnamese_of_ours(said))


@pytest.mark.django_db
def test_a_receipt_is_vietnamese_whatever_the_clerk_reads(town: Town):
    dossier = town.owner.registered

    with translation.override("en"):
        dossier.receive(by=town.clerk)

    receipt = receipt_data(dossier)
    assert receipt is not None
    assert receipt["channel"] == "Trực tuyến"
    assert receipt["limit"].endswith("ngày làm việc")
