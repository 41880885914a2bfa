"""Where is kept which post keeps the pilots of an organization? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.reorganization.models import PilotKeeper
from motcua.ui import dated_panel


class PilotKeeperViewSet(SnippetViewSet):
    """Which post keeps pilots; without one the head and the deciders do."""

    model = PilotKeeper
    menu_label = _("Theo dõi thí điểm")
    icon = "user"
    list_display = ("organization", "post", "valid_during")
    panels = (FieldPanel("organization"), FieldPanel("post"), dated_panel.days())


register_snippet(PilotKeeperViewSet)
