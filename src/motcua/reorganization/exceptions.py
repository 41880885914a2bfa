"""How can a plan refuse what somebody wants of it?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.periods.clock import VIETNAM


class MoveRefused(Exception):
    """Says in a sentence why not, and what to do next."""

    message = gettext_lazy("Không thực hiện được việc này.")

    def __str__(self) -> str:
        return str(self.message)


class NotYourMove(MoveRefused):
    """The post does not plan."""

    message = gettext_lazy(
        "Chức vụ đang chọn không phải đầu mối sắp xếp tổ chức: hãy chọn chức vụ khác hoặc nhờ "
        "người được giao."
    )


class NotYourLine(NotYourMove):
    """The line of the rehearsal is another post's, and the post does not plan."""

    message = gettext_lazy(
        "Đầu việc này không giao cho chức vụ đang chọn: hãy chọn chức vụ khác hoặc hỏi đầu mối "
        "sắp xếp tổ chức."
    )


class TooLate(MoveRefused):
    """Somebody else was faster, or it stands elsewhere by now."""

    message = gettext_lazy("Phương án đã thay đổi từ lúc bạn mở trang: hãy tải lại trang để xem.")


class LineChanged(MoveRefused):
    """There are more or fewer of a line than whoever ticked it saw."""

    message = gettext_lazy(
        "Số lượng ở đầu việc này đã thay đổi từ lúc bạn mở trang: hãy xem lại rồi xác nhận."
    )


class AlreadySettled(MoveRefused):
    """Somebody else ticked the line a moment before."""

    def __init__(self, who: str, at: datetime) -> None:
        super().__init__(who, at)
        self.who, self.at = who, at

    def __str__(self) -> str:
        said = {"who": self.who, "at": f"{self.at.astimezone(VIETNAM):%H:%M, %d/%m/%Y}"}
        told = _(
            "%(who)s đã xác nhận đầu việc này lúc %(at)s, nên điều bạn ghi chưa được lưu. Cần ghi "
            "thêm thì mở lại đầu việc rồi xác nhận."
        )
        return told % said


class OnlyMended(MoveRefused):
    """The plan contradicts the register, and no tick changes that."""

    message = gettext_lazy(
        "Xác nhận không thay được việc sửa: hãy mở lại phương án để sửa từng chỗ, hoặc hủy phương "
        "án."
    )


class ReasonMissing(MoveRefused):
    message = gettext_lazy("Hãy ghi lý do.")


class TooEarly(MoveRefused):
    """Its day has not come."""

    message = gettext_lazy(
        "Chưa đến ngày thực hiện: phương án chỉ thực hiện được từ 00:00 ngày ghi trong phương án."
    )


class NotYoursToPlace(MoveRefused):
    """Neither of the office that holds it, nor a post that plans."""

    message = gettext_lazy(
        "Việc này do cơ quan khác đang giữ: hãy chọn chức vụ ở cơ quan ấy hoặc nhờ đầu mối sắp "
        "xếp tổ chức."
    )


class NoHeir(MoveRefused):
    """The plan gave that organization nothing of the old one."""

    message = gettext_lazy(
        "Cơ quan này không nhận phần nào của cơ quan cũ: hãy chọn một cơ quan trong danh sách."
    )


class AlreadyPlaced(MoveRefused):
    """Somebody was faster, or the work has ended or gone elsewhere."""

    message = gettext_lazy(
        "Việc này đã được xếp nơi nhận hoặc đã kết thúc: hãy tải lại trang để xem."
    )


class TooLarge(MoveRefused):
    """More work moves than anybody should wait for."""

    message = gettext_lazy(
        "Phương án này chuyển nhiều hồ sơ nên do máy thực hiện: từ 00:00 ngày đã ghi, cứ năm phút "
        "máy làm một lượt. Hãy tải lại trang sau ít phút."
    )


class PlanInvalid(MoveRefused):
    """It cannot be carried out as it stands; ``problems`` says all of what is wrong at once."""

    def __init__(self, problems: Sequence[object]) -> None:
        super().__init__(problems)
        self.problems = list(problems)

    def __str__(self) -> str:
        return "\n".join(str(problem) for problem in self.problems)


class StillBlocked(MoveRefused):
    """Lines of the rehearsal that must be settled first are open."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__(lines)
        self.lines = list(lines)

    def __str__(self) -> str:
        lines = "; ".join(self.lines)
        return _("Còn việc phải xong trước khi thực hiện: %(lines)s.") % {"lines": lines}


class AlreadyUsed(MoveRefused):
    """Somebody has decided under the new order, or hung on it what cannot be put back safely."""

    def __init__(self, reasons: Sequence[str]) -> None:
        super().__init__(reasons)
        self.reasons = list(reasons)

    def __str__(self) -> str:
        return "\n".join([_("Không hoàn tác được."), *self.reasons])


class ChangedSince(MoveRefused):
    """What the plan changed was changed again since, and the database keeps the two apart."""

    def __init__(self, table: str) -> None:
        super().__init__(table)
        self.table = table

    def __str__(self) -> str:
        return _(
            "Không hoàn tác được: “%(what)s” mà phương án đã đổi nay lại được đổi tiếp, nên không "
            "trở về như cũ được. Hãy lập phương án mới để sửa."
        ) % {"what": self.table}
