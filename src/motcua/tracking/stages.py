"""What does a status mean to the person who waits? Plain words, and nothing personal."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from motcua.dossiers import workflow
from motcua.dossiers.workflow import State

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Holder(Enum):
    """With whom a dossier lies."""

    COUNTER = auto()
    OFFICE = auto()
    APPLICANT = auto()
    NOBODY = auto()


@dataclass(frozen=True, slots=True)
class Next:
    """A step that is still to come, and who takes it."""

    title: StrOrPromise
    holder: Holder
    is_appointment: bool = False
    """Whether the due date belongs to it."""


@dataclass(frozen=True, slots=True)
class Stage:
    """A status in words: what it is, what happens now, what the applicant does."""

    title: StrOrPromise
    holder: Holder
    now: StrOrPromise = ""
    your_turn: StrOrPromise = ""
    coming: tuple[Next, ...] = ()


RETURN = Next(_("Trả kết quả"), Holder.COUNTER, is_appointment=True)
DECIDE = Next(_("Giải quyết và ký kết quả"), Holder.OFFICE)

STAGES = {
    State.REGISTERED: Stage(
        _("Chờ tiếp nhận"),
        Holder.COUNTER,
        now=_("Kiểm tra hồ sơ. Thời hạn giải quyết chưa tính."),
        coming=(Next(_("Tiếp nhận và hẹn ngày trả kết quả"), Holder.COUNTER), DECIDE),
    ),
    State.RECEIVED: Stage(
        _("Đã tiếp nhận"),
        Holder.COUNTER,
        now=_("Chuyển hồ sơ đến người giải quyết."),
        coming=(DECIDE, RETURN),
    ),
    State.NOT_RECEIVED: Stage(
        _("Không được tiếp nhận"),
        Holder.NOBODY,
        your_turn=_("Đăng nhập để đọc lý do. Bạn có thể nộp hồ sơ mới khi đã đủ điều kiện."),
    ),
    State.IN_PROCESS: Stage(
        _("Đang xử lý"),
        Holder.OFFICE,
        now=_("Thẩm tra hồ sơ và chuẩn bị kết quả."),
        coming=(Next(_("Ký kết quả"), Holder.OFFICE), RETURN),
    ),
    State.SUPPLEMENT_REQUESTED: Stage(
        _("Chờ bạn bổ sung giấy tờ"),
        Holder.APPLICANT,
        your_turn=_("Đăng nhập để xem cơ quan cần giấy tờ nào, vì sao, và gửi bổ sung."),
        coming=(Next(_("Xem lại hồ sơ đã bổ sung"), Holder.COUNTER), RETURN),
    ),
    State.PAYMENT_REQUESTED: Stage(
        _("Chờ bạn nộp phí, lệ phí hoặc thuế"),
        Holder.APPLICANT,
        your_turn=_("Đăng nhập để xem số tiền và cách nộp."),
        coming=(DECIDE, RETURN),
    ),
    State.WITHDRAWN: Stage(_("Đã rút hồ sơ"), Holder.NOBODY),
    State.STOPPED: Stage(
        _("Đã dừng xử lý"),
        Holder.NOBODY,
        your_turn=_("Đăng nhập để đọc lý do và căn cứ."),
    ),
    State.FINISHED: Stage(
        _("Đã có kết quả"),
        Holder.COUNTER,
        now=_("Kết quả đã ký, chờ trả cho người nộp."),
        coming=(Next(_("Trả kết quả"), Holder.COUNTER),),
    ),
    State.RETURNED: Stage(
        _("Đã trả kết quả"),
        Holder.NOBODY,
        your_turn=_("Đăng nhập để tải kết quả bản điện tử."),
    ),
}

PASSED: dict[str, StrOrPromise] = {
    workflow.SUBMIT.verb: _("Đã nộp"),
    workflow.RECEIVE.verb: _("Được tiếp nhận"),
    workflow.REFUSE.verb: _("Không được tiếp nhận"),
    workflow.TAKE_UP.verb: _("Bắt đầu giải quyết"),
    workflow.REQUEST_SUPPLEMENT.verb: _("Cơ quan yêu cầu bổ sung giấy tờ"),
    workflow.SUPPLEMENT.verb: _("Người nộp đã bổ sung"),
    workflow.WITHDRAW.verb: _("Người nộp rút hồ sơ"),
    workflow.STOP.verb: _("Dừng xử lý"),
    workflow.FINISH.verb: _("Có kết quả"),
    workflow.RETURN.verb: _("Đã trả kết quả"),
    workflow.TRANSFER.verb: _("Chuyển cùng cơ quan theo sắp xếp tổ chức; hạn trả không đổi"),
    workflow.TRANSFER_BACK.verb: _("Chuyển lại cơ quan cũ; hạn trả không đổi"),
}
"""What each move was, seen from outside."""
