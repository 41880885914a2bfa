"""Where do editors write the site's identity? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.ui import dated_panel
from motcua.ui.models import SiteIdentity


class SiteIdentityViewSet(SnippetViewSet):
    """Name, managing body, hours and hotline, each row for its period."""

    model = SiteIdentity
    menu_label = _("Thông tin cổng")
    icon = "home"
    list_display = ("name", "managing_body", "valid_during")
    panels = (
        dated_panel.days(),
        *(
            FieldRowPanel([FieldPanel(name), FieldPanel(f"{name}_en")])
            for name in ("name", "tagline", "managing_body", "hours")
        ),
        FieldRowPanel([FieldPanel("address"), FieldPanel("address_en")]),
        MultiFieldPanel([FieldPanel("hotline"), FieldPanel("email")], heading=_("Hỗ trợ")),
    )


register_snippet(SiteIdentityViewSet)
