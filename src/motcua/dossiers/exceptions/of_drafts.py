"""Why is a draft not submitted, shared, copied or filled in? Each has the sentence to read."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from motcua.filekeeping.exceptions import Refused

from .of_dossiers import MoveRefused


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
