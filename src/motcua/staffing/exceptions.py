"""How can an act of staffing fail? Each situation with the sentence that is shown."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from motcua.staffing.importing.plan import Plan
    from motcua.staffing.terms import Problem


class Refused(Exception):
    """Something that the domain does not do, and what to do instead."""

    message = _("Không thực hiện được việc này. Hãy tải lại trang và thử lại.")

    def __str__(self) -> str:
        return str(self.message)


class NotYourMove(Refused):
    """The post manages no staff there."""

    message = _(
        "Chức vụ đang chọn không quản lý nhân sự của cơ quan này. Hãy đổi chức vụ, hoặc chuyển "
        "cho đầu mối nhân sự của cơ quan."
    )


class YourOwn(NotYourMove):
    """Nobody decides about their own posts, whatever their right."""

    message = _(
        "Đây là chức vụ của chính bạn. Không ai tự quyết về mình: hãy để người quản lý nhân sự "
        "khác thực hiện."
    )


class YourOwnNumber(YourOwn):
    message = _(
        "Đây là số của chính bạn. Không ai tự quyết về mình: hãy để người quản lý nhân sự khác ghi."
    )


class TooLate(Refused):
    """Somebody else was faster, or it stands elsewhere by now."""

    message = _(
        "Chức vụ này đã thay đổi từ lúc bạn mở trang, nên chưa đổi gì thêm. Hãy xem lại rồi làm "
        "lại nếu vẫn cần."
    )


class NumberChanged(TooLate):
    """Another manager entered a number since the page was opened."""

    message = _("Số định danh đã được ghi từ lúc bạn mở trang, nên chưa đổi gì. Hãy xem lại.")


class NumberTaken(TooLate):
    """Somebody else entered the same personal number in the same moment."""

    message = _(
        "Số định danh này vừa được ghi cho một người khác, nên chưa ghi gì. Hãy xem lại số rồi "
        "làm lại."
    )


class PostClosed(Refused):
    """The organization or the post ended at the same moment."""

    message = _(
        "Cơ quan hoặc chức danh không còn tồn tại trong những ngày đã ghi. Hãy xem lại thời gian."
    )


class DoneBefore(Refused):
    """The same form came twice: a double click, or a page sent again."""

    message = _("Việc này đã được ghi ở lần gửi trước; không ghi thêm lần nữa.")


class TermsRefused(Refused):
    """What was typed breaks rules; ``problems`` has all of them, each with its field."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems)
        self.problems = list(problems)

    def __str__(self) -> str:
        return " ".join(problem.sentence for problem in self.problems)


class FileRefused(Refused):
    """Something stands against a file; ``plan`` has every sentence. Nothing of it was written."""

    message = _("Tệp còn chỗ sai nên chưa ghi gì. Hãy sửa trong tệp rồi tải lên lại.")

    def __init__(self, plan: Plan) -> None:
        super().__init__(plan)
        self.plan = plan


class OtherOutcome(FileRefused):
    """The register changed since the file was checked, so that something else would come of it."""

    message = _(
        "Sổ nhân sự đã thay đổi từ lúc bạn xem kết quả kiểm tra, nên chưa ghi gì. Hãy xem lại kết "
        "quả mới dưới đây rồi xác nhận."
    )


class NothingNew(FileRefused):
    """The register says all of it already."""

    message = _("Mọi dòng của tệp đã có trong sổ, không còn gì để ghi.")
