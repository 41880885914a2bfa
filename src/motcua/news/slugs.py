"""How does a page get its address while an editor writes? From its Vietnamese title, by us.

Wagtail's own script turns *Đường* into *uong*; the field stays empty instead, and we fill it.
"""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminPageForm

from motcua.search import folding


class AddressedForm(WagtailAdminPageForm):
    """A page on an editor's screen."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if field := self.fields.get("slug"):
            field.required = False
            field.widget = forms.TextInput()
            field.help_text = _("Bỏ trống để lấy từ tiêu đề.")

    def clean_slug(self) -> str:
        """What was typed as addresses have it; left empty, the page finds one that is free."""
        return folding.slug(self.cleaned_data.get("slug") or "")
