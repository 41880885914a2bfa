"""What stands on a receipt? The fields of form 01, filled once at the moment of receipt.

Form 01 of TT 03/2025/TT-VPCP, "Giấy tiếp nhận hồ sơ và hẹn trả kết quả" (domain.md §1.5). Whoever
receives a dossier fills a ``Receipt`` and keeps it; the page is typeset from what was kept, so
that it never changes afterwards. Every value is text or a number that JSON can hold; moments are
ISO 8601 with an offset.
"""

from datetime import datetime
from typing import Any, NotRequired, TypedDict

from motcua.periods.clock import VIETNAM

from . import qr

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
THIRD_MONTH = 3


class ReceiptComponent(TypedDict):
    """One row of the table of papers."""

    name: str
    originals: int
    copies: int
    electronic: NotRequired[int]
    """Files sent in; the column is shown where a row has some."""
    note: NotRequired[str]


class Receipt(TypedDict):
    """Everything that form 01 says. Absent or empty optional fields leave no gap."""

    code: str
    """The dossier code, for example "H49.61-261119-0037"."""
    look_up_url: str
    """Absolute address of the look-up with the code and nothing else, for the QR code; put in when
    the page is set, because a kept receipt outlives the address of a site. Empty: no QR code."""
    place: NotRequired[str]
    """Where the receipt is dated, for example "Hồng Gai"."""
    managing_organization: NotRequired[str]
    """First line at the top left, for example "ỦY BAN NHÂN DÂN PHƯỜNG HỒNG GAI"."""
    organization: str
    """The counter that received it."""
    competent_organization: NotRequired[str]
    """Who decides, where it is not the counter."""
    procedure_code: str
    procedure_name: str
    applicant_name: str
    applied_along: NotRequired[str]
    """Who applied along with the applicant, such as the other spouse."""
    address: NotRequired[str]
    phone: NotRequired[str]
    email: NotRequired[str]
    subject: NotRequired[str]
    """What the dossier is about, where the form says so (nội dung yêu cầu giải quyết)."""
    components: list[ReceiptComponent]
    sets: NotRequired[int]
    """How many sets of the dossier were handed in."""
    limit: str
    """The time limit in words, for example "5 ngày làm việc"."""
    received_at: str
    supplemented_at: NotRequired[str]
    """When the missing papers came, on a receipt that was issued anew."""
    due_at: NotRequired[str | None]
    """None where the procedure states no limit that can be counted."""
    due_is_official: NotRequired[bool]
    """False where the working calendar of that year is still an estimate."""
    channel: NotRequired[str]
    """How it came in: trực tiếp, trực tuyến, bưu chính."""
    result_delivery: NotRequired[str]
    """Where and how the result is handed over."""
    fee: NotRequired[str]
    """The fee and whether it is paid, in words."""
    book_number: NotRequired[str]
    sequence: NotRequired[str]
    submitter_name: NotRequired[str]
    """Who handed it in, where it is not the applicant."""
    receiver_name: str
    receiver_post: NotRequired[str]
    is_demo: NotRequired[bool]
    """Marks the page as a demonstration without legal effect."""


def printable(receipt: Receipt) -> dict[str, Any]:
    """The words that the page prints: moments in words, in the zone of Việt Nam, and the QR code.

    The paper speaks Vietnamese whatever the reader's language: it is the form that the law names.
    """
    received = _moment(receipt["received_at"])
    look_up_url = receipt["look_up_url"]
    return {
        **receipt,
        "made_at": received.isoformat(timespec="seconds"),
        "dated": _day(received),
        "received": _in_words(receipt["received_at"]),
        "supplemented": _in_words(receipt.get("supplemented_at")),
        "due": _in_words(receipt.get("due_at"), with_weekday=True),
        "due_is_official": receipt.get("due_is_official", True),
        "qr": qr.svg(look_up_url) if look_up_url else "",
    }


def _moment(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(VIETNAM)


def _in_words(text: str | None, *, with_weekday: bool = False) -> str:
    """For example "17 giờ 00 phút, thứ Sáu, ngày 27 tháng 11 năm 2026"."""
    if not text:
        return ""
    moment = _moment(text)
    weekday = f"{WEEKDAYS[moment.weekday()]}, " if with_weekday else ""
    return f"{moment:%H} giờ {moment:%M} phút, {weekday}{_day(moment)}"


def _day(moment: datetime) -> str:
    """Days below 10 and the months 1 and 2 carry a zero (NĐ 30/2020, Annex I, part II, 4)."""
    month = f"{moment.month:02}" if moment.month < THIRD_MONTH else str(moment.month)
    return f"ngày {moment:%d} tháng {month} năm {moment.year}"
