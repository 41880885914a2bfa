"""Where is kept which post follows tasks for an organization? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.directives.models import FollowingPost
from motcua.organizations.dated_form import DatedForm
from motcua.ui import dated_panel


class FollowingPostViewSet(SnippetViewSet):
    """Which post gives and follows; without one the head and the deciders do."""

    model = FollowingPost
    menu_label = _("Theo dõi nhiệm vụ")
    icon = "user"
    list_display = ("organization", "post", "valid_during")
    edit_handler = ObjectList(
        [FieldPanel("organization"), FieldPanel("post"), dated_panel.days()],
        base_form_class=DatedForm,
    )


register_snippet(FollowingPostViewSet)
