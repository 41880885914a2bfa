"""Why is a file not kept, or not given out? Each has the sentence that the person reads."""

from __future__ import annotations

from django.template.defaultfilters import filesizeformat
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Refused(Exception):
    """Something that the domain does not do, and what to do instead."""

    message = _("Không thực hiện được bước này. Hãy tải lại trang và thử lại.")

    def __str__(self) -> str:
        return str(self.message)


class FileRefused(Refused):
    """A file that was not kept."""

    message = _("Không nhận được tệp này. Hãy chọn tệp khác.")


class FileEmpty(FileRefused):
    """Zero bytes."""

    message = _("Tệp trống (0 byte). Hãy mở thử tệp trên máy của bạn rồi chọn lại.")


class FileTooBig(FileRefused):
    """More bytes than one file may have; ``limit`` is in bytes."""

    message = _("Tệp quá lớn: mỗi tệp tối đa %(limit)s. Hãy quét với độ phân giải thấp hơn.")

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return str(self.message) % {"limit": filesizeformat(self.limit)}


class TooManyFiles(FileRefused):
    """More files than one dossier may have."""

    message = _("Hồ sơ đã có đủ %(limit)s tệp. Hãy xóa bớt, hoặc gộp các trang vào một tệp PDF.")

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return str(self.message) % {"limit": self.limit}


class WrongType(FileRefused):
    """What is inside is not what is taken here, whatever its name; ``found`` is what it is."""

    message = _(
        "Tệp này không phải là PDF, JPG hoặc PNG%(instead)s. "
        "Hãy lưu giấy tờ thành PDF, hoặc chụp ảnh giấy tờ, rồi chọn lại."
    )
    instead = _(" mà là %(found)s")

    def __init__(self, found: Promise | str = "") -> None:
        super().__init__(found)
        self.found = found

    def __str__(self) -> str:
        instead = str(self.instead) % {"found": self.found} if self.found else ""
        return str(self.message) % {"instead": instead}


class NoScan(WrongType):
    """The same where a telephone's own pictures are taken too."""

    message = _(
        "Tệp này không phải là PDF, JPG, PNG hoặc HEIC%(instead)s. "
        "Hãy lưu giấy tờ thành PDF, hoặc chụp ảnh giấy tờ, rồi chọn lại."
    )


class NoDocument(WrongType):
    """What is inside is no document that an office publishes, whatever the name says."""

    message = _(
        "Tệp này không phải là PDF hoặc DOCX%(instead)s. "
        "Hãy lưu văn bản thành một trong hai loại ấy."
    )


class BrokenFile(FileRefused):
    """It begins like a known type and does not end like one, or changed on the way."""

    message = _("Tệp bị hỏng hoặc tải lên chưa hết. Hãy mở thử trên máy của bạn rồi tải lại.")


class MixedFile(FileRefused):
    """Two kinds in one, such as a PDF that is a ZIP archive too: whoever opens it is deceived."""

    message = _(
        "Tệp này chứa thêm nội dung khác ngoài giấy tờ (tệp nén hoặc trang web ẩn bên trong), "
        "nên không được nhận. Hãy in lại giấy tờ ra PDF hoặc chụp ảnh, rồi chọn tệp mới."
    )


class ProgramInside(FileRefused):
    """A PDF that runs something when it is opened, or carries files that nobody sees."""

    message = _(
        "Tệp PDF này có chương trình hoặc tệp khác giấu bên trong, nên không được nhận. "
        "Hãy mở tệp, in lại ra PDF (chọn máy in “Lưu thành PDF”), rồi chọn tệp mới."
    )


class Locked(FileRefused):
    """A PDF that asks for a password before it opens."""

    message = _(
        "Tệp PDF này có mật khẩu nên cán bộ không đọc được. "
        "Hãy bỏ mật khẩu (in lại ra PDF), rồi chọn tệp mới."
    )


class TooManyPixels(FileRefused):
    """A picture larger than any telephone takes: a bomb, or of no use; ``limit`` in millions."""

    message = _(
        "Ảnh quá lớn (hơn %(limit)s triệu điểm ảnh). "
        "Hãy chụp lại ở cỡ ảnh thường, hoặc thu nhỏ ảnh rồi chọn lại."
    )

    def __init__(self, limit: int) -> None:
        super().__init__(limit)
        self.limit = limit

    def __str__(self) -> str:
        return str(self.message) % {"limit": self.limit // 1_000_000}


class Infected(FileRefused):
    """The scanner found something; its name helps whoever cleans the computer."""

    message = _(
        "Tệp này có mã độc (%(threat)s) nên không được nhận. "
        "Hãy quét vi-rút trên máy của bạn, rồi chọn tệp khác."
    )

    def __init__(self, threat: str) -> None:
        super().__init__(threat)
        self.threat = threat

    def __str__(self) -> str:
        return str(self.message) % {"threat": self.threat}


class TooManyUploads(FileRefused):
    """More half uploads at once than one person needs."""

    message = _(
        "Bạn đang có quá nhiều tệp tải dở. Hãy đợi các tệp ấy tải xong hoặc bỏ bớt, rồi chọn lại."
    )


class SameFile(FileRefused):
    """The same bytes under another name, for the same line; ``name`` is the first one's."""

    message = _("Tệp này giống hệt tệp “%(name)s” đã có ở mục này, nên không cần gửi lại.")

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    def __str__(self) -> str:
        return str(self.message) % {"name": self.name}


class Crumbs(FileRefused):
    """A file in so many pieces that no network explains it."""

    message = _(
        "Tệp đến thành quá nhiều mảnh nhỏ nên không ghép được. "
        "Hãy chọn lại tệp để tải lại từ đầu, nếu được thì ở nơi mạng ổn định hơn."
    )


class NotNow(FileRefused):
    """It is not the file's fault: the same file is welcome a little later."""

    message = _("Máy chủ tạm thời chưa lưu được tệp. Hãy thử lại sau ít phút.")


class NoRoom(NotNow):
    """The disk is full; nothing was kept and nothing was lost."""

    message = _(
        "Máy chủ tạm thời không còn chỗ để lưu tệp. Những gì bạn đã điền vẫn còn; "
        "hãy thử lại sau ít phút."
    )


class StoreAway(NotNow):
    """Where files are kept does not answer; nothing was kept and nothing was lost."""

    message = _(
        "Kho lưu tệp tạm thời không trả lời, nên tệp chưa được nhận. "
        "Những gì bạn đã điền vẫn còn; hãy thử lại sau ít phút."
    )


class NotGivenOut(Refused):
    """A kept file that nobody gets."""


class FileLost(NotGivenOut):
    """A kept file is missing or is not what it was when it was kept."""

    message = _(
        "Không mở được tệp vì nội dung không còn đúng như lúc lưu. "
        "Hãy báo bộ phận kỹ thuật kèm mã hồ sơ."
    )


class NotReached(NotGivenOut):
    """Where files are kept does not answer."""

    message = _("Kho lưu tệp tạm thời không trả lời. Hãy thử lại sau ít phút.")


class Quarantined(NotGivenOut):
    """The scanner has not looked at it yet."""

    message = _("Tệp đang chờ quét vi-rút nên chưa mở được. Hãy thử lại sau ít phút.")


class Condemned(NotGivenOut):
    """The scanner found something after it was kept."""

    message = _("Tệp này có mã độc nên đã bị chặn, không ai mở được.")
