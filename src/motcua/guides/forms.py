"""What is checked when editors save what the house brought, or write their own?"""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm


class OwnWordsForm(WagtailAdminModelForm):
    """Of a guide or of conditions: one holds a day, and what an editor saved stays theirs.

    Without its fingerprint no file of the house writes over the row (``loading``).
    """

    of = ""
    """The field of which there is one a day."""

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        self.instance.fingerprint = ""
        days, owner = said.get("valid_during"), said.get(self.of)
        if days and owner and self._others(owner).during(days).exists():
            self.add_error(
                "valid_during",
                _("Đã có một bản khác trong những ngày này. Hãy cho bản ấy kết thúc trước."),
            )
        return said

    def _others(self, owner: Any) -> Any:
        rows: Any = type(self.instance).objects
        return rows.filter(**{self.of: owner}).exclude(pk=self.instance.pk)


class EditionForm(OwnWordsForm):
    """A guide."""

    of = "event"


class ConditionForm(OwnWordsForm):
    """Conditions of a procedure."""

    of = "procedure"
