"""What does each move of a pilot ask for?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.organizations.models import Post
from motcua.periods.clock import today
from motcua.reorganization import pilot_actions, pilot_comparison, pilot_workflow
from motcua.reorganization.models import Side
from motcua.reorganization.pilot_actions import Decided, Held
from motcua.reorganization.pilot_queries import named
from motcua.ui import fields
from motcua.ui.dates import DaysField

from .pilots import FINAL, INTERIM, LONGEST

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization
    from motcua.reorganization.models import Pilot, PilotEvent, PilotReview
    from motcua.reorganization.pilot_comparison import Candidate
    from motcua.reorganization.pilot_workflow import Move


class PilotMoveForm(forms.Form):
    """A move; ``revision`` is the pilot as the page showed it."""

    move: ClassVar[Move]
    revision = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, pilot: Pilot, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["revision"] = pilot.revision
        self.pilot = pilot

    @property
    def seen(self) -> Pilot:
        return self.pilot.as_seen(self.cleaned_data["revision"])

    def make(self, *, by: Acting) -> PilotEvent:
        """Make the move on the pilot as it was seen; each form calls its own verb."""
        raise NotImplementedError


class BeginForm(PilotMoveForm):
    """Let everybody read it."""

    move = pilot_workflow.BEGIN

    def make(self, *, by: Acting) -> PilotEvent:
        return pilot_actions.begin(self.seen, by=by)


class DiscardForm(PilotMoveForm):
    """Why it never begins."""

    move = pilot_workflow.DISCARD
    reason = fields.text(3, LONGEST, label=gettext_lazy("Lý do bỏ"))

    def make(self, *, by: Acting) -> PilotEvent:
        return pilot_actions.discard(self.seen, by=by, reason=self.cleaned_data["reason"])


class DecideForm(PilotMoveForm):
    """What comes of it, on which paper."""

    number = forms.CharField(
        label=gettext_lazy("Số, ký hiệu quyết định"),
        max_length=60,
        help_text=gettext_lazy("Như trên văn bản, ví dụ 1234/QĐ-UBND."),
    )
    decided_on = fields.day(label=gettext_lazy("Ngày quyết định"))
    since = fields.day(
        label=gettext_lazy("Có hiệu lực từ"),
        required=False,
        help_text=gettext_lazy("Bỏ trống nếu có hiệu lực từ ngày quyết định."),
    )

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        decided, since = said.get("decided_on"), said.get("since")
        if decided and since and since < decided:
            self.add_error("since", _("Ngày có hiệu lực không thể trước ngày quyết định."))
        return said

    def make(self, *, by: Acting) -> PilotEvent:
        said = self.cleaned_data
        following = [(INTERIM, day) for day in said.get("interim_on", ())]
        following += [(FINAL, day) for day in said.get("final_on", ())]
        decided = Decided(
            said["number"], said["decided_on"], said["since"] or said["decided_on"], following
        )
        return pilot_actions.decide(self.seen, self.move, decided, by=by)


class ContinueForm(DecideForm):
    """It goes on, and is looked at again."""

    move = pilot_workflow.CONTINUE
    interim_on = DaysField(label=gettext_lazy("Các ngày sơ kết tiếp theo"), required=False)
    final_on = DaysField(
        label=gettext_lazy("Ngày tổng kết mới"),
        help_text=gettext_lazy("Thí điểm tiếp tục thì phải được tổng kết lại, sau hôm nay."),
    )


class SpreadForm(DecideForm):
    """What was tried is the rule now; without a final review only by who says so.

    Kết luận 34-KL/TW has it reviewed first, but which paper decides is theirs who sign it.
    """

    move = pilot_workflow.SPREAD
    seen_warning = forms.BooleanField(
        label=gettext_lazy("Tôi đã đọc lưu ý và vẫn ghi quyết định nhân rộng"), required=False
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.warning = ""
        if self.pilot.was_finally_reviewed:
            del self.fields["seen_warning"]
        else:
            self.warning = _(
                "Thí điểm này chưa có tổng kết nào được chốt. Thường thì tổng kết trước rồi mới "
                "quyết định nhân rộng."
            )

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        if self.warning and not said.get("seen_warning"):
            self.add_error("seen_warning", _("Hãy đọc lưu ý, rồi đánh dấu nếu vẫn thực hiện."))
        return said


class StopForm(DecideForm):
    """It ends."""

    move = pilot_workflow.STOP


class HoldReviewForm(PilotMoveForm):
    """When it was held, what was said, and the signed report."""

    move = pilot_workflow.HOLD_REVIEW

    held_on = fields.day(
        label=gettext_lazy("Ngày tiến hành"),
        help_text=gettext_lazy("Số liệu được tính đến ngày này."),
    )
    words = fields.text(
        5,
        20_000,
        label=gettext_lazy("Nhận xét, kết luận"),
        required=False,
        help_text=gettext_lazy("Số liệu do hệ thống ghi; ở đây là lời của hội nghị."),
    )
    file = forms.FileField(
        label=gettext_lazy("Báo cáo đã ký"),
        required=False,
        help_text=gettext_lazy("PDF, nhiều nhất 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Công khai đánh giá này"),
        required=False,
        help_text=gettext_lazy("Mọi người đọc được số liệu, nhận xét và báo cáo; số nhỏ được che."),
    )

    def __init__(self, *args: Any, review: PilotReview, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"held_on": today()}, **kwargs})
        self.review = review

    @property
    def held(self) -> Held:
        said = self.cleaned_data
        file = said["file"]
        return Held(
            said["held_on"],
            said["words"],
            (file, file.name or "") if file else None,
            said["is_public"],
        )

    def make(self, *, by: Acting) -> PilotEvent:
        return pilot_actions.hold_review(self.seen, self.review, self.held, by=by)


class PostsForm(PilotMoveForm):
    """Which posts of those who take part the pilot is about."""

    move = pilot_workflow.CHOOSE_POSTS

    posts = forms.ModelMultipleChoiceField(
        Post.objects.none(),
        label=gettext_lazy("Chức danh trong mô hình"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        members = self.pilot.participations.filter(
            side=Side.CONCERNED, valid_during__endswith=None
        ).values("organization")
        offered = Post.objects.on(max(today(), self.pilot.started_on)).filter(
            organization__in=members
        )
        field: Any = self.fields["posts"]
        field.queryset = offered
        names = {each.pk: each.name_on(today()) for each in named().filter(pk__in=members)}
        field.choices = [
            (post.pk, f"{post.title}, {names[post.organization_id]}")
            for post in offered.order_by("organization__identifier", "rank", "title")
        ]
        chosen = self.pilot.posts.filter(valid_during__endswith=None)
        self.initial["posts"] = list(chosen.values_list("post", flat=True))

    def make(self, *, by: Acting) -> PilotEvent:
        posts = [post.pk for post in self.cleaned_data["posts"]]
        return pilot_actions.choose_posts(self.seen, posts, by=by)


class CompareForm(PilotMoveForm):
    """With whom it is compared; the most similar ones stand first, and are ticked at first."""

    move = pilot_workflow.COMPARE

    offices = forms.MultipleChoiceField(
        label=gettext_lazy("Nơi để so sánh"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = pilot_comparison.candidates(self.pilot)
        rows = self.pilot.participations.filter(side=Side.COMPARISON, valid_during__endswith=None)
        chosen = list(rows.values_list("organization", flat=True))
        self.is_proposal = not chosen
        field: Any = self.fields["offices"]
        field.choices = [(each.office.pk, _said(each)) for each in found]
        known = {each.office.pk for each in found}
        left = named().filter(pk__in=[pk for pk in chosen if pk not in known])
        field.choices += [(each.pk, _name(each)) for each in left]
        proposed = [each.office.pk for each in pilot_comparison.proposed(found)]
        self.initial["offices"] = chosen or proposed

    def make(self, *, by: Acting) -> PilotEvent:
        offices = [int(pk) for pk in self.cleaned_data["offices"]]
        return pilot_actions.compare(self.seen, offices, by=by)


def _said(found: Candidate) -> str:
    told = {"name": _name(found.office), "n": found.received}
    return _("%(name)s – %(n)s hồ sơ trong năm trước khi bắt đầu") % told


def _name(office: Organization) -> str:
    return f"{office.name_on(today())} ({office.identifier})"
