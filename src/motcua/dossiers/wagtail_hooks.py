"""Where are rules kept: pairs of duties, how long drafts stay, partners? Among the snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.dossiers.models import AllowedPair, DraftKeeping, Partner
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


class DraftKeepingViewSet(SnippetViewSet):
    """How long drafts are kept that nobody goes on with; by day, for all or for one procedure."""

    model = DraftKeeping
    menu_label = _("Thời gian giữ bản nháp")
    icon = "time"
    list_display = ("procedure", "days", "warned_days", "basis", "valid_during")
    panels = (
        FieldPanel("procedure"),
        FieldRowPanel([FieldPanel("days"), FieldPanel("warned_days")]),
        dated_panel.days(),
        FieldPanel("basis"),
    )


class PartnerViewSet(SnippetViewSet):
    """Who may fill in drafts beforehand: key, procedures and questions, by day."""

    model = Partner
    menu_label = _("Đối tác điền sẵn hồ sơ")
    icon = "link"
    list_display = ("name", "key_id", "valid_during")
    panels = (
        FieldPanel("name"),
        FieldPanel("key_id"),
        FieldPanel("public_key"),
        FieldPanel("allowed"),
        dated_panel.days(),
    )


register_snippet(AllowedPairViewSet)
register_snippet(DraftKeepingViewSet)
register_snippet(PartnerViewSet)
