"""What does an officer type of a conclusion, of a correction, of a task?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from motcua.directives import deadlines, desks, owners, passages
from motcua.directives.actions import Entered, Given
from motcua.directives.owners import Owner
from motcua.directives.workflow import Priority
from motcua.organizations import charges
from motcua.organizations.models import Appointment, Organization, Post
from motcua.periods.clock import today
from motcua.worktime.queries import working_calendar

from . import fields
from .offers import offer

if TYPE_CHECKING:
    from motcua.directives.models import Conclusion, Passage
    from motcua.organizations.acting import Acting

LONGEST_TEXT = 200_000
LONGEST_REASON = 4000
MONTHS = (1, 3, 6, 12)


class _ConclusionForm(forms.Form):
    """What a conclusion is made of, entered or corrected."""

    number = forms.CharField(
        label=gettext_lazy("Số, ký hiệu"),
        max_length=40,
        help_text=gettext_lazy("Như trên văn bản, ví dụ 214/TB-UBND."),
    )
    signed_on = fields.day(label=gettext_lazy("Ngày ban hành"))
    title = forms.CharField(label=gettext_lazy("Trích yếu"), max_length=300)
    meeting = forms.CharField(label=gettext_lazy("Cuộc họp"), max_length=300)
    met_on = fields.day(label=gettext_lazy("Ngày họp"))
    chair = forms.ModelChoiceField(
        Appointment.objects.none(),
        label=pgettext_lazy("meeting", "Người chủ trì"),
        required=False,
        empty_label=gettext_lazy("– Không ghi –"),
        help_text=gettext_lazy("Người giữ chức vụ vào ngày họp."),
    )
    text = fields.text(
        16,
        LONGEST_TEXT,
        label=gettext_lazy("Toàn văn kết luận"),
        help_text=gettext_lazy(
            "Dán nguyên văn. Hệ thống tách thành từng đoạn theo 1., 1.1., a), gạch đầu dòng; "
            "bấm Xem trước để kiểm tra."
        ),
    )
    file = forms.FileField(
        label=gettext_lazy("Tệp văn bản đã ký"),
        required=False,
        help_text=gettext_lazy("PDF, nhiều nhất 10 MB."),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
    )

    def clean(self) -> dict[str, Any]:
        """Met before it was signed, and chaired by who held the post on that day."""
        said: dict[str, Any] = super().clean() or {}
        met, signed, chair = said.get("met_on"), said.get("signed_on"), said.get("chair")
        if met and signed and met > signed:
            self.add_error("met_on", _("Ngày họp không thể sau ngày ban hành kết luận."))
        if signed and signed > today():
            self.add_error("signed_on", _("Ngày ban hành chưa đến. Hãy kiểm tra lại ngày."))
        if met and chair and not chair.holds_on(met):
            self.add_error(
                "chair", _("Ngày họp người này chưa giữ hoặc đã thôi giữ chức vụ. Hãy chọn lại.")
            )
        return said

    def clean_text(self) -> str:
        text: str = self.cleaned_data["text"]
        if len(passages.split(text)) > passages.MOST:
            raise forms.ValidationError(
                _("Văn bản có quá nhiều đoạn (trên 500). Hãy kiểm tra xem có dán nhầm không.")
            )
        return text

    @property
    def pieces(self) -> list[str]:
        """The passages of what was typed, for the preview."""
        return passages.split(str(self["text"].value() or ""))

    @property
    def entered(self) -> Entered:
        said = self.cleaned_data
        file = said["file"]
        return Entered(
            number=said["number"],
            signed_on=said["signed_on"],
            title=said["title"],
            meeting=said["meeting"],
            met_on=said["met_on"],
            text=said["text"],
            chair=said["chair"],
            file=(file, file.name or "") if file else None,
        )

    def _offer_chairs(self, organizations: list[int]) -> None:
        held = Appointment.objects.filter(post__organization__in=organizations)
        fit = held.select_related("post", "person").order_by("-post__is_head", "post_id", "pk")
        field: Any = self.fields["chair"]
        leading = [each for each in fit if charges.decides(each.post)]
        field.queryset = held.filter(pk__in=[each.pk for each in leading])
        field.choices = [
            ("", field.empty_label),
            *((each.pk, f"{each.person.full_name}, {each.post.title}") for each in leading),
        ]


class EnterForm(_ConclusionForm):
    """A new conclusion of an office for which one gives."""

    organization = forms.ModelChoiceField(
        Organization.objects.none(), label=gettext_lazy("Cơ quan ban hành"), empty_label=None
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Công khai kết luận này"),
        required=False,
        help_text=gettext_lazy(
            "Mọi người đọc được toàn văn; từng nhiệm vụ chỉ công khai khi được đánh dấu."
        ),
    )
    field_order = ("organization",)

    def __init__(self, *args: Any, by: Acting, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        given = desks.follows(by)
        offices = Organization.objects.on(today()).filter(pk__in=given)
        field: Any = self.fields["organization"]
        field.queryset = offices
        named = offices.with_names(today()).order_by("identifier")
        field.choices = [(each.pk, each.name) for each in named]
        self._offer_chairs(sorted(given))


class CorrectForm(_ConclusionForm):
    """A correction; ``edition`` is the one that the page showed."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    reason = fields.text(3, LONGEST_REASON, label=gettext_lazy("Lý do đính chính"))

    def __init__(self, *args: Any, conclusion: Conclusion, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": _as_entered(conclusion), **kwargs})
        self._offer_chairs([conclusion.organization_id])
        self.fields["file"].help_text = _("Chỉ chọn khi thay tệp khác; tệp đang có được giữ.")
        chairs: Any = self.fields["chair"]
        held = chairs.queryset.filter(post=conclusion.chair_post, person=conclusion.chair)
        self.initial["chair"] = held.values_list("pk", flat=True).first()


class HideForm(forms.Form):
    """Why everybody may read it no more."""

    reason = fields.text(3, LONGEST_REASON, label=gettext_lazy("Lý do thôi công khai"))


class GiveForm(forms.Form):
    """A task of one passage: what, who, until when."""

    title = forms.CharField(
        label=gettext_lazy("Nhiệm vụ"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy("Một câu nói rõ việc phải làm; đoạn trích được giữ nguyên văn."),
    )
    post = forms.ModelChoiceField(
        Post.objects.none(),
        label=gettext_lazy("Chủ trì: cơ quan và chức vụ"),
        empty_label=gettext_lazy("– Chọn chức vụ –"),
    )
    supporters = forms.ModelMultipleChoiceField(
        Post.objects.none(),
        label=gettext_lazy("Phối hợp"),
        required=False,
        help_text=gettext_lazy("Giữ Ctrl (hoặc ⌘) để chọn nhiều nơi."),
        widget=forms.SelectMultiple(attrs={"size": 7}),
    )
    due_on = fields.day(
        label=gettext_lazy("Hạn"),
        required=False,
        help_text=gettext_lazy(
            "Ngày/tháng/năm, hoặc điền số ngày làm việc ở ô dưới. Hạn rơi vào ngày nghỉ thì tính "
            "ngày làm việc sau đó."
        ),
    )
    working_days = forms.IntegerField(
        label=gettext_lazy("Hoặc số ngày làm việc kể từ hôm nay"),
        required=False,
        min_value=1,
        max_value=500,
        widget=forms.NumberInput(attrs={"class": "field--short"}),
    )
    review_months = forms.TypedChoiceField(
        label=gettext_lazy("Nếu là việc thường xuyên"),
        coerce=int,
        empty_value="",
        required=False,
        choices=[
            ("", gettext_lazy("Không, việc có hạn cuối")),
            (1, gettext_lazy("Báo cáo, xem xét hằng tháng")),
            (3, gettext_lazy("Báo cáo, xem xét hằng quý")),
            (6, gettext_lazy("Báo cáo, xem xét sáu tháng một lần")),
            (12, gettext_lazy("Báo cáo, xem xét hằng năm")),
        ],
        help_text=gettext_lazy("Khi đó “Hạn” là ngày xem xét lần đầu."),
    )
    priority = forms.TypedChoiceField(
        label=gettext_lazy("Mức độ"),
        coerce=int,
        choices=Priority.choices,
        initial=Priority.NORMAL,
        widget=forms.RadioSelect,
    )
    is_public = forms.BooleanField(
        label=gettext_lazy("Công khai nhiệm vụ này"),
        required=False,
        help_text=gettext_lazy(
            "Mọi người xem được đoạn trích, nơi chủ trì, hạn và tình trạng; không xem được báo cáo."
        ),
    )

    def __init__(self, *args: Any, conclusion: Conclusion, passage: Passage, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.passage = passage
        self.initial.setdefault("title", passages.titled(passage.text))
        self.initial.setdefault("is_public", conclusion.is_public)
        if not conclusion.is_public:
            del self.fields["is_public"]
        offered = [post for post in owners.open_posts(today()) if charges.decides(post)]
        heads = [post for post in offered if post.is_head]
        offer(self.fields["post"], offered, empty=True)
        offer(self.fields["supporters"], heads)

    def clean(self) -> dict[str, Any]:
        """A day or a number of days, not both and not none."""
        said: dict[str, Any] = super().clean() or {}
        if "due_on" in self.errors or "working_days" in self.errors:
            return said
        due, days = said.get("due_on"), said.get("working_days")
        if due and days:
            self.add_error("due_on", _("Chỉ điền một trong hai: ngày, hoặc số ngày làm việc."))
        elif not due and not days:
            self.add_error(
                "due_on", _("Nhiệm vụ phải có hạn; việc thường xuyên thì ghi ngày xem xét lần đầu.")
            )
        elif due and due < today():
            self.add_error("due_on", _("Ngày này đã qua. Hãy chọn từ hôm nay trở đi."))
        return said

    @property
    def given(self) -> Given:
        said = self.cleaned_data
        return Given(
            passage=self.passage,
            title=said["title"],
            owner=Owner.of(said["post"]),
            due_on=said["due_on"] or self._counted(said["working_days"]),
            review_months=said["review_months"] or 0,
            priority=Priority(said["priority"]),
            is_public=said.get("is_public", False),
            supporters=[Owner.of(post) for post in said["supporters"]],
        )

    def _counted(self, days: int) -> date:
        return deadlines.after(today(), days, working_calendar())


def _as_entered(conclusion: Conclusion) -> dict[str, Any]:
    names = ("number", "signed_on", "title", "meeting", "met_on", "edition")
    told = {name: getattr(conclusion, name) for name in names}
    return told | {"text": "\n\n".join(each.text for each in conclusion.text())}
