"""How can a move of a dossier fail? Each has the sentence that the person on the screen reads."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from motcua.filekeeping.exceptions import Refused


class MoveRefused(Refused):
    """A move that was not made; nothing has changed."""


class NotYourMove(MoveRefused):
    """The wrong person: a stranger, another duty, or the applicant as an officer."""

    message = _(
        "Chức vụ đang chọn không được làm bước này với hồ sơ này. "
        "Hãy đổi chức vụ, hoặc chuyển cho người có thẩm quyền."
    )


class Separated(NotYourMove):
    """Somebody too near to the dossier, or in it already; such refusals are kept and counted."""

    kind = ""
    """How the register of clashes calls it."""


class OwnDossier(Separated):
    """An officer on their own application."""

    kind = "own"
    message = _(
        "Đây là hồ sơ của chính bạn. Hãy để người khác giải quyết; "
        "muốn bổ sung hay rút, hãy vào bằng tài khoản công dân."
    )


class OfRelative(Separated):
    """An officer on the application of somebody whom they declared as near to them."""

    kind = "relative"
    message = _("Người nộp là người thân bạn đã khai. Hãy chuyển hồ sơ cho người khác giải quyết.")


class SameHands(Separated):
    """One human in two duties of the same dossier."""

    kind = "same_hands"
    message = _(
        "Bạn đã làm một bước của hồ sơ này ở nhiệm vụ khác. Một người không vừa tiếp nhận, "
        "vừa thẩm tra, vừa phê duyệt cùng một hồ sơ; hãy chuyển cho người khác."
    )


class TooLate(MoveRefused):
    """The wrong moment: someone else moved the dossier first, or the page was stale."""

    message = _(
        "Hồ sơ đã thay đổi từ lúc bạn mở trang, nên bước vừa chọn chưa được thực hiện. "
        "Hãy xem trạng thái mới bên dưới rồi chọn lại."
    )


class ReasonMissing(MoveRefused):
    """A move that must state its reason came without one."""

    message = _("Bước này phải có lý do. Hãy ghi lý do rồi thực hiện lại.")


class ResultMissing(MoveRefused):
    """A dossier cannot be finished without the file of its result."""

    message = _("Chưa có tệp kết quả. Hãy đính kèm kết quả (PDF hoặc ảnh) rồi phê duyệt lại.")


class ItemsMissing(MoveRefused):
    """A request for a supplement that asks for nothing."""

    message = _("Chưa nêu giấy tờ nào cần bổ sung. Hãy chọn ít nhất một giấy tờ và ghi lý do.")


class AlreadyRequested(MoveRefused):
    """A second request for a supplement by someone who may not approve it."""

    message = _(
        "Hồ sơ này đã được yêu cầu bổ sung một lần. Yêu cầu chỉ được nêu một lần, đầy đủ "
        "(Nghị định 61/2018/NĐ-CP, Điều 15); lần nữa phải do người phê duyệt quyết định."
    )


class SupplementEmpty(MoveRefused):
    """A supplement with neither a file nor a note."""

    message = _("Chưa có gì để nộp bổ sung. Hãy đính kèm giấy tờ hoặc ghi lời giải thích.")


class DueDateMissing(MoveRefused):
    """The procedure has no limit that a machine can read, and the clerk gave no date."""

    message = _(
        "Thủ tục này chưa ghi thời hạn mà máy tính được. "
        "Hãy nhập ngày hẹn trả kết quả và căn cứ của ngày ấy."
    )


class DueDateInThePast(MoveRefused):
    """The date that the clerk gave has passed."""

    message = _("Ngày hẹn trả kết quả phải ở sau thời điểm tiếp nhận. Hãy nhập ngày khác.")


class DueDateTooFar(MoveRefused):
    """The date that the clerk gave is years away."""

    message = _("Ngày hẹn trả kết quả xa quá một năm. Hãy kiểm tra lại năm vừa nhập.")


class DueDateOnADayOff(MoveRefused):
    """Nobody is at the counter on the date that the clerk gave (BLDS 2015, Art 148.5)."""

    message = _("Ngày hẹn trả kết quả là ngày nghỉ. Hãy chọn một ngày làm việc.")


class AlreadyHandedIn(Refused):
    """A paper that is part of a submitted dossier is not removed."""

    message = _("Giấy tờ đã nộp thì không xóa được. Nếu cần thay, hãy nộp bổ sung.")


class NothingToEvaluate(Refused):
    """The result is not in the applicant's hands yet."""

    message = _(
        "Chưa đánh giá được vì hồ sơ chưa trả kết quả. Hãy quay lại đây khi đã nhận kết quả."
    )


class EvaluatedTooLate(Refused):
    """The term after the return is over; ``day`` was its last."""

    message = _(
        "Đã hết thời hạn đánh giá (đến hết ngày %(day)s), nên đánh giá này không được ghi. "
        "Nếu vẫn muốn góp ý, hãy gửi ở mục Hỏi đáp."
    )

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def __str__(self) -> str:
        return str(self.message) % {"day": f"{self.day:%d/%m/%Y}"}
