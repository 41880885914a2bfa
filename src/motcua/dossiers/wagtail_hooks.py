"""Where is kept which pairs of duties one human may have? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.dossiers.models import AllowedPair
from motcua.ui import dated_panel


class AllowedPairViewSet(SnippetViewSet):
    """Two duties of one procedure that one human may have; with its reason and decision."""

    model = AllowedPair
    menu_label = _("Cho phép kiêm nhiệm vụ")
    icon = "group"
    list_display = ("procedure", "get_pair_display", "decision", "valid_during")
    list_filter = ("pair",)
    panels = (
        FieldRowPanel([FieldPanel("procedure"), FieldPanel("pair")]),
        dated_panel.days(),
        FieldPanel("reason"),
        FieldPanel("decision"),
    )


register_snippet(AllowedPairViewSet)
