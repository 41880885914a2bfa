"""What may an officer ask of the lists?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.consultations import queues
from motcua.consultations.workflow import Stance


class InboxForm(forms.Form):
    """Which heap of consultations; a wrong question is no question."""

    hang = forms.CharField(required=False, max_length=20)
    q = forms.CharField(required=False, max_length=200, label=_("Tìm mã, tên dự thảo"))
    sau = forms.CharField(required=False, max_length=80)

    @property
    def asked(self) -> queues.Asked:
        self.is_valid()
        said = self.cleaned_data
        return queues.Asked(
            queue=queues.named(said.get("hang", "")),
            text=said.get("q", ""),
            after=said.get("sau", ""),
        )


class CommentsForm(forms.Form):
    """Which heap of comments, of which consultation, article and stance."""

    hang = forms.CharField(required=False, max_length=20)
    dot = forms.CharField(required=False, max_length=16, label=_("Đợt lấy ý kiến"))
    dieu = forms.IntegerField(required=False, min_value=0, label=_("Điều, mục"))
    thai_do = forms.ChoiceField(
        required=False, label=_("Thái độ"), choices=[("", _("Tất cả")), *Stance.choices]
    )
    sau = forms.CharField(required=False, max_length=80)

    @property
    def asked(self) -> queues.Asked:
        self.is_valid()
        said = self.cleaned_data
        return queues.Asked(
            queue=queues.comments_named(said.get("hang", "")),
            consultation=said.get("dot", ""),
            article=said.get("dieu"),
            stance=said.get("thai_do", ""),
            after=said.get("sau", ""),
        )
