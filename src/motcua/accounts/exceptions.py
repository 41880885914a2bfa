"""How can signing in and knowing a person fail?"""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _


class NotAPersonalNumber(ValidationError):
    """What was given cannot be a personal number at all."""

    def __init__(self) -> None:
        super().__init__(_("Số định danh cá nhân có đúng 12 chữ số."), code="personal_number")


class SealBroken(Exception):
    """A sealed value does not open: changed, moved to another row, or its key is unknown."""

    message = _("Không mở được dữ liệu cá nhân đã mã hóa. Hãy báo cho người quản trị hệ thống.")
