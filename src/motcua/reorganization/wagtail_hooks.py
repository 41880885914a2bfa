"""What does this room have in ``/bien-tap/``? Who keeps pilots, and articles with old names."""

from typing import Any

from django.http import HttpRequest
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.panels import FieldPanel
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.reorganization.editors_flags import OldNames
from motcua.reorganization.models import PilotKeeper
from motcua.reorganization.views import old_names
from motcua.ui import dated_panel


class PilotKeeperViewSet(SnippetViewSet):
    """Which post keeps pilots; without one the head and the deciders do."""

    model = PilotKeeper
    menu_label = _("Theo dõi thí điểm")
    icon = "user"
    list_display = ("organization", "post", "valid_during")
    panels = (FieldPanel("organization"), FieldPanel("post"), dated_panel.days())


register_snippet(PilotKeeperViewSet)


@hooks.register("register_admin_urls")
def register_old_names() -> list[URLPattern]:
    return [
        path("ten-co-quan-cu/", old_names.old_names, name="reorganization_old_names"),
        path(
            "ten-co-quan-cu/<int:pk>/da-xem/",
            old_names.look_at,
            name="reorganization_look_at_old_name",
        ),
    ]


@hooks.register("construct_homepage_panels")
def show_old_names(request: HttpRequest, panels: list[Any]) -> None:
    panels.append(OldNames())
