"""Who sits at a desk, and what they do there, in the words of the tour."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from motcua.demo import credentials

from .people import Walker


@dataclass
class Officer(Walker):
    """Somebody at a desk, with a password and an authenticator app."""

    login: str = field(kw_only=True)

    def signs_in(self, *, post: str = "") -> None:
        self.goes_to("/can-bo/")
        self.stands_before("Đăng nhập dành cho cán bộ")
        self.fills_in({"Tên đăng nhập": self.login, "Mật khẩu": credentials.PASSWORD})
        self.presses("Tiếp tục")
        self.stands_before("Lớp xác thực thứ hai")
        self.fills_in({"Mã 6 chữ số…": credentials.current_code(self.login)})
        self.presses("Đăng nhập")
        if post:
            self.stands_before("Bạn làm việc với tư cách nào?")
            self.main.get_by_label(post).check()
            self.presses("Làm việc ở chức vụ này")
        self.stands_before("")

    def opens(self, code: str) -> None:
        """Finds it in the inbox, where it waits."""
        self.goes_to("/can-bo/")
        self.stands_before("")
        self.follows(code)
        self.stands_before(code)

    def moves(self, label: str, state: str) -> None:
        """Presses the button of a move; the page tells the new status."""
        self.presses(label)
        self.is_told(f"“{state}”")
        self.stands_before("H49.")

    def asks_for(self, paper: str, why: str) -> None:
        self.follows("Yêu cầu bổ sung")
        self.stands_before("")
        self.fills_in({paper: why, "Lời dặn chung": "Nộp lại trong tài khoản."})
        self.moves("Yêu cầu bổ sung", "Yêu cầu bổ sung giấy tờ")

    def finishes(self, result: Path) -> None:
        self.follows("Phê duyệt, ban hành kết quả")
        self.stands_before("")
        self.main.get_by_label("Tệp kết quả").set_input_files(result)
        self.moves("Phê duyệt, ban hành kết quả", "Đã xử lý xong")
