"""Is a row among the papers a paper? Records write instructions there too, with *0 bản chính*."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

MARKS = " -–—+*•·\n\t"
HEADING = re.compile(
    r"(?::|\b(?:giấy tờ(?:, tài liệu)? sau(?: đây)?|hồ sơ gồm(?: có)?|bao gồm|như sau|sau đây))"
    r"\W*$",
    re.IGNORECASE,
)
"""How words end that announce papers. Rows stand in no order, so nobody knows which ones."""
ADVICE = re.compile(r"\W*(?:\(\*+\)\s*)?(?:lưu ý|chú ý|ghi chú)\b", re.IGNORECASE)
LABEL = re.compile(r"\W*(?:\(\*+\)\s*)?lưu ý\s*:?\s*", re.IGNORECASE)
"""What need not be said again where the note stands."""
LISTED = re.compile(r"(?<=[.;:])\s+[-–—+•]\s+(?=[A-ZĐ])")
VERB = re.compile(
    r"\b(?:thì|phải|được|có trách nhiệm|có quyền|có thể|chịu trách nhiệm|yêu cầu|đề nghị"
    r"|chỉ cần|thực hiện|nộp|xuất trình|không bao gồm|hướng dẫn|cung cấp|không cần)\b"
)
SITUATION = re.compile(
    r"\W*(?:\(?[ivx]{1,4}\)\s*|[a-zđ]\)\s*)?"
    r"(?:(?:trong )?trường hợp|đối với|nếu|khi|riêng|trong thời hạn|ngoài|sau khi|trước khi)\b",
    re.IGNORECASE,
)
ACTOR = re.compile(
    r"\W*(?:\(?[ivx]{1,4}\)\s*|[a-zđ]\)\s*)?(?:các )?"
    r"(?:người|cơ quan|công chức|cán bộ|tổ chức|cá nhân|[uủ][yỷ] ban|cha\b|mẹ\b|công dân"
    r"|doanh nghiệp|chủ (?:hộ|đầu tư|sở hữu|doanh nghiệp|sử dụng|thể)|hộ (?:gia đình|kinh doanh)"
    r"|nhà đầu tư|trung tâm|bộ phận|đơn vị|viên chức|hai bên|bên (?:nam|nữ|kết hôn))\b",
    re.IGNORECASE,
)
RULE = re.compile(
    r"\W*(?:(?:không|việc|thời hạn|mọi|tất cả)\b.*"
    r"|(?:các (?:loại )?giấy tờ|giấy tờ (?:do|nộp|xuất trình|gửi)|hồ sơ|thành phần hồ sơ|tài liệu"
    r"|bản (?:chụp|sao|dịch) (?:của )?các)\b.*\b(?:phải|không được|không yêu cầu|không cần)\b.*)$",
    re.IGNORECASE | re.DOTALL,
)
PAPERS = (
    r"giấy|bản|đơn|tờ|văn bản|hồ sơ|hợp đồng|quyết định|biên bản|chứng|hộ chiếu|thẻ|sổ|phiếu|ảnh"
    r"|danh sách|báo cáo|hóa đơn|hoá đơn|mẫu|mảnh|sơ đồ|công văn|tài liệu|thông báo|thông tin"
    r"|cam kết|điều lệ|phương án|dự án|kế hoạch|lý lịch|sơ yếu|bằng|thuyết minh|kết quả|ý kiến"
    r"|một trong|các giấy|các tài liệu|các văn bản|các bản|tờ trình|trích lục|dữ liệu|danh mục"
)
NAMED = re.compile(rf"\W*(?:\d+ )?(?:bộ )?(?:{PAPERS})", re.IGNORECASE)
"""How the name of a paper begins."""
WHOSE = re.compile(
    rf"\W*(?:đối với|trường hợp) [^:;.()]{{3,200}}: (?:{PAPERS})(?!.* thì )",
    re.IGNORECASE | re.DOTALL,
)
"""A paper behind the words that tell who needs it."""
SHORT_NAME = re.compile(r"gọi (?:tắt )?(?:chung )?là[: ]+[“\"]?([^)”\"]{3,60})", re.IGNORECASE)
HEAD = re.compile(r"[;:,(./]| trong trường hợp | đối với trường hợp ")
FEWEST_WORDS = 3

Paper = dict[str, Any]


def is_heading(words: str) -> bool:
    return bool(HEADING.search(words))


def is_one(words: str) -> bool:
    """Whether a row without copies only tells what to do or what holds."""
    if WHOSE.match(words) and not is_heading(words):
        return False
    return bool(
        is_heading(words)
        or ADVICE.match(words)
        or RULE.match(words)
        or ((SITUATION.match(words) or ACTOR.match(words)) and VERB.search(words))
    )


def instructs(words: str) -> bool:
    """Whether a row with copies begins like an instruction and not like a paper."""
    return bool(not NAMED.match(words) and ACTOR.match(words) and VERB.search(words))


def said(words: str) -> list[str]:
    """The sentences of a row, each without its mark; lists in one row come apart."""
    told = words.strip(MARKS).replace(" .", ".")
    if not ADVICE.match(told):
        return [told]
    parts = LISTED.split(LABEL.sub("", told, count=1).lstrip(MARKS))
    return [part for part in (part.strip(MARKS) for part in parts) if part]


def of_paper(sentence: str, papers: Iterable[Paper]) -> Paper | None:
    """The only one of the papers that the sentence names; none where several may be meant."""
    if is_heading(sentence):
        return None
    lowered = sentence.lower()
    meant = [paper for paper in papers if _is_named(paper["name"], lowered)]
    return meant[0] if len(meant) == 1 else None


def _is_named(name: str, sentence: str) -> bool:
    short = SHORT_NAME.search(name)
    head = HEAD.split(name, maxsplit=1)[0].strip().lower()
    return bool(
        (short and short[1].strip().lower() in sentence)
        or (len(head.split()) >= FEWEST_WORDS and head in sentence)
    )
