"""What may an officer ask of the inbox?"""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from motcua.catalog.models import Channel
from motcua.dossiers import queues
from motcua.dossiers.inbox import Asked

CHANNELS = [each for each in Channel.Kind.choices if each[0]]


class InboxForm(forms.Form):
    """What the officer asks to see; a wrong question is no question."""

    hang = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)
    q = forms.CharField(
        required=False, max_length=200, label=gettext_lazy("Tìm mã hồ sơ, thủ tục, tên người nộp")
    )
    thu_tuc = forms.CharField(required=False, max_length=8, label=gettext_lazy("Thủ tục"))
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
    cach_nop = forms.TypedChoiceField(
        required=False,
        coerce=int,
        empty_value=None,
        label=gettext_lazy("Cách nộp"),
        choices=[("", gettext_lazy("Tất cả")), *CHANNELS],
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
            procedure=said.get("thu_tuc", ""),
            lateness=said.get("han", ""),
            channel=said.get("cach_nop"),
            after=said.get("sau", ""),
        )
