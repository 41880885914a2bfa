"""How can it fail? Each situation has the sentence that the person on the screen reads."""

from __future__ import annotations

from datetime import date

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Something that the domain does not do, and what to do instead."""

    message = _("Không thực hiện được việc này. Hãy tải lại trang và thử lại.")

    def __str__(self) -> str:
        return str(self.message)


class NotYourMove(Refused):
    """The wrong person: another office, or another duty."""

    message = _(
        "Chức vụ đang chọn không được làm bước này với đợt lấy ý kiến này. "
        "Hãy đổi chức vụ, hoặc chuyển cho người có thẩm quyền."
    )


class TooLate(Refused):
    """The wrong moment: somebody else was first, the day has come, or the page was stale."""

    message = _(
        "Đã có thay đổi từ lúc bạn mở trang, nên việc vừa chọn chưa được thực hiện. "
        "Hãy xem tình trạng mới rồi chọn lại."
    )


class ReasonMissing(Refused):
    """A move that must state its reason came without one."""

    message = _("Bước này phải có lý do, và lý do được công khai. Hãy ghi lý do rồi làm lại.")


class OfficeClosed(Refused):
    """An organization outside its days opens nothing, nor beyond its last day."""

    message = _(
        "Cơ quan không hoạt động trong suốt thời gian lấy ý kiến, nên không mở được. "
        "Cơ quan kế thừa mở đợt lấy ý kiến này."
    )


class TermMissing(Refused):
    """No term is on record for a kind on a day."""

    message = _(
        "Chưa có thời hạn lấy ý kiến cho loại dự thảo này. "
        "Hãy báo người quản trị nạp thời hạn (load_consultation_terms)."
    )


class TooShort(Refused):
    """Opened for fewer days than the law in force demands."""

    message = _(
        "Thời gian lấy ý kiến quá ngắn: %(law)s yêu cầu ít nhất %(days)s ngày. "
        "Mở hôm nay thì sớm nhất đến hết ngày %(day)s; hãy chọn ngày ấy hoặc muộn hơn."
    )

    def __init__(self, law: str, days: int, earliest: date) -> None:
        super().__init__(law, days, earliest)
        self.law, self.days, self.earliest = law, days, earliest

    def __str__(self) -> str:
        told = {"law": self.law, "days": self.days, "day": f"{self.earliest:%d/%m/%Y}"}
        return str(self.message) % told


class Shortened(Refused):
    """An extension that ends no later than before."""

    message = _(
        "Không rút ngắn được thời gian lấy ý kiến đã công bố (đến hết %(day)s). "
        "Hãy chọn một ngày muộn hơn."
    )

    def __init__(self, closes_on: date) -> None:
        super().__init__(closes_on)
        self.closes_on = closes_on

    def __str__(self) -> str:
        return str(self.message) % {"day": f"{self.closes_on:%d/%m/%Y}"}


class NothingToRead(Refused):
    """Opened without an article to comment on."""

    message = _(
        "Dự thảo chưa có nội dung để góp ý. Hãy dán toàn văn và tách điều trước khi mở lấy ý kiến."
    )


class ReceiverMissing(Refused):
    """Opened without saying who receives comments on paper or after the time."""

    message = _("Chưa ghi nơi nhận góp ý (địa chỉ, điện thoại, thư điện tử). Hãy điền rồi mở lại.")


class Frozen(Refused):
    """The draft was opened: what people comment on does not change under them."""

    message = _(
        "Dự thảo đã công bố nên không sửa được nữa. Nếu dự thảo thay đổi, hãy mở một đợt mới "
        "cho bản mới."
    )


class NothingToSplit(Refused):
    """A text without any heading that it could be split at."""

    message = _(
        "Không tìm thấy điều, mục nào trong văn bản vừa dán. Mỗi điều bắt đầu bằng một dòng như "
        "“Điều 1. Phạm vi điều chỉnh”, mỗi mục như “I. Sự cần thiết”."
    )


class NotOpen(Refused):
    """A comment on what is not open, or not any more."""

    message = _("Đợt lấy ý kiến này không còn nhận góp ý trên cổng.")


class StillPersonal(Refused):
    """A public form in which numbers or addresses of people still stand."""

    message = _(
        "Bản công khai vẫn còn số định danh, số điện thoại hoặc thư điện tử: %(found)s. "
        "Hãy che đi, hoặc chọn không công khai."
    )

    def __init__(self, found: list[str]) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        return str(self.message) % {"found": ", ".join(self.found)}


class PublicTextMissing(Refused):
    """Shown without words."""

    message = _("Bản công khai chưa có nội dung. Hãy điền, hoặc chọn không công khai.")


class NothingChosen(Refused):
    """An answer to no comment."""

    message = _("Chưa chọn góp ý nào. Hãy đánh dấu ít nhất một góp ý rồi ghi trả lời.")


class Unanswered(Refused):
    """A summary while comments wait for a look or an answer."""

    message = _(
        "Chưa công bố được: còn %(waiting)s góp ý chưa xem và %(unanswered)s góp ý chưa có "
        "trả lời. Mỗi góp ý phải được tiếp thu hoặc giải trình."
    )

    def __init__(self, waiting: int, unanswered: int) -> None:
        super().__init__(waiting, unanswered)
        self.waiting, self.unanswered = waiting, unanswered

    def __str__(self) -> str:
        return str(self.message) % {"waiting": self.waiting, "unanswered": self.unanswered}


class SummaryMissing(Refused):
    """A summary without a word of its own."""

    message = _("Chưa có phần chung của báo cáo tiếp thu, giải trình. Hãy viết rồi công bố lại.")
