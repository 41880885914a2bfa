"""How can the newsroom refuse? Each with the sentence that is shown."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class NewsroomRefused(ValidationError):
    """The article stays as it is; the sentence says what to do."""

    sentence = _("Chưa làm được việc này.")

    def __init__(self) -> None:
        super().__init__(self.sentence)


class UnderEmbargo(NewsroomRefused):
    """Somebody would see it before its time."""

    sentence = _(
        "Bài này còn bị cấm công bố. Đặt giờ lên trang từ lúc hết cấm, hoặc bỏ giờ cấm công bố."
    )


class ChangeUnexplained(NewsroomRefused):
    """Readers have seen something else, and nobody says what the change mends."""

    sentence = _(
        "Bài này đã đăng và nội dung thay đổi. Chọn “Sửa lỗi chính tả” hoặc viết lời đính chính."
    )


class NoticeEmpty(NewsroomRefused):
    """A correction notice without words."""

    sentence = _("Viết nội dung đính chính: trước viết gì, nay sửa thành gì.")
