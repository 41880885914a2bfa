"""What does somebody write who comments?"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.consultations.actions import Said
from motcua.consultations.workflow import Stance
from motcua.dossiers.forms.citizen import NAME
from motcua.strangers.guards import HONEYPOT

if TYPE_CHECKING:
    from motcua.consultations.models import Article

SHORTEST, LONGEST = 5, 20_000


class CommentForm(forms.Form):
    """A stance with its words; who writes need not say who they are."""

    stance = forms.ChoiceField(
        label=_("Ý kiến của bạn"),
        choices=Stance.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Hãy chọn đồng ý, đồng ý có sửa, hay không đồng ý.")},
    )
    text = forms.CharField(
        label=_("Góp ý"),
        min_length=SHORTEST,
        max_length=LONGEST,
        help_text=_("Sửa chỗ nào, thành thế nào, vì sao. Đừng ghi số định danh hay địa chỉ."),
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={
            "required": _("Hãy viết góp ý; nếu chỉ đồng ý, ghi “Đồng ý” là đủ."),
            "min_length": _("Góp ý quá ngắn. Hãy viết thêm vài chữ."),
            "max_length": _(
                "Góp ý dài %(show_value)s ký tự; cổng nhận nhiều nhất %(limit_value)s mỗi lần. "
                "Hãy chia theo từng điều, hoặc gửi văn bản dài đến nơi nhận góp ý ghi trên trang."
            ),
        },
    )
    name = forms.CharField(
        label=_("Họ và tên"),
        max_length=120,
        required=False,
        validators=[NAME],
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    represents = forms.CharField(
        label=_("Thay mặt cơ quan, tổ chức"),
        max_length=150,
        required=False,
        help_text=_("Nếu có, được công khai cùng góp ý."),
        widget=forms.TextInput(attrs={"autocomplete": "organization"}),
    )
    shows_name = forms.BooleanField(label=_("Ghi tên tôi bên góp ý khi công khai"), required=False)
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        help_text=_("Để được báo khi có kết quả tiếp thu. Không bao giờ được công khai."),
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    file = forms.FileField(
        label=_("Tệp kèm theo"),
        required=False,
        help_text=_("PDF, JPG hoặc PNG, tối đa 10 MB. Chỉ cơ quan soạn thảo xem được."),
        widget=forms.FileInput(attrs={"accept": ".pdf,.jpg,.jpeg,.png"}),
        error_messages={"empty": _("Tệp trống (0 byte). Hãy chọn lại tệp.")},
    )
    key = forms.UUIDField(widget=forms.HiddenInput, initial=uuid.uuid4)

    def __init__(self, *args: Any, is_known: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_known:  # no files of people who proved nothing about themselves
            del self.fields["file"]

    @property
    def honeypot(self) -> str:
        return HONEYPOT

    @property
    def about_me(self) -> Iterable[forms.BoundField]:
        names = ("name", "represents", "shows_name", "email", "file")
        return [self[name] for name in names if name in self.fields]

    def said(self, article: Article | None, doubts: Iterable[str]) -> Said:
        """What was typed, as the domain takes it."""
        told = {**self.cleaned_data}
        file = told.pop("file", None)
        return Said(
            form_key=told.pop("key"),
            article=article,
            doubts=tuple(doubts),
            file=(file, file.name) if file else None,
            **told,
        )
