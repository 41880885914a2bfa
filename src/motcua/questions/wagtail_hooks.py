"""Where are shelves, terms and answering posts kept? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from motcua.organizations.dated_form import DatedForm
from motcua.questions.models import AnsweringPost, Category, TermRule
from motcua.ui import dated_panel


class CategoryViewSet(SnippetViewSet):
    """The shelves of questions; one that is no longer offered is closed, not deleted."""

    model = Category
    menu_label = _("Lĩnh vực")
    icon = "folder-open-inverse"
    list_display = ("name", "slug", "position", "is_open")
    panels = (
        FieldRowPanel([FieldPanel("name"), FieldPanel("slug")]),
        FieldRowPanel([FieldPanel("position"), FieldPanel("is_open")]),
    )


class TermViewSet(SnippetViewSet):
    """How long each step may take; a new rule begins where the old one ends, with its source."""

    model = TermRule
    menu_label = _("Thời hạn")
    icon = "time"
    list_display = ("kind", "step", "organization", "value", "unit", "by_time", "valid_during")
    list_filter = ("kind", "step")
    edit_handler = ObjectList(
        [
            FieldRowPanel([FieldPanel("kind"), FieldPanel("step")]),
            FieldPanel("organization"),
            FieldRowPanel([FieldPanel("value"), FieldPanel("unit"), FieldPanel("by_time")]),
            dated_panel.days(),
            FieldPanel("source"),
        ],
        base_form_class=DatedForm,
    )


class AnsweringPostViewSet(SnippetViewSet):
    """Which post of an organization answers; without one its head and its counter do."""

    model = AnsweringPost
    menu_label = _("Đầu mối trả lời")
    icon = "user"
    list_display = ("organization", "post", "valid_during")
    edit_handler = ObjectList(
        [
            FieldPanel("organization"),
            FieldPanel("post"),
            dated_panel.days(),
            FieldPanel("one_hand_reason"),
            FieldPanel("tends_search"),
        ],
        base_form_class=DatedForm,
    )


class QuestionsViewSetGroup(SnippetViewSetGroup):
    """One drawer of the editors' menu."""

    items = (CategoryViewSet, TermViewSet, AnsweringPostViewSet)
    menu_label = _("Hỏi đáp")
    menu_icon = "help"


register_snippet(QuestionsViewSetGroup)
