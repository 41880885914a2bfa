"""Where is kept which posts manage staff and oversee duties? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.organizations.models import StaffingPost
from motcua.ui import dated_panel


class StaffingPostViewSet(SnippetViewSet):
    """A right over an organization and all under it; without one nobody appoints there."""

    model = StaffingPost
    menu_label = _("Đầu mối nhân sự")
    icon = "group"
    list_display = ("organization", "post", "get_right_display", "valid_during")
    list_filter = ("right",)
    panels = (
        FieldPanel("organization"),
        FieldPanel("post"),
        FieldPanel("right"),
        dated_panel.days(),
    )


register_snippet(StaffingPostViewSet)
