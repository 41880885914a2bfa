"""What may an officer ask of the lists?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from motcua.directives import queues
from motcua.directives.inbox import Asked
from motcua.directives.workflow import Priority


class InboxForm(forms.Form):
    """What the officer asks to see; a wrong question is no question."""

    hang = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    q = forms.CharField(required=False, max_length=200, label=gettext_lazy("Tìm mã, việc phải làm"))
    co_quan = forms.CharField(required=False, max_length=35, label=gettext_lazy("Chủ trì"))
    muc = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label=gettext_lazy("Mức độ"),
        choices=[("", gettext_lazy("Tất cả")), *Priority.choices],
    )
    han = forms.ChoiceField(
        required=False,
        label=gettext_lazy("Hạn"),
        choices=[
            ("", gettext_lazy("Tất cả")),
            ("late", gettext_lazy("Quá hạn")),
            ("soon", gettext_lazy("Sắp đến hạn")),
            ("ok", gettext_lazy("Trong hạn")),
        ],
    )
    sau = forms.CharField(required=False, max_length=80)

    @property
    def asked(self) -> Asked:
        """The question, from whatever of it was right."""
        self.is_valid()
        said = self.cleaned_data
        return Asked(
            queue=queues.named(said.get("hang", "")),
            text=said.get("q", ""),
            organization=said.get("co_quan", ""),
            priority=said.get("muc"),
            lateness=said.get("han", ""),
            after=said.get("sau", ""),
        )
