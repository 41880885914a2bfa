"""When is a paper needed? Read out of its name where the grammar leaves no doubt."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from . import cleaning
from .sentences import NAMED

ENDS = " .;,\n\t"
DEMANDED = re.compile(
    r"(?P<when>(?:\([ivx]+\) )?Trường hợp .{3,250}?),? thì (?:phải |cần )?"
    r"(?:có|nộp|kèm|gửi kèm|xuất trình|bổ sung)(?: theo)?(?: thêm)? (?P<name>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
OWED = re.compile(
    r"(?P<when>(?:\([ivx]+\) )?Trường hợp .{3,250}?),? phải "
    r"(?:có|nộp|kèm|gửi kèm|xuất trình|bổ sung)(?: theo)?(?: thêm)? (?P<name>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
"""The same without *thì*; only where nothing else is demanded and a paper follows."""
OF_WHOM = re.compile(
    r"(?P<when>(?:Đối với|Trường hợp) [^:;.()]{3,200}): (?P<name>[^:]+)", re.IGNORECASE | re.DOTALL
)
BRACKET = re.compile(
    r"(?P<name>\S.*?)\s*\((?P<when>(?:nếu|trong trường hợp|trường hợp|đối với|áp dụng"
    r"|chỉ áp dụng|dùng cho|khi)\b[^()]+)\)(?P<after>,? ?Mẫu (?:số )?[\w./-]+)?",
    re.IGNORECASE | re.DOTALL,
)
CLAUSE = re.compile(r"(?P<name>\S.*\([^()]*), (?P<when>nếu [^,;.()]*)\)", re.IGNORECASE | re.DOTALL)
TAIL = re.compile(
    r"(?P<name>[^;]{8,}?),? (?P<when>(?:trong|đối với) trường hợp [^;()]+)",
    re.IGNORECASE | re.DOTALL,
)
WAY = re.compile(r"hình thức|trực tiếp|trực tuyến|bưu chính", re.IGNORECASE)
"""How one applies: such a condition is one of the whole paper, whatever its name lists."""
IF_ANY = "nếu có"
LIST = re.compile(r"[;,/]| và | hoặc ", re.IGNORECASE)
OTHER_PAPER = re.compile(
    r"(?:;|,| hoặc| và) (?:các )?(?:giấy|văn bản|bản|đơn|tờ|hợp đồng|chứng|hồ sơ|quyết định"
    r"|báo cáo|sơ đồ|biên bản|phiếu|thẻ|hộ chiếu)\b",
    re.IGNORECASE,
)
CASE = re.compile(r"trường hợp", re.IGNORECASE)
STOP = re.compile(r"(?<=[\w)”\"])\.\s+(?=[A-ZĐÀ-Ỵ])")
SHORT = re.compile(r"(?:^|[\s(])(?:TP|Tp|tp|Th?S|P?GS|[A-ZĐ]|\d+)$")
"""An abbreviation before a stop ends no sentence: *TP. Hà Nội*."""
SHORTEST = 8
LONG = 200
"""Letters from which on a list is no name: it stands under the words that announce it."""
LISTED = re.compile(rf"\s+(?=[+•]\s+\S|[-–]\s+[^\W\d_{cleaning.SMALL}])")
"""A dash before a small letter joins words: *lịch sử - văn hóa*."""
ANNOUNCED = re.compile(
    r"(?P<name>[^:]{8,250}?\b(?:sau|gồm|gồm có|loại|đây))\s*:\s*(?=\S)",
    re.IGNORECASE,
)


class Named(NamedTuple):
    """The name of a paper, when it is needed and what else is said of it."""

    name: str
    condition: str = ""
    note: str = ""


def apart(words: str) -> Named:
    """Every word goes somewhere; what is in doubt stays in the name."""
    for pattern, holds in RULES:
        if (found := pattern.fullmatch(words)) and holds(found):
            rest = _sentences(_begun(found["name"].strip() + _after(found)))
            return rest._replace(condition=_begun(found["when"].strip(ENDS)))
    return _in_the_end(_sentences(words))


def _after(found: re.Match[str]) -> str:
    return found.groupdict().get("after") or ""


def _in_the_end(told: Named) -> Named:
    """A condition at the end of the first sentence."""
    for pattern, holds in LATE:
        found = pattern.fullmatch(told.name)
        if found and holds(found):
            name = found["name"].strip(ENDS) + _after(found)
            if pattern is CLAUSE:
                name += ")"
            return Named(name, _begun(found["when"].strip(ENDS)), told.note)
    return told


def _sentences(words: str) -> Named:
    """The first sentence is the name; a short list that begins with a colon stays whole."""
    if len(words) > LONG and (found := ANNOUNCED.match(words)):
        listed = LISTED.sub("\n", words[found.end() :].strip())
        return Named(found["name"].strip(ENDS), note=listed)
    for stop in STOP.finditer(words):
        first = words[: stop.start()]
        if ":" in first:
            break
        if len(first) >= SHORTEST and _is_closed(first) and not SHORT.search(first):
            return Named(first.strip(ENDS), note=words[stop.end() :].strip())
    return Named(words.strip(ENDS))


def _is_closed(words: str) -> bool:
    return words.count("(") == words.count(")")


def _begun(words: str) -> str:
    return words[:1].upper() + words[1:]


# --- Where the grammar leaves no doubt --------------------------------------------------------


def _is_owed(found: re.Match[str]) -> bool:
    return (
        " thì " not in found["when"]
        and " phải " not in found["when"]
        and bool(NAMED.match(found["name"]))
    )


def _begins_a_paper(found: re.Match[str]) -> bool:
    return bool(NAMED.match(found["name"]))


def _is_of_the_way(found: re.Match[str]) -> bool:
    """How one applies, in the last bracket: of all sentences of the name."""
    return bool(WAY.search(found["when"])) and _is_plain(found)


def _is_plain(found: re.Match[str]) -> bool:
    return _is_closed(found["name"]) and " thì " not in found["when"]


def _is_of_one(found: re.Match[str]) -> bool:
    """In a bracket: of the only paper that the name tells."""
    name, when = found["name"], found["when"]
    several = LIST if when.lower().strip(ENDS) == IF_ANY else OTHER_PAPER
    return _is_plain(found) and not several.search(name)


def _is_alone(found: re.Match[str]) -> bool:
    """At the end: the name is one paper, and one case is told."""
    name, when = found["name"], found["when"]
    return (
        _is_plain(found)
        and _begins_a_paper(found)
        and len(CASE.findall(found[0])) == 1
        and not any(OTHER_PAPER.search(one) for one in (name, when))
    )


def _is_a_way(found: re.Match[str]) -> bool:
    return bool(WAY.search(found["when"]))


Rules = tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]], ...]
RULES: Rules = (
    (DEMANDED, _begins_a_paper),
    (OWED, _is_owed),
    (OF_WHOM, _begins_a_paper),
    (BRACKET, _is_of_the_way),
)
"""Of all the words of a row, its sentences included."""
LATE: Rules = ((BRACKET, _is_of_one), (CLAUSE, _is_a_way), (TAIL, _is_alone))
"""Of the first sentence only."""
