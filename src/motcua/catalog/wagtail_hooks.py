"""What does this room have in ``/bien-tap/``? Which posts look procedures over and publish them."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.ui import dated_panel

from .models import CatalogPost, KnownPaper


class CatalogPostViewSet(SnippetViewSet):
    """Whose holders see the drafts of procedures at ``/can-bo/thu-tuc/``."""

    model = CatalogPost
    menu_label = _("Kiểm soát thủ tục")
    icon = "user"
    list_display = ("post", "right", "valid_during")
    panels = (FieldPanel("post"), FieldPanel("right"), dated_panel.days())


class KnownPaperViewSet(SnippetViewSet):
    """Papers that nobody has to bring again, shown beside them on the pages of procedures."""

    model = KnownPaper
    menu_label = _("Giấy tờ nhà nước đã có")
    icon = "doc-full-inverse"
    list_display = ("words", "holder", "valid_during")
    panels = (*map(FieldPanel, ("words", "holder", "advice", "basis")), dated_panel.days())


register_snippet(CatalogPostViewSet)
register_snippet(KnownPaperViewSet)
