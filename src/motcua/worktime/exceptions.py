"""How can counting time fail? Named situations, each with the sentence shown."""

from django.utils.translation import gettext_lazy as _


class NoOfficeHours(LookupError):
    """No office hours are entered for a day on which a due date is counted."""

    message = _(
        "Chưa khai báo giờ làm việc cho ngày này. "
        "Quản trị hệ thống cần nạp lịch làm việc rồi thử lại."
    )

    def __str__(self) -> str:
        return str(self.message)
