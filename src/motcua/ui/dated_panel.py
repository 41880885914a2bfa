"""How do editors type from when to when a row holds? Two boxes that say what they mean."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


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
