"""Which papers does a dossier need, in which case, and how many of each?"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from . import cleaning
from .remarks import ODD_ROW, Noting, tell_strange

HEAD = re.compile(r"Tên giấy tờ\s*Mẫu đơn, tờ khai\s*Số lượng")
COUNT = re.compile(
    r"(?P<originals>\d+)\s*bản chính(?:\s*,\s*(?P<copies>\d+)\s*bản sao)?"
    r"|(?P<only>\d+)\s*bản sao"
    r"|Bản chính\s*:\s*(?P<told>\d+)\s*-?\s*Bản sao\s*:\s*(?P<told_copies>\d+)",
    re.IGNORECASE,
)
"""How a row ends. In running text a number of copies has a space before it; here it is glued."""
LONGEST_FILE = 125
FILE = re.compile(r"(?P<file>[^\s.;:][^.;:]{0,120}\.(?:docx?|xlsx?|pdf|rtf|zip))$", re.IGNORECASE)
SUBMIT, SHOW = "giấy tờ phải nộp", "giấy tờ phải xuất trình"
CONDITION = re.compile(
    r"(?P<when>Trường hợp .{3,250}?),? thì (?:phải |cần )?"
    r"(?:có|nộp|kèm|gửi kèm|xuất trình|bổ sung)(?: thêm)? (?P<paper>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
MOST = 1000
MOST_SETS = 100
WHOLE = frozenset({"ten_giay_to", "mau_don_to_khai", "dieu_kien"})
"""A row that has all of these tells form and condition by themselves; its name is only a name."""
KNOWN = WHOLE | {"ten", "ban_chinh", "ban_sao", "ghi_chu", "viec"}
CASES = frozenset({"truong_hop", "giay_to"})
BULLETS = " -–—+*•·.;:\n\t"

UNKNOWN = _("không tách được bảng giấy tờ, giữ nguyên văn")
DIGITS = _("số lượng dính liền chữ số đứng trước, chỉ lấy chữ số cuối")
NO_COUNT = _("không ghi số lượng")
ODD_COUNT = _("số lượng không phải con số, không nhận")
NO_PAPERS = _("trường hợp không có giấy tờ nào, chỉ ghi lại ở đây")

Paper = dict[str, Any]
Case = dict[str, Any]


REMARKS = "lưu ý"
"""The heading under which records put sentences among their papers."""


def read(value: object, note: Noting) -> tuple[list[Case], list[str]]:
    """Cases with their papers, and the sentences that stand among them as *Lưu ý*."""
    if isinstance(value, list) and any(map(_is_a_case, value)):
        return list(_whole_cases(value, note)), []
    cases = _read(value, note)
    told = [case for case in cases if case["name"].lower().startswith(REMARKS)]
    sentences = [paper["name"] for case in told for paper in case["components"]]
    return [case for case in cases if case not in told], sentences


def _read(value: object, note: Noting) -> list[Case]:
    if isinstance(value, Mapping | list):
        return _gathered(_listed(value, note))
    words = cleaning.said(value)
    if not words:
        return []
    heading, *blocks = HEAD.split(words)
    if not blocks:
        note(UNKNOWN, words)
        return [{"name": "", "components": [{"name": words}]}]
    return _gathered(_blocks(heading, blocks, note))


def _blocks(heading: str, blocks: list[str], note: Noting) -> Iterator[tuple[str, list[Paper]]]:
    """Each heading with its papers; the heading of the next block follows the last count."""
    for place, block in enumerate(blocks, start=1):
        papers, after = _papers(block, note)
        if place == len(blocks) and (rest := _named(after)):  # no heading follows
            note(NO_COUNT, after.strip())
            papers.append(rest)
        if not papers and heading.strip(BULLETS):
            note(NO_PAPERS, heading.strip())
        yield heading, papers
        heading = after


def _papers(block: str, note: Noting) -> tuple[list[Paper], str]:
    papers, place = [], 0
    for found in _ends(block):
        paper = _paper(block[place : found.start()], found, note)
        place = found.end()
        if paper:
            papers.append(paper)
    return papers, block[place:]


def _ends(block: str) -> Iterator[re.Match[str]]:
    return (found for found in COUNT.finditer(block) if _ends_a_row(block, found))


def _ends_a_row(block: str, found: re.Match[str]) -> bool:
    """A count in running text has a space before it, or goes on in small letters."""
    before, after = block[: found.start()][-1:], block[found.end() :][:1]
    several = len(found["originals"] or found["only"] or "") > 1
    goes_on = after.isspace() or after.islower() or after in set(",.;)")
    return (several or not before.isspace()) and not (goes_on and block[found.end() :].strip())


def _paper(words: str, found: re.Match[str], note: Noting) -> Paper | None:
    originals = found["originals"] or found["told"]
    copies = found["copies"] or found["only"] or found["told_copies"]
    first = originals or copies or ""
    kept, last = _apart(first, words, note)
    if originals:
        originals = last
    else:
        copies = last
    named = _named(words + kept)
    if not named:
        return None
    return {**named, "originals": _count(originals), "copies": _count(copies)}


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
    paper: Paper = {"name": name, **({"form_template": form} if form else {})}
    if told := CONDITION.fullmatch(name):
        thing = told["paper"].strip()
        paper |= {"name": thing[:1].upper() + thing[1:], "condition": told["when"].strip()}
    return paper


def _file(words: str) -> str:
    """The file's name begins where a capital follows a small letter without a space."""
    glued = re.search(r"(?<=[^\W\dA-ZĐ_])(?=[A-ZĐ])", words)
    return words[glued.start() :] if glued else words


# --- Cases from headings ----------------------------------------------------------------------


def _gathered(blocks: Iterator[tuple[str, list[Paper]]]) -> list[Case]:
    cases: dict[str, list[Paper]] = {}
    for heading, papers in blocks:
        name, kind = _case(heading)
        told = [{**paper, "kind": kind} if kind else paper for paper in papers]
        cases.setdefault(name, []).extend(told)
    return [{"name": name, "components": papers} for name, papers in cases.items() if papers]


def _case(heading: str) -> tuple[str, str]:
    """Name of the case (empty for every case) and what is done with its papers."""
    name = " ".join(heading.split()).strip(BULLETS)
    lowered = name.lower()
    if lowered.startswith(SHOW):
        return name[len(SHOW) :].strip(BULLETS), "show"
    if lowered.startswith(SUBMIT):
        return name[len(SUBMIT) :].strip(BULLETS), "submit"
    return ("" if cleaning.says_nothing(name) else name), ""


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
    tell_strange(one, CASES, note)
    papers = [paper for row in one["giay_to"] if (paper := _row(row, note))]
    return {"name": cleaning.said(one.get("truong_hop")), "components": papers}


def _listed(value: Any, note: Noting) -> Iterator[tuple[str, list[Paper]]]:
    groups = value.items() if isinstance(value, Mapping) else [("", value)]
    for heading, rows in groups:
        told = rows if isinstance(rows, list) else [rows]
        yield cleaning.text(heading), [paper for row in told if (paper := _row(row, note))]


def _row(row: object, note: Noting) -> Paper:
    if not isinstance(row, Mapping):
        words = cleaning.said(row)
        if words:
            note(NO_COUNT, words)
        return _named(words)
    tell_strange(row, KNOWN, note)
    name = cleaning.said(row.get("ten_giay_to") or row.get("ten"))
    paper = {"name": name} if name and row.keys() >= WHOLE else _named(name)
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


def _told_number(value: object, note: Noting) -> int | None:
    """The number; what is none is told."""
    number = _number(value)
    if number is None and (words := cleaning.said(value)):
        note(ODD_COUNT, words)
    return number


def _number(value: object) -> int | None:
    found = re.search(r"\d+", cleaning.text(value))
    return _count(found[0]) if found else None
