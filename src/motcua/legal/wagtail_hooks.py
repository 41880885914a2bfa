"""Where are laws kept? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.ui import dated_panel

from .models import LegalDocument


class LegalDocumentViewSet(SnippetViewSet):
    """Laws that procedures and answers cite; a repealed one gets its last day."""

    model = LegalDocument
    menu_label = _("Văn bản pháp luật")
    icon = "doc-full-inverse"
    list_display = ("number", "title", "valid_during", "replaced_by")
    search_fields = ("number", "title")
    add_to_admin_menu = True
    panels = (
        FieldPanel("number"),
        FieldPanel("title"),
        FieldRowPanel([FieldPanel("issuer"), FieldPanel("issued_on")]),
        dated_panel.days(),
        FieldPanel("replaced_by"),
    )


register_snippet(LegalDocumentViewSet)
