"""What does each move of a draft ask for? All carry what the page showed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy

from motcua.catalog import actions, workflow
from motcua.catalog.actions import Seen
from motcua.periods import clock
from motcua.ui import fields

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion, VersionEvent
    from motcua.catalog.workflow import Move
    from motcua.organizations.acting import Acting

LONGEST = 1_000


class MoveForm(forms.Form):
    """A move on a draft as it was seen."""

    move: ClassVar[Move]
    revision = forms.IntegerField(widget=forms.HiddenInput, max_value=2**31 - 1)
    in_force = forms.IntegerField(widget=forms.HiddenInput, max_value=2**15 - 1)

    def __init__(self, *args: Any, version: ProcedureVersion, in_force: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = version
        self.initial.update(revision=version.revision, in_force=in_force)

    @property
    def seen(self) -> Seen:
        return Seen(self.cleaned_data["revision"], self.cleaned_data["in_force"])

    def make(self, *, by: Acting) -> VersionEvent:
        """Make the move; each form calls its own verb."""
        raise NotImplementedError


class ReviewForm(MoveForm):
    move = workflow.REVIEW

    def make(self, *, by: Acting) -> VersionEvent:
        return actions.review(self.version, by=by, seen=self.seen)


class PublishForm(MoveForm):
    """By which decision, and from which day."""

    move = workflow.PUBLISH
    decision = forms.CharField(
        label=gettext_lazy("Số quyết định công bố"),
        max_length=100,
        help_text=gettext_lazy("Như trên văn bản, ví dụ 1234/QĐ-UBND."),
    )
    first_day = fields.day(label=gettext_lazy("Áp dụng trên cổng từ ngày"))

    def __init__(self, *args: Any, version: ProcedureVersion, **kwargs: Any) -> None:
        super().__init__(*args, version=version, **kwargs)
        first = max(version.effective_from or clock.today(), clock.today())
        self.initial.update(decision=version.decision_number, first_day=first)

    def make(self, *, by: Acting) -> VersionEvent:
        told = self.cleaned_data
        return actions.publish(
            self.version,
            by=by,
            seen=self.seen,
            decision=told["decision"],
            first_day=told["first_day"],
        )


class ReturnForm(MoveForm):
    move = workflow.RETURN
    reason = fields.text(3, LONGEST, label=gettext_lazy("Cần rà soát lại điều gì?"))

    def make(self, *, by: Acting) -> VersionEvent:
        told = self.cleaned_data
        return actions.give_back(self.version, by=by, seen=self.seen, reason=told["reason"])


class DiscardForm(MoveForm):
    move = workflow.DISCARD
    reason = fields.text(3, LONGEST, label=gettext_lazy("Vì sao không dùng bản nháp này?"))

    def make(self, *, by: Acting) -> VersionEvent:
        told = self.cleaned_data
        return actions.discard(self.version, by=by, seen=self.seen, reason=told["reason"])
