"""Where is kept which post follows tasks for an organization? Among Wagtail's snippets."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.directives.models import FollowingPost


class FollowingPostViewSet(SnippetViewSet):
    """Which post gives and follows; without one the head and the deciders do."""

    model = FollowingPost
    menu_label = _("Theo dõi nhiệm vụ")
    icon = "user"
    list_display = ("organization", "post", "valid_during")
    panels = (FieldPanel("organization"), FieldPanel("post"), FieldPanel("valid_during"))


register_snippet(FollowingPostViewSet)
