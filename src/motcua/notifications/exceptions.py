"""How can a letter fail? Named situations, each with the sentence shown."""

from django.utils.translation import gettext_lazy as _


class MailServerAway(Exception):
    """The mail server does not answer or asks to come again; the letter waits."""

    message = _("Máy chủ thư chưa nhận thư; hệ thống sẽ tự gửi lại.")

    def __init__(self, reply_code: int | None = None) -> None:
        super().__init__(str(self.message))
        self.reply_code = reply_code


class LetterRefused(Exception):
    """The mail server or the address will never take this letter."""

    message = _("Thư không gửi được. Hãy liên hệ người nộp bằng điện thoại.")

    def __init__(self, problem: str, reply_code: int | None = None) -> None:
        super().__init__(str(self.message))
        self.problem = problem
        self.reply_code = reply_code
