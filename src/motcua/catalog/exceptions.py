"""How can work on the catalog fail?"""

from django.utils.translation import gettext_lazy as _


class VersionPublished(Exception):
    """Somebody tried to change a version that is in force or was."""

    message = _("Phiên bản đã công bố thì không sửa được. Hãy lập phiên bản mới.")

    def __str__(self) -> str:
        return str(self.message)


class RecordRefused(Exception):
    """A recorded procedure does not fit the format; the sentences say where and why."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__("\n".join(sentences))


class Refused(Exception):
    """Something about a draft that is not done, and what to do instead."""

    message = _("Không thực hiện được việc này. Hãy tải lại trang và thử lại.")

    def __str__(self) -> str:
        return str(self.message)


class NotYourMove(Refused):
    """The post has no right to it."""

    message = _("Chức vụ đang chọn không có quyền này. Hãy đổi chức vụ hoặc chuyển người có quyền.")


class TooLate(Refused):
    """Somebody else was faster, or the page is old."""

    message = _(
        "Bản nháp hoặc phiên bản đang áp dụng đã thay đổi từ lúc bạn mở trang, nên chưa đổi gì. "
        "Hãy xem lại rồi làm lại nếu vẫn cần."
    )


class ReasonMissing(Refused):
    message = _("Hãy ghi lý do: người rà soát sau sẽ đọc.")


class WroteIt(Refused):
    """Whoever wrote a draft does not look it over, where the portal is set so."""

    message = _("Bạn đã soạn bản nháp này. Hãy để người khác có quyền rà soát.")


class SecondPersonNeeded(Refused):
    """Whoever looked it over does not put it in force."""

    message = _("Bạn đã rà soát bản nháp này. Hãy để người khác có quyền công bố.")


class Overtaken(Refused):
    """A later version is in force already."""

    message = _(
        "Sau bản nháp này đã có phiên bản khác được công bố, nên không công bố bản nháp nữa. "
        "Hãy bỏ bản nháp hoặc nhập lại nội dung mới."
    )


class InThePast(Refused):
    """A version cannot come into force on a day that is over."""

    message = _("Ngày áp dụng không được trước hôm nay. Hãy chọn hôm nay hoặc một ngày sau.")


class EndsInThePast(Refused):
    """A procedure cannot end on a day that is over."""

    message = _("Ngày hết áp dụng không được trước hôm nay. Hãy chọn hôm nay hoặc một ngày sau.")


class FormUnusable(Refused):
    """A form that the engine cannot carry; the sentences say where and what to do."""

    def __init__(self, sentences: list[str]) -> None:
        self.sentences = sentences
        super().__init__("\n".join(sentences))

    def __str__(self) -> str:
        return "\n".join(self.sentences)


class BeingEntered(Refused):
    """The workbook that somebody brought before is being entered just now."""

    message = _("Bảng tính trước của bạn đang được ghi. Hãy chờ ghi xong rồi tải lên tệp này.")


class DraftWaits(Refused):
    """Somebody began a draft already; ``number`` is its number."""

    message = _("Đã có người soạn phiên bản mới, đang chờ rà soát. Hãy sửa tiếp bản ấy.")

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class CodeTaken(Refused):
    """A procedure of that code is there already; ``waits`` is the number of a draft of it."""

    message = _("Mã này đã có trên cổng, nên không lập thủ tục mới. Hãy xem lại mã.")

    def __init__(self, waits: int = 0) -> None:
        super().__init__(waits)
        self.waits = waits


class Circle(Refused):
    """A procedure would replace itself."""

    message = _(
        "Thủ tục này lại được thay bằng chính nó, trực tiếp hoặc qua thủ tục khác. Hãy xem lại mã "
        "thủ tục thay thế."
    )
