"""What does each move of a plan ask for? A reason, where the table says so."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.reorganization import actions, by_hand, workflow

if TYPE_CHECKING:
    from collections.abc import Callable

    from motcua.organizations.acting import Acting
    from motcua.reorganization.models import Plan
    from motcua.reorganization.workflow import Move

TOLD = {
    workflow.SCHEDULE: _(
        "Từ lúc chốt, phương án tự thực hiện vào 00:00 ngày đã ghi nếu không còn việc chặn."
    ),
    workflow.REOPEN: _("Phương án trở lại bản đang lập để sửa; việc đã xác nhận vẫn được giữ."),
    workflow.CARRY_OUT: _(
        "Cơ quan cũ kết thúc, cơ quan mới bắt đầu và mọi việc đang làm chuyển theo trong một lần."
    ),
    workflow.UNDO: _(
        "Tổ chức trở lại như trước. Hồ sơ, câu hỏi về nơi cũ cùng những gì đã làm; việc mới nộp từ "
        "đó cũng về nơi cũ. Từ quyết định đầu tiên theo tổ chức mới thì không hoàn tác được nữa."
    ),
    workflow.CANCEL: _("Phương án không thực hiện nữa và không mở lại được."),
}
"""What each move means, said before the button."""


REASON_MISSING = {
    workflow.REOPEN: _("Hãy ghi lý do mở lại phương án."),
    workflow.UNDO: _("Hãy ghi lý do hoàn tác phương án."),
    workflow.CANCEL: _("Hãy ghi lý do hủy phương án."),
}


class PlanMoveForm(forms.Form):
    """A move with its reason; ``revision`` is the plan as the page showed it."""

    revision = forms.IntegerField(widget=forms.HiddenInput)
    reason = forms.CharField(
        label=_("Lý do"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}), required=False
    )

    def __init__(self, *args: Any, move: Move, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.move = move
        self.told = TOLD[move]
        if move.needs_reason:
            self.fields["reason"].required = True
            self.fields["reason"].error_messages["required"] = REASON_MISSING[move]
        else:
            del self.fields["reason"]

    def make(self, plan: Plan, *, by: Acting) -> None:
        """Make the move on the plan as it was seen."""
        seen = plan.as_seen(self.cleaned_data["revision"])
        reason = {"reason": self.cleaned_data["reason"]} if self.move.needs_reason else {}
        VERBS[self.move](seen, by=by, **reason)


VERBS: dict[Move, Callable[..., Any]] = {
    workflow.SCHEDULE: actions.schedule,
    workflow.REOPEN: actions.reopen,
    workflow.CARRY_OUT: by_hand.carry_out,
    workflow.UNDO: by_hand.undo,
    workflow.CANCEL: actions.cancel,
}
