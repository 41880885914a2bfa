"""Which hat shall it be?"""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import Person
from motcua.organizations import hats
from motcua.organizations.models import Appointment


class HatForm(forms.Form):
    """One of the person's own appointments of today, and where to go on afterwards."""

    hat: "forms.ModelChoiceField[Appointment]" = forms.ModelChoiceField(
        queryset=Appointment.objects.none(),
        error_messages={
            "required": _("Hãy chọn một chức vụ."),
            "invalid_choice": _("Chức vụ này không còn hiệu lực. Hãy chọn chức vụ khác."),
        },
    )

    def __init__(self, *args: Any, person: Person, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["hat"].queryset = hats.of(person)  # type: ignore[attr-defined]
