"""What may an editor type in? A synonym; its keys come from the words."""

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from . import actions, words
from .models import Synonym


class SynonymForm(WagtailAdminModelForm):
    """What people type, and what the law calls it."""

    def clean_said(self) -> str:
        return _with_words(str(self.cleaned_data["said"]))

    def clean_meant(self) -> str:
        return _with_words(str(self.cleaned_data["meant"]))

    def save(self, commit: bool = True) -> Synonym:
        """The synonym with its keys."""
        actions.with_keys(self.instance)
        saved: Synonym = super().save(commit)
        return saved


def _with_words(text: str) -> str:
    if not words.loose(text):
        raise ValidationError(_("Hãy nhập ít nhất một từ."))
    return text
