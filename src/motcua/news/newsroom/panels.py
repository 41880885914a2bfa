"""What does an editor see beside the text? Only what concerns this article now."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel, PublishingPanel
from wagtail.admin.widgets import AdminDateTimeInput


class ChangePanel(MultiFieldPanel):
    """Asked only of an article that readers have seen."""

    class BoundPanel(MultiFieldPanel.BoundPanel):
        def is_shown(self) -> Any:
            return bool(self.instance.published_substance) and super().is_shown()


class Moment(AdminDateTimeInput):
    """What is no moment stays as it was typed, and is refused; Wagtail's puts the present there."""

    def get_config(self) -> dict[str, Any]:
        return {**super().get_config(), "validateOnBlur": False}


class SchedulePanel(PublishingPanel):
    """When it goes live and when it ends, in Wagtail's own dialog."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        for panel in self.children:
            panel.widget = Moment(
                attrs=panel.widget.attrs,
                js_overlay_parent_selector=panel.widget.js_overlay_parent_selector,
            )


TITLE = FieldPanel("title")
"""The address comes from the title when it is saved (``addresses.Addressed``): the script that
would fill it in while one types takes Vietnamese apart and leaves what is no address. It looks
like any other question: Wagtail's big title hides its label."""

NEWSROOM_PANELS = [
    ChangePanel(
        [FieldPanel("change_kind"), FieldPanel("change_note")], heading=_("Sửa bài đã đăng")
    ),
    FieldPanel("embargo_until", widget=Moment),
]
