"""How can it fail? Each situation has the sentence that the person on the screen reads."""

from django.utils.translation import gettext_lazy as _


class PilotRefused(Exception):
    """Something that the domain does not do, and what to do instead; nothing has changed."""

    message = _("Không thực hiện được bước này. Hãy tải lại trang và thử lại.")

    def __str__(self) -> str:
        return str(self.message)


class NotYourPilot(PilotRefused):
    """The wrong person: another post, or one that keeps and does not decide."""

    message = _(
        "Chức vụ đang chọn không được làm bước này với thí điểm này. "
        "Hãy đổi chức vụ, hoặc chuyển cho người có thẩm quyền."
    )


class NotThere(PilotRefused):
    """An organization or a post that holds on no day on which it would take part."""

    message = _(
        "Một cơ quan hoặc chức danh được chọn đã kết thúc trước khi tham gia thí điểm. "
        "Hãy tải lại trang, bỏ chọn nơi đó rồi lưu lại."
    )


class PilotMoved(PilotRefused):
    """The wrong moment: someone else moved it first, or the page was stale."""

    message = _(
        "Thí điểm đã thay đổi từ lúc bạn mở trang, nên bước vừa chọn chưa được thực hiện. "
        "Hãy xem nội dung hiện nay rồi làm lại."
    )


class ReasonMissing(PilotRefused):
    """What everybody may have read changes only with a reason."""

    message = _("Thí điểm đã công khai nên phải ghi lý do thay đổi. Hãy ghi rõ rồi lưu lại.")


class NothingConcerned(PilotRefused):
    """It begins without any organization, or with none that works on its first day."""

    message = _(
        "Chưa có cơ quan nào tham gia thí điểm vào ngày bắt đầu. Hãy sửa và chọn ít nhất một."
    )


class NoReviewDue(PilotRefused):
    """A pilot without a day of its final review could go on for ever unseen."""

    message = _("Thí điểm phải có ngày tổng kết. Hãy sửa và ghi ngày tổng kết rồi công khai.")


class ReviewHeld(PilotRefused):
    """A review is closed once; its figures are kept as they were."""

    message = _(
        "Đánh giá này đã được chốt từ trước và không thay đổi được nữa. Hãy mở bản đã chốt để xem."
    )


class ReviewNotHeld(PilotRefused):
    """Nothing to show before it was held."""

    message = _("Đánh giá này chưa được chốt nên chưa công khai được. Hãy chốt đánh giá trước.")


class ReviewShown(PilotRefused):
    """It was opened to everybody before; a second click changes nothing."""

    message = _("Đánh giá này đã được công khai rồi.")


class DayOutOfPlace(PilotRefused):
    """A review before the pilot began or in the future, a decision in the future."""

    message = _(
        "Ngày này không hợp lệ: không được trước ngày bắt đầu thí điểm hoặc sau hôm nay. "
        "Hãy kiểm tra lại ngày."
    )


class ReviewsOpen(PilotRefused):
    """It goes on, and no review is due any more."""

    message = _("Tiếp tục thí điểm thì phải có ngày tổng kết mới, sau hôm nay. Hãy ghi ngày đó.")
