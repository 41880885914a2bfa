"""What does an editor see beside the text? Only what concerns this article now."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel


class ChangePanel(MultiFieldPanel):
    """Asked only of an article that readers have seen."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> Any:
            return bool(self.instance.published_substance) and super().is_shown()


NEWSROOM_PANELS = [
    ChangePanel(
        [FieldPanel("change_kind"), FieldPanel("change_note")], heading=_("Sửa bài đã đăng")
    ),
    FieldPanel("embargo_until"),
]
