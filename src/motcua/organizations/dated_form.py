"""Does what an editor writes hold on days of its organization and its post? Said on the form."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from wagtail.admin.forms import WagtailAdminModelForm

from motcua.organizations.models import Organization, Post
from motcua.periods.models import lies_within


class DatedForm(WagtailAdminModelForm):
    """A row that holds for a period and names an organization, a post, or both.

    Closed means closed: the database refuses days outside theirs (docs/decisions/0027).
    """

    def clean(self) -> dict[str, Any]:
        said: dict[str, Any] = super().clean() or {}
        days = said.get("valid_during")
        for name in ("organization", "post"):
            house = said.get(name)
            if days and house and not lies_within(days, house.valid_during):
                self.add_error("valid_during", _outside(house))
        return said


def _outside(house: Organization | Post) -> str:
    name = house.title if isinstance(house, Post) else house.name
    lower, last = house.valid_during.lower, house.last_day
    return _sentence(lower, last) % {"name": name, "first": _day(lower), "last": _day(last)}


def _day(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


def _sentence(lower: date | None, last: date | None) -> str:
    if lower and last:
        return _(
            "%(name)s chỉ hoạt động từ ngày %(first)s đến hết ngày %(last)s. "
            "Hãy ghi thời gian nằm trong đó, hoặc chọn nơi khác."
        )
    if last:
        return _(
            "%(name)s chỉ hoạt động đến hết ngày %(last)s. "
            "Hãy ghi thời gian kết thúc trước đó, hoặc chọn nơi khác."
        )
    if lower:
        return _(
            "%(name)s chỉ hoạt động từ ngày %(first)s. "
            "Hãy ghi thời gian bắt đầu từ đó, hoặc chọn nơi khác."
        )
    return _("%(name)s không hoạt động vào ngày nào. Hãy chọn nơi khác.")
