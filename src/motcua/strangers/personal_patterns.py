"""How does what should not be public look in Vietnamese text? One pattern for each kind.

A pattern only suggests: a moderator decides. Better one too many than one too few, except where a
place, a sum of money or a legal document would be hidden time and again.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

from motcua.search.folding import ALPHABET, TONES


class Kind(StrEnum):
    """What kind of personal thing it is; an earlier one wins where two overlap."""

    PERSONAL_NUMBER = "personal_number"
    EMAIL = "email"
    DOSSIER_CODE = "dossier_code"
    PHONE = "phone"
    BANK_ACCOUNT = "bank_account"
    PLATE = "plate"
    ADDRESS = "address"
    NAME = "name"


def _letters() -> tuple[str, str]:
    """Every Vietnamese small and capital letter, with and without tone; f, j, w, z among them."""
    vowels = "aăâeêioôơuưy"
    toned = (unicodedata.normalize("NFC", v + t) for v in vowels for t in TONES)
    small = "".join(dict.fromkeys([*ALPHABET, *"fjwz", *toned]))
    return small, small.upper()


SMALL, CAPITAL = _letters()
LETTER = SMALL + CAPITAL
BLANK = r"[ \t\u00a0]"
GAP = r"[ \t\u00a0.\-–]?"
NOT_MONEY = rf"(?!{BLANK}*(?:đồng|đ\b|vnđ|vnd|usd|triệu|tỷ|tỉ))"
NOT_IN_A_NUMBER, ENDS = rf"(?<![\d/{LETTER}])(?<!\d[.,\- ])", rf"(?!{GAP}\d)(?![{LETTER}])"

_SAYS_NUMBER = (
    r"(?:cmnd|cmt|cccd|cc|căn cước(?: công dân)?|chứng minh(?: nhân dân| thư)?|"
    r"(?:số )?định danh(?: cá nhân)?)"
)
PERSONAL_NUMBER = re.compile(
    rf"(?:{NOT_IN_A_NUMBER}(?:\d(?:{GAP}\d){{11}}|(?<!\) )\d{{3}} ?\d{{3}} ?\d{{3}})"
    rf"{ENDS}{NOT_MONEY}"
    rf"|(?<=\W){_SAYS_NUMBER}[^\d\n]{{0,12}}(?P<said>\d(?:{GAP}\d){{8,11}})(?!\d))",
    re.IGNORECASE,
)
EMAIL = re.compile(
    rf"[\w.+\-]{{1,64}}{BLANK}?(?:@|\(at\)|\[at\]|\(a còng\)){BLANK}?[\w\-]{{1,63}}"
    rf"(?:{BLANK}?\.{BLANK}?[a-z0-9\-]{{2,63}}){{1,4}}",
    re.IGNORECASE,
)
DOSSIER_CODE = re.compile(
    r"(?<![\w.])(?:(?:\d{2,3}\.){0,4}[A-Y]\d{2}(?:\.[0-9A-Z]{1,8}){0,4}|HD|PA)"
    r"[\-–]\d{6}(?:\d{2})?[\-–]\d{4,7}(?!\d)"
)
PHONE = re.compile(
    rf"{NOT_IN_A_NUMBER}(?:\(?(?:\+|00){BLANK}?84\)?|\(?84\)?|\(?[0oO])"
    rf"(?:[ \t\u00a0.\-–()]{{0,2}}\d){{8,10}}(?!{GAP}\d){NOT_MONEY}",
    re.IGNORECASE,
)
BANK_ACCOUNT = re.compile(
    r"(?:\b(?:stk|số tài khoản|tài khoản(?: số)?|tk)\b[^\d\n]{0,25}"
    rf"(?P<said>\d(?:{GAP}\d){{5,18}})"
    rf"|{NOT_IN_A_NUMBER}\d(?:[ \-]?\d){{12,18}}){ENDS}{NOT_MONEY}",
    re.IGNORECASE,
)
PLATE = re.compile(
    r"(?<![\w.\-])\d{2}[ \-]?(?:[A-ZĐ]{1,2}\d?)[ \-.]?(?:\d{3}[. ]?\d{2}|\d{4})(?![\w/])"
)

CAPITALIZED = rf"[{CAPITAL}][{SMALL}]*(?![{LETTER}])"
_NUMBER = r"\d{1,4}[A-Za-z]?(?:[/\-]\d{1,4}[A-Za-z]?)*(?![\w/])"
_PLACE = rf"(?:{_NUMBER}|{CAPITALIZED}(?:{BLANK}{CAPITALIZED}){{0,3}})"
_STREET = rf"(?:(?i:đường|phố|ngõ|ngách|hẻm|kiệt){BLANK}{_PLACE})"
_SMALL_PLACE = (
    rf"(?:(?i:tổ dân phố|tổ dân|tổ|thôn|khu phố|khu dân cư|khu|xóm|bản|ấp|đội|ngõ|ngách|hẻm)"
    rf"{BLANK}(?:(?i:số){BLANK})?{_PLACE})"
)
_HOUSE = rf"(?:(?i:số nhà|nhà số){BLANK}{_NUMBER}|(?i:số){BLANK}{_NUMBER}(?=,?{BLANK}{_STREET}))"
ADDRESS = re.compile(
    rf"(?<![{LETTER}\d])(?<![đĐ]ặc )(?:{_HOUSE}|{_SMALL_PLACE})"
    rf"(?:,?{BLANK}(?:{_SMALL_PLACE}|{_STREET}|{_HOUSE})){{0,4}}"
)

_NOT_A_NAME = r"(?!Cô Tô|Bà Rịa|Bà Nà|Bà Triệu|Bác Hồ|Bà Trưng|Ông Ích)"
_FULL = rf"{CAPITALIZED}(?:{BLANK}{CAPITALIZED}){{0,4}}"
_ADDRESSED = (
    r"(?i:ông bà|ông|bà|anh chị|anh|chị|em|cô|chú|bác|cháu|cụ|thầy|đồng chí|đ/c|mr\.?|mrs\.?|ms\.?|"
    r"vợ tôi là|chồng tôi là|con tôi là|con trai|con gái|"
    r"tôi tên là|tên tôi là|tên là|tôi là|tôi tên|em là|cháu là|họ và tên|họ tên)"
)
NAME_AFTER_ADDRESS = re.compile(
    rf"(?<![{LETTER}]){_NOT_A_NAME}{_ADDRESSED}{BLANK}?:?{BLANK}{{1,2}}(?P<said>{_FULL})"
)
_FAMILIES = (
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô|Dương|Lý|Đào|Đoàn|Vương|Trịnh|"
    "Trương|Đinh|Lâm|Phùng|Mai|Tô|Hà|Tạ|Chu|Cao|Lương|Nông|La|Triệu|Bàn|Chíu|Tằng|Lục|Ninh|Phí"
)
_NAMED_AFTER = (
    r"(?i:đường|phố|phường|xã|trường|thpt|thcs|tiểu học|mầm non|bệnh viện|cầu|chợ|công viên|"
    r"quảng trường|khu|ngõ|tượng đài|đền|chùa|huyện|quận|thị trấn|tỉnh|thành phố|vịnh|đảo)"
)
FULL_NAME = re.compile(
    rf"(?<![{LETTER}])(?P<place>{_NAMED_AFTER}{BLANK})?"
    rf"(?P<said>(?:{_FAMILIES})(?:{BLANK}{CAPITALIZED}){{2,4}})"
)

PATTERNS = (
    (Kind.PERSONAL_NUMBER, PERSONAL_NUMBER),
    (Kind.EMAIL, EMAIL),
    (Kind.DOSSIER_CODE, DOSSIER_CODE),
    (Kind.PHONE, PHONE),
    (Kind.BANK_ACCOUNT, BANK_ACCOUNT),
    (Kind.PLATE, PLATE),
    (Kind.ADDRESS, ADDRESS),
    (Kind.NAME, NAME_AFTER_ADDRESS),
    (Kind.NAME, FULL_NAME),
)
