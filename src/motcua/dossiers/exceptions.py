"""How can a move fail? Each has the sentence that the person on the screen reads."""

from collections.abc import Sequence
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


class DraftIncomplete(MoveRefused):
    """A draft that cannot become a dossier yet; each kind says what is missing."""

    message = _("Chưa nộp: hồ sơ chưa đủ. Hãy xem những chỗ cần điền hoặc sửa nêu bên dưới.")


class OfficeMissing(DraftIncomplete):
    """Nobody chose who decides."""

    message = _("Chưa nộp: bạn chưa chọn cơ quan giải quyết. Hãy chọn ở trang đầu.")


class ContactMissing(DraftIncomplete):
    """Nobody is named whom the office can answer."""

    message = _("Chưa nộp: chưa có họ tên người nộp. Hãy điền ở trang đầu.")


class ContactUnread(DraftIncomplete):
    """Something on the first page cannot be read."""

    message = _("Chưa nộp: phần liên hệ có chỗ chưa đọc được. Hãy sửa những chỗ nêu bên dưới.")


class AnswersWanting(DraftIncomplete):
    """The form has questions without an answer, or with a wrong one."""

    message = _("Chưa nộp: tờ khai còn chỗ cần điền hoặc sửa. Hãy xem từng chỗ nêu bên dưới.")


class PaperStillChecked(MoveRefused):
    """All bytes of a paper are here, and nobody could say yet whether it is kept."""

    message = _(
        "Còn tệp đã tải lên mà chưa kiểm tra xong. Hãy đợi ít phút rồi nộp, "
        "hoặc bỏ tệp ấy ở trang Giấy tờ. Những gì bạn đã điền vẫn còn."
    )


class DraftChanged(MoveRefused):
    """Somebody changed the draft in another window after it was looked over."""

    message = _(
        "Bản nháp vừa thay đổi ở cửa sổ hoặc thiết bị khác nên chưa nộp. "
        "Hãy kiểm tra lại bên dưới rồi bấm nộp."
    )


class Unsettled(MoveRefused):
    """Two windows answered one question differently, and nobody chose."""

    message = _(
        "Chưa nộp: hai cửa sổ ghi khác nhau và bạn chưa chọn. Hãy chọn ở các trang nêu bên dưới, "
        "hoặc đánh dấu rằng bạn nộp theo những gì đang đứng trong tờ khai."
    )


class OfficeClosed(MoveRefused):
    """The chosen organization does not take this procedure today."""

    message = _(
        "Cơ quan đã chọn hiện không nhận thủ tục này. "
        "Hãy chọn lại cơ quan giải quyết; những gì bạn đã điền vẫn còn."
    )


class ProcedureEnded(MoveRefused):
    """The procedure ended while the draft was open; ``successors`` are names with codes."""

    message = _("Thủ tục này đã hết áp dụng nên không nộp được nữa.")

    def __init__(self, successors: Sequence[str] = ()) -> None:
        super().__init__(successors)
        self.successors = successors

    def __str__(self) -> str:
        if not self.successors:
            return str(self.message)
        said = _("%(why)s Hãy làm theo: %(what)s. Bản nháp vẫn được giữ để bạn chép lại.")
        return said % {"why": self.message, "what": "; ".join(self.successors)}


class NoHeir(MoveRefused):
    """Nothing online stands in place of the draft's procedure under that code."""

    message = _(
        "Chưa chép: thủ tục ấy không phải là thủ tục thay thế đang nhận trực tuyến. "
        "Hãy xem thông báo ở đầu bản nháp; những gì bạn đã điền vẫn còn."
    )


class ProcedureChanged(MoveRefused):
    """A new version of the procedure came into force since the page was opened."""

    message = _(
        "Chưa nộp: nội dung thủ tục vừa thay đổi. Bản nháp đã chuyển sang nội dung mới, không mất "
        "gì. Hãy đọc thông báo, kiểm tra lại bên dưới rồi bấm nộp."
    )


class NoLongerOnline(MoveRefused):
    """The version that is in force now takes nothing online."""

    message = _(
        "Chưa nộp: thủ tục này không còn nhận hồ sơ trực tuyến. "
        "Hãy xem cách nộp ở trang thủ tục; bản nháp vẫn được giữ để bạn chép lại."
    )


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


class InvitesThemselves(MoveRefused):
    """The applicant's own number among those who are to apply along."""

    message = _("Đây là số định danh của chính bạn. Hãy nhập số của người cùng nộp.")


class InvitedAlready(MoveRefused):
    """One human is not asked twice to one draft."""

    message = _("Người này đã được mời vào bản nháp này. Nếu mời nhầm, hãy thu lại lời mời trước.")


class InvitedTooMany(MoveRefused):
    """More than a draft or a day takes."""

    message = _(
        "Đã mời quá nhiều người. Hãy thu lại lời mời không dùng, hoặc thử lại vào ngày mai."
    )


class InvitationGone(MoveRefused):
    """An invitation that was taken back, is over, or was for somebody else."""

    message = _("Lời mời này không còn hiệu lực. Hãy nhờ người đã mời gửi lại.")


class Unconfirmed(MoveRefused):
    """Somebody who applies along has not confirmed what stands."""

    message = _(
        "Chưa nộp được: %(names)s chưa xác nhận nội dung hiện tại. "
        "Cổng đã báo cho họ nếu có địa chỉ thư. Hãy nhờ họ đăng nhập và xác nhận, "
        "hoặc thu lại lời mời."
    )

    def __init__(self, names: list[str]) -> None:
        super().__init__(names)
        self.names = names

    def __str__(self) -> str:
        return str(self.message) % {"names": ", ".join(self.names)}


class PrefillRefused(Refused):
    """What a partner sent is not taken; ``code`` names the reason for their programs."""

    def __init__(self, code: str, words: str, *, status: int = 400) -> None:
        super().__init__(code)
        self.code, self.words, self.status = code, words, status

    def __str__(self) -> str:
        return self.words
