"""How can a move fail? Each situation has the sentence that the person on the screen reads."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Something that the domain does not do, and what to do instead."""

    message = _("Không thực hiện được bước này. Hãy tải lại trang và thử lại.")

    def __str__(self) -> str:
        return str(self.message)


class MoveRefused(Refused):
    """A move that was not made; nothing has changed."""


class NotYourMove(MoveRefused):
    """The wrong person: a stranger, another post, or the asker as an officer."""

    message = _(
        "Chức vụ đang chọn không được làm bước này với câu hỏi này. "
        "Hãy đổi chức vụ, hoặc chuyển cho người có thẩm quyền."
    )


class SameHands(NotYourMove):
    """Who drafted may not approve, unless the office has a reason on record."""

    message = _(
        "Bạn đã soạn câu trả lời này nên không tự duyệt. Hãy để người khác có thẩm quyền duyệt."
    )


class TooLate(MoveRefused):
    """The wrong moment: someone else moved the question first, or the page was stale."""

    message = _(
        "Câu hỏi đã thay đổi từ lúc bạn mở trang, nên bước vừa chọn chưa được thực hiện. "
        "Hãy xem trạng thái mới rồi chọn lại."
    )


class SetChanged(Refused):
    """Somebody else changed the frequently asked ones first, or the page was stale."""

    message = _(
        "Mục thường được hỏi đã thay đổi từ lúc bạn mở trang, nên chưa đổi gì thêm. "
        "Hãy xem thứ tự hiện nay rồi chọn lại."
    )


class SoughtChanged(Refused):
    """Somebody else took up or finished the words first, or the page was stale."""

    message = _(
        "Việc này đã có người khác nhận hoặc làm xong từ lúc bạn mở trang, nên chưa đổi gì thêm. "
        "Hãy xem danh sách hiện nay."
    )


class AnswerDoesNotFit(Refused):
    """An answer that is not public, or is not about the procedure."""

    message = _(
        "Câu trả lời này không công khai hoặc không nói về thủ tục này. "
        "Hãy chọn một câu trong danh sách."
    )


class SetIsFull(Refused):
    """More were chosen than a reader takes in."""

    message = _("Mục này đã đủ %(most)s câu. Hãy bỏ bớt một câu rồi chọn lại.")

    def __init__(self, most: int) -> None:
        super().__init__(most)
        self.most = most

    def __str__(self) -> str:
        return str(self.message) % {"most": self.most}


class ReasonMissing(MoveRefused):
    """A move that must state its reason came without one."""

    message = _("Bước này phải có lý do. Hãy ghi lý do rồi thực hiện lại.")


class AnswerMissing(MoveRefused):
    """A draft without an answer."""

    message = _("Chưa có nội dung trả lời. Hãy viết câu trả lời rồi trình duyệt lại.")


class PublicTextMissing(MoveRefused):
    """A publication without a title, a question or an answer."""

    message = _(
        "Bản công khai phải có đủ tiêu đề, câu hỏi và câu trả lời. Hãy điền phần còn thiếu."
    )


class AskedPrivately(MoveRefused):
    """The asker of a question did not agree to its publication."""

    message = _("Người hỏi không đồng ý công khai. Hãy chọn trả lời riêng.")


class NotAnswered(MoveRefused):
    """A follow-up to a question that is not answered, or is somebody else's."""

    message = _(
        "Chỉ hỏi tiếp được từ câu hỏi của mình đã có trả lời. Hãy gửi thành một câu hỏi mới."
    )


class DrafterUnfit(MoveRefused):
    """The drafter has no post with duties in this office today, or is the asker."""

    message = _(
        "Người được chọn hôm nay không giữ chức vụ xử lý ở cơ quan này. Hãy chọn người khác."
    )


class AnsweredBefore(MoveRefused):
    """After a complaint about the answer another officer answers."""

    message = _(
        "Người này đã soạn câu trả lời mà người hỏi chưa hài lòng. Hãy phân công người khác."
    )


class OfficeClosed(MoveRefused):
    """Forwarded to an organization that is not open on the day, or to itself."""

    message = _(
        "Cơ quan được chọn hôm nay không hoạt động hoặc chính là cơ quan này. "
        "Hãy chọn một cơ quan khác."
    )


class NotADuplicate(MoveRefused):
    """Merged into itself, into one that ended without an answer, or into another office's."""

    message = _(
        "Không gộp được vào câu hỏi này. Hãy chọn một câu hỏi khác đang xử lý hoặc đã trả lời "
        "của cơ quan mình."
    )


class StillPersonal(MoveRefused):
    """A publication in which the asker's own numbers or address still stand."""

    message = _(
        "Bản công khai vẫn còn số định danh, số điện thoại hoặc thư điện tử của người hỏi: "
        "%(found)s. Hãy che đi, hoặc ghi lý do nếu phải giữ lại."
    )

    def __init__(self, found: list[str]) -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        return str(self.message) % {"found": ", ".join(self.found)}


class TermMissing(Refused):
    """No term is on record for a kind and a step on a day."""

    message = _(
        "Chưa có thời hạn cho loại câu hỏi này. Hãy báo người quản trị nạp thời hạn hỏi đáp."
    )
