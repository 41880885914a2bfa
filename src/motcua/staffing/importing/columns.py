"""Which columns has the spreadsheet of staff? The same when it comes in and when it goes out.

The heads belong to the file, as keys do to a format: they are Vietnamese in every language of the
screen, so that a file can be passed on.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from motcua.organizations.models import AppointmentKind, Duty, Post
from motcua.search.folding import fold

SHEET = "Nhân sự"
"""The name of the sheet in what goes out; in what comes in, the one with these heads is read."""


class Key(StrEnum):
    """What a column says, by the name of its field."""

    CODE = "code"
    OFFICE = "office"
    TITLE = "title"
    RANK = "rank"
    IS_HEAD = "is_head"
    HOLDERS = "holders"
    DUTIES = "duties"
    NAME = "full_name"
    USERNAME = "username"
    EMAIL = "email"
    PERSONAL = "personal_number"
    KIND = "kind"
    FIRST = "first"
    LAST = "last"
    COVERS = "covers"
    SCOPE = "scope"
    NUMBER = "number"
    SIGNED = "decided_on"
    ISSUER = "issuer"
    POST = "post"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its head, what belongs into it, and from which words one may choose."""

    key: Key
    head: str
    hint: str
    width: int = 16
    longest: int = 200
    choices: Sequence[str] = ()
    is_needed: bool = False
    """A file without it is no spreadsheet of staff."""


YES, NO = "có", "không"
RANKS: dict[str, int] = {
    "đứng đầu": Post.Rank.HEAD,
    "cấp phó": Post.Rank.DEPUTY,
    "trưởng phòng và tương đương": Post.Rank.DIVISION_HEAD,
    "chuyên môn, nghiệp vụ": Post.Rank.STAFF,
}
KINDS: dict[str, str] = {
    "chính thức": AppointmentKind.SUBSTANTIVE,
    "kiêm nhiệm": AppointmentKind.CONCURRENT,
    "quyền": AppointmentKind.ACTING,
    "phụ trách": AppointmentKind.IN_CHARGE,
    "thay trong thời gian vắng mặt": AppointmentKind.COVER,
    "ủy quyền": AppointmentKind.DELEGATED,
}
SHORTER: dict[str, str] = {"thay khi vắng": AppointmentKind.COVER}
"""As the form says it; understood, but not offered."""
DUTIES: dict[str, str] = {
    "tiếp nhận": Duty.RECEIVE,
    "thẩm tra": Duty.APPRAISE,
    "quyết định": Duty.DECIDE,
}

COLUMNS = (
    Column(
        Key.CODE,
        "Mã cơ quan",
        "Mã định danh của cơ quan, ví dụ H49.61. Mỗi dòng đều ghi.",
        14,
        35,
        is_needed=True,
    ),
    Column(Key.OFFICE, "Tên cơ quan", "Chỉ để dễ đọc; cổng không đọc cột này.", 34),
    Column(
        Key.TITLE,
        "Chức danh",
        "Tên chức danh. Chưa có ở cơ quan ấy thì được lập mới.",
        26,
        120,
        is_needed=True,
    ),
    Column(
        Key.RANK,
        "Thứ bậc",
        "Chọn trong danh sách. Cần khi lập chức danh mới; để trống là chuyên môn, nghiệp vụ.",
        22,
        choices=[*RANKS],
    ),
    Column(
        Key.IS_HEAD,
        "Đứng đầu cơ quan",
        "“có” nếu chức danh này đứng đầu cơ quan. Để trống là không.",
        11,
        choices=[YES, NO],
    ),
    Column(Key.HOLDERS, "Số người giữ", "Chức danh dành cho mấy người. Để trống là một.", 9),
    Column(
        Key.DUTIES,
        "Nhiệm vụ với hồ sơ",
        "tiếp nhận, thẩm tra, quyết định; nhiều nhiệm vụ cách nhau bằng dấu phẩy. Không có thì để "
        "trống.",
        20,
    ),
    Column(
        Key.NAME,
        "Họ và tên",
        "Để trống cả phần người nếu dòng này chỉ lập chức danh.",
        24,
        150,
        is_needed=True,
    ),
    Column(
        Key.USERNAME,
        "Tên đăng nhập",
        "Của người đã có tài khoản; hoặc tên mới, ví dụ hotich.baichay.",
        20,
        60,
        is_needed=True,
    ),
    Column(
        Key.EMAIL,
        "Thư điện tử công vụ",
        "Cần khi mở tài khoản mới: cổng gửi đường dẫn đặt mật khẩu về đây.",
        28,
        254,
    ),
    Column(
        Key.PERSONAL,
        "Số định danh cá nhân",
        "12 chữ số, định dạng ô là văn bản (Text). Nhờ số này cổng không giao cho cán bộ hồ sơ của "
        "chính họ; ai đã dùng cổng như công dân thì tài khoản cán bộ được nối với tài khoản ấy. "
        "Danh sách xuất từ cổng không in số; để trống thì không đổi gì.",
        18,
        40,
    ),
    Column(Key.KIND, "Hình thức", "Chọn trong danh sách.", 18, choices=[*KINDS], is_needed=True),
    Column(
        Key.FIRST,
        "Từ ngày",
        "Ngày bắt đầu, dạng ngày/tháng/năm: 01/12/2026.",
        12,
        is_needed=True,
    ),
    Column(Key.LAST, "Đến hết ngày", "Ngày cuối. Chưa biết thì để trống.", 12),
    Column(
        Key.COVERS,
        "Thay cho",
        "Tên đăng nhập của người được thay hoặc người ủy quyền, đang giữ cùng chức danh.",
        20,
        150,
    ),
    Column(Key.SCOPE, "Phạm vi", "Bắt buộc khi ủy quyền: những việc gì.", 30, 1000),
    Column(
        Key.NUMBER,
        "Số quyết định",
        "Ví dụ 214/QĐ-UBND. Bắt buộc khi bổ nhiệm mới.",
        20,
        60,
    ),
    Column(Key.SIGNED, "Ngày ký", "Ngày ký quyết định, dạng ngày/tháng/năm.", 12),
    Column(Key.ISSUER, "Người ký", "Ví dụ: Chủ tịch Ủy ban nhân dân thành phố.", 30, 100),
    Column(
        Key.POST,
        "Mã chức danh",
        "Cổng ghi khi xuất danh sách, để phân biệt các chức danh cùng tên. Chức danh mới thì để "
        "trống.",
        10,
    ),
)
BY_KEY = {column.key: column for column in COLUMNS}
BY_HEAD = {fold(column.head): column for column in COLUMNS}
OF_PERSON = frozenset({Key.NAME, Key.USERNAME, Key.EMAIL, Key.PERSONAL})
NEEDED = frozenset(column.key for column in COLUMNS if column.is_needed)
