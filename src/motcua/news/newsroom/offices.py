"""Which organization may an editor name? Those of today; and the one that is named already."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from wagtail.admin.forms import WagtailAdminModelForm

from motcua.organizations import successors
from motcua.organizations.models import Organization
from motcua.periods.clock import today


def offer(form: Any, name: str = "organization") -> None:
    """Let ``form`` choose among what is open today, by name.

    An ended one that stands there already stays, with who it is now: others may be edited then.
    """
    field = form.fields.get(name)
    if field is None:
        return
    day = today()
    there = Q(valid_during__contains=day) | Q(pk=getattr(form.instance, f"{name}_id"))
    field.queryset = Organization.objects.filter(there).with_names_now(day).order_by("identifier")
    field.label_from_instance = successors.name_now


class OwnedForm(WagtailAdminModelForm):
    """A form of something that an organization says."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self)
