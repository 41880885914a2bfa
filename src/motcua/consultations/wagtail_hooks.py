"""Where are the kinds of drafts and their terms kept? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from motcua.consultations.models import DraftKind, TermRule


class KindViewSet(SnippetViewSet):
    """The kinds of drafts; one that is no longer used is closed, not deleted."""

    model = DraftKind
    menu_label = _("Loại dự thảo")
    icon = "doc-full"
    list_display = ("name", "slug", "position", "is_open")
    panels = (
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("position"), FieldPanel("is_open")]),
    )


class TermViewSet(SnippetViewSet):
    """How long each kind is open; a new rule begins where the old one ends, with its source."""

    model = TermRule
    menu_label = _("Thời hạn lấy ý kiến")
    icon = "time"
    list_display = ("kind", "step", "days", "law", "valid_during")
    list_filter = ("kind", "step")
    panels = (
        FieldRowPanel([FieldPanel("kind"), FieldPanel("step")]),
        FieldRowPanel([FieldPanel("days"), FieldPanel("law")]),
        FieldPanel("valid_during"),
        FieldPanel("source"),
    )


class ConsultationsViewSetGroup(SnippetViewSetGroup):
    """One drawer of the editors' menu."""

    items = (KindViewSet, TermViewSet)
    menu_label = _("Lấy ý kiến")
    menu_icon = "comment"


register_snippet(ConsultationsViewSetGroup)
