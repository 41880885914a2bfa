"""Which papers does a dossier need, in which case, and how many of each?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from . import cases, cleaning, conditions, sentences
from .cases import BULLETS, SENTENCE, Block, Case, Paper
from .remarks import ODD_ROW, Noting, tell_strange

HEAD = re.compile(r"Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng")
COUNT = re.compile(
    r"(?P<originals>\d+)\s*bản chính(?:\s*,\s*(?P<copies>\d+)\s*bản sao)?"
    r"|(?P<only>\d+)\s*bản sao"
    r"|Bản chính\s*:\s*(?P<told>\d+)\s*-?\s*Bản sao\s*:\s*(?P<told_copies>\d+)",
    re.IGNORECASE,
)
"""How a row ends. In running text a number of copies has a space before it; here it is glued."""
LETTER = re.compile(r"[a-zđ]\) ?\S")
"""How the heading of the next block may begin behind a count: *1 bản saob) Đối với…*"""
LONGEST_FILE = 125
FILE = re.compile(r"(?P<file>[^\s.;:][^.;:]{0,120}\.(?:docx?|xlsx?|pdf|rtf|zip))$", re.IGNORECASE)
MOST = 1000
MOST_SETS = 100
WHOLE = frozenset({"ten_giay_to", "mau_don_to_khai", "dieu_kien"})
"""A row that has all of these tells form and condition by themselves; its name is only a name."""
KNOWN = WHOLE | {"ten", "ban_chinh", "ban_sao", "ghi_chu", "viec"}
COUNTS = frozenset({"ten", "ten_giay_to", "ban_chinh", "ban_sao"})
OF_A_CASE = frozenset({"truong_hop", "giay_to"})

UNKNOWN = _("không tách được bảng giấy tờ, giữ nguyên văn")
DIGITS = _("số lượng dính liền chữ số đứng trước, chỉ lấy chữ số cuối")
NO_COUNT = _("không ghi số lượng")
ODD_COUNT = _("số lượng không phải con số, không nhận")
MAYBE = _("ghi 0 bản mà không rõ là lời hướng dẫn hay giấy tờ, giữ là giấy tờ")
COUNTED = _("đọc như lời hướng dẫn nhưng có ghi số bản, giữ là giấy tờ")


def read(value: object, note: Noting) -> tuple[list[Case], list[str]]:
    """Cases with their papers, and the sentences that stand among them."""
    if isinstance(value, list) and any(map(_is_a_case, value)):
        return list(_whole_cases(value, note)), []
    return cases.gathered(_read(value, note), note)


def _read(value: object, note: Noting) -> list[Block]:
    if isinstance(value, Mapping | list):
        return list(_listed(value, note))
    words = cleaning.said(value)
    if not words:
        return []
    heading, *blocks = HEAD.split(words)
    if not blocks:
        note(UNKNOWN, words)
        return [("", [{"name": words}])]
    return list(_blocks(heading, blocks, note))


def _blocks(heading: str, blocks: list[str], note: Noting) -> Iterator[Block]:
    """Each heading with its papers; the heading of the next block follows the last count."""
    for place, block in enumerate(blocks, start=1):
        papers, after = _papers(heading, block, note)
        if place == len(blocks) and (rest := _named(after)):  # no heading follows
            note(NO_COUNT, after.strip())
            papers.append(rest)
        yield heading, papers
        heading = after


def _papers(heading: str, block: str, note: Noting) -> tuple[list[Paper], str]:
    papers, place = [], 0
    are_remarks = cases.tells_notes(heading)
    for found in _ends(block):
        row = _paper(block[place : found.start()], found, note, are_remarks=are_remarks)
        place = found.end()
        if row:
            papers.append(row)
    return papers, block[place:]


def _ends(block: str) -> Iterator[re.Match[str]]:
    return (found for found in COUNT.finditer(block) if _ends_a_row(block, found))


def _ends_a_row(block: str, found: re.Match[str]) -> bool:
    """A count in running text has a space before it, or goes on in small letters."""
    if found["told"]:  # *Bản chính: 1 Bản sao: 0* is written nowhere else
        return True
    before, after = block[: found.start()][-1:], block[found.end() :][:1]
    several = len(found["originals"] or found["only"] or "") > 1
    rest = block[found.end() :]
    goes_on = after == " " or after.islower() or after in set(",.;)")
    return (several or not before.isspace()) and not (
        goes_on and rest.strip() and not LETTER.match(rest)
    )


def _paper(words: str, found: re.Match[str], note: Noting, *, are_remarks: bool) -> Paper:
    originals = found["originals"] or found["told"]
    copies = found["copies"] or found["only"] or found["told_copies"]
    kept, last = _apart(originals or copies or "", words, note)
    if originals:
        originals = last
    else:
        copies = last
    if are_remarks:
        return _remark(words + kept)
    return _told(words + kept, _count(originals), _count(copies), note)


def _remark(words: str) -> Paper:
    return {SENTENCE: words} if words.strip(BULLETS) else {}


def _told(words: str, originals: int | None, copies: int | None, note: Noting) -> Paper:
    """A paper with its numbers, or a sentence where the row has none to hand in."""
    is_none = not (originals or copies) and {originals, copies} != {None}
    if is_none and sentences.is_one(words):
        return {SENTENCE: words}
    named = _named(words)
    if named and is_none:
        note(MAYBE, words)
    elif named and sentences.instructs(words):
        note(COUNTED, words)
    return named and {**named, "originals": originals, "copies": copies}


def _apart(digits: str, words: str, note: Noting) -> tuple[str, str]:
    """`Mẫu số 01` and `1 bản chính` are glued to *011 bản chính*: what belongs to the name."""
    if len(digits) == 1 or (len(digits) == 2 and digits[0] == "0"):  # *01 bản chính*
        return "", digits[-1:]
    note(DIGITS, f"{words[-60:]}{digits}")
    return digits[:-1], digits[-1]


def sets(value: object) -> int | None:
    """How many sets of the dossier: *01 bộ*; none where that is no sensible number."""
    number = _number(value)
    return number if number and number <= MOST_SETS else None


def _count(digits: str | None) -> int | None:
    return min(int(digits[:9]), MOST) if digits else None


def _named(words: str) -> Paper:
    """Name, form and condition of one paper, as far as they can be told apart."""
    name = words.strip(BULLETS)
    form = ""
    if "." in name[-5:] and (found := FILE.search(name[-LONGEST_FILE:])):
        form = _file(found["file"])
        name = name[: len(name) - len(form)].strip(BULLETS)
    name, form = (name, form) if name else (form, "")
    if not name:
        return {}
    told = {**conditions.apart(name)._asdict(), "form_template": form}
    return {key: words for key, words in told.items() if words}


def _file(words: str) -> str:
    """The file's name begins where a capital follows a small letter without a space."""
    glued = re.search(r"(?<=[^\W\dA-ZĐ_])(?=[A-ZĐ])", words)
    return words[glued.start() :] if glued else words


# --- Records that list their papers -----------------------------------------------------------


def _is_a_case(one: object) -> bool:
    return isinstance(one, Mapping) and isinstance(one.get("giay_to"), list)


def _whole_cases(value: list[Any], note: Noting) -> Iterator[Case]:
    """Each case, and as one without a name what stands among them."""
    for one in value:
        if _is_a_case(one):
            yield _whole_case(one, note)
        elif paper := _row(one, note):
            yield {"name": "", "components": [paper]}


def _whole_case(one: Mapping[str, Any], note: Noting) -> Case:
    """A case that tells its name and its papers apart."""
    tell_strange(one, OF_A_CASE, note)
    papers = [paper for row in one["giay_to"] if (paper := _row(row, note))]
    return {"name": cleaning.said(one.get("truong_hop")), "components": papers}


def _listed(value: Any, note: Noting) -> Iterator[Block]:
    groups = value.items() if isinstance(value, Mapping) else [("", value)]
    for heading, rows in groups:
        told = rows if isinstance(rows, list) else [rows]
        said = cleaning.text(heading)
        if cases.tells_notes(said):
            yield said, [row for one in told if (row := _remark(_words(one)))]
        else:
            yield said, [paper for row in told if (paper := _row(row, note))]


def _words(row: object) -> str:
    """All that a row says, whatever it is."""
    values = row.values() if isinstance(row, Mapping) else [row]
    return "; ".join(words for value in values if (words := cleaning.said(value)))


def _row(row: object, note: Noting) -> Paper:
    if not isinstance(row, Mapping):
        words = cleaning.said(row)
        if words:
            note(NO_COUNT, words)
        return _named(words)
    tell_strange(row, KNOWN, note)
    name = cleaning.said(row.get("ten_giay_to") or row.get("ten"))
    paper = {"name": name} if name and row.keys() >= WHOLE else _counted(name, row, note)
    if SENTENCE in paper:
        return paper
    if not paper:
        if any(cleaning.said(row.get(key)) for key in KNOWN):
            note(ODD_ROW, cleaning.text(dict(row)))
        return {}
    told = {
        "originals": _told_number(row.get("ban_chinh"), note),
        "copies": _told_number(row.get("ban_sao"), note),
        "form_template": cleaning.said(row.get("mau_don_to_khai")),
        "condition": cleaning.said(row.get("dieu_kien")),
        "note": cleaning.said(row.get("ghi_chu")),
    }
    kind = {"nộp": "submit", "xuất trình": "show"}.get(cleaning.one_line(row.get("viec")).lower())
    return {**paper, **{k: v for k, v in told.items() if v not in {"", None}}} | (
        {"kind": kind} if kind else {}
    )


def _counted(name: str, row: Mapping[str, Any], note: Noting) -> Paper:
    """What a row is by its name and numbers; a sentence only where nothing else is told."""
    alone = not any(cleaning.said(row.get(key)) for key in KNOWN - COUNTS)
    originals, copies = (_number(row.get(key)) for key in ("ban_chinh", "ban_sao"))
    if alone and name:
        return _told(name, originals, copies, note)
    return _named(name)


def _told_number(value: object, note: Noting) -> int | None:
    """The number; what is none is told."""
    number = _number(value)
    if number is None and (words := cleaning.said(value)):
        note(ODD_COUNT, words)
    return number


def _number(value: object) -> int | None:
    found = re.search(r"\d+", cleaning.text(value))
    return _count(found[0]) if found else None
