"""How can a picture or a recording be refused? Each with the sentence that its sender reads."""

from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Somebody's file or text cannot be taken; the message says why and what to do."""

    message = _("Không nhận được.")

    def __str__(self) -> str:
        return str(self.message)


class NotAPicture(Refused):
    message = _(
        "Tệp này không phải ảnh đọc được. Hãy mở ảnh trên máy của bạn, lưu lại dưới dạng JPEG "
        "hoặc PNG rồi tải lên."
    )


class BrokenPicture(Refused):
    message = _("Ảnh bị hỏng hoặc thiếu phần cuối. Hãy lấy lại ảnh từ máy ảnh hoặc nơi gửi.")


class PictureTooLarge(Refused):
    message = _(
        "Ảnh có quá nhiều điểm ảnh (tối đa 50 triệu, ví dụ 8.600 × 5.800). Hãy thu nhỏ ảnh rồi "
        "tải lên."
    )


class PictureFileTooLarge(Refused):
    message = _("Tệp ảnh quá lớn (tối đa 25 MB). Hãy thu nhỏ ảnh rồi tải lên.")


class MovingPictureTooLong(Refused):
    message = _("Ảnh động có quá nhiều khung hình. Hãy tải lên dưới dạng video.")


class NotWhatItsNameSays(Refused):
    message = _(
        "Nội dung tệp không đúng với đuôi của tên tệp. Hãy xuất lại tệp dưới dạng MP4, WebM, MP3, "
        "OGG, OPUS hoặc M4A."
    )


class RecordingTooLarge(Refused):
    message = _("Tệp quá lớn. Hãy nén hoặc cắt ngắn rồi tải lên.")


class NotCaptions(Refused):
    message = _("Tệp phụ đề phải là văn bản UTF-8 bắt đầu bằng dòng WEBVTT.")


class NoRoomForFiles(Refused):
    message = _("Máy chủ hết chỗ chứa tệp. Hãy báo quản trị hệ thống rồi tải lên lại.")


class NothingThere(Exception):
    """A range begins behind the end of its file: 416."""
