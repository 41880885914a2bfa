"""How do editors type from when to when a row holds? Two boxes that say what they mean."""

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.admin.ui.tables import Column


def days() -> FieldPanel:
    """The panel of ``valid_during``; a range's two boxes have no labels of their own."""
    return FieldPanel(
        "valid_during",
        heading=_("Từ ngày, đến trước ngày"),
        help_text=_(
            "Ô trên: ngày đầu tiên có hiệu lực. Ô dưới: ngày đầu tiên không còn hiệu lực; bỏ trống "
            "nếu chưa biết. Viết như 01/12/2026."
        ),
    )


def held() -> Column:
    """The column of ``valid_during`` in a list: *từ 01/09/2026*, *01/09/2026 đến 27/11/2026*."""
    return Column("held", label=_("Hiệu lực"), accessor=_in_words, sort_key="valid_during")


def _in_words(row: Any) -> str:
    first, last = row.valid_during.lower, row.last_day
    if row.valid_during.isempty:
        return gettext("không ngày nào")
    begins = f"{first:%d/%m/%Y}" if first else ""
    return f"{begins} – {last:%d/%m/%Y}" if last else gettext("từ %(day)s") % {"day": begins}
