"""Which hat shall it be?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import Person
from motcua.organizations import hats
from motcua.organizations.hats import Hat


class HatForm(forms.Form):
    """One of the person's own hats of today, and where to go on afterwards."""

    hat = forms.ChoiceField(
        error_messages={
            "required": _("Hãy chọn một chức vụ."),
            "invalid_choice": _("Chức vụ này không còn hiệu lực. Hãy chọn chức vụ khác."),
        },
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._hats = {hat.key: hat for hat in hats.all_of(person)}
        self.fields["hat"].choices = [(key, key) for key in self._hats]  # type: ignore[attr-defined]

    def chosen(self) -> Hat:
        """The hat of a valid form."""
        return self._hats[self.cleaned_data["hat"]]
