"""Which lists does the newsroom keep beside its pages? Front page slots, roles, newsrooms."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, ObjectList
from wagtail.permission_policies import ModelPermissionPolicy
from wagtail.permissions import register_permission_policy
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.news.models import (
    Announcement,
    Category,
    EditorialRole,
    FrontSlot,
    Media,
    Newsroom,
    OutageNotice,
    Topic,
)
from motcua.news.newsroom.giving import RoleForm
from motcua.news.newsroom.offices import OwnedForm
from motcua.ui import dated_panel


class FrontSlotViewSet(SnippetViewSet):
    """What stands on the front page, when."""

    model = FrontSlot
    menu_label = _("Trang chủ")
    icon = "pin"
    list_display = ("place", "article", "valid_during")
    panels = (FieldPanel("place"), FieldPanel("article"), dated_panel.days())


class EditorialRoleViewSet(SnippetViewSet):
    """Which post or person has which role; only administrators give roles."""

    model = EditorialRole
    menu_label = _("Vai trò biên tập")
    icon = "group"
    list_display = ("newsroom", "role", "post", "person", "valid_during")

    def get_form_class(self, for_update: bool = False) -> Any:
        return self.get_edit_handler().get_form_class()

    def get_edit_handler(self) -> Any:
        return ObjectList(self.panels, base_form_class=RoleForm).bind_to_model(self.model)

    panels = (
        FieldPanel("newsroom"),
        FieldPanel("role"),
        FieldRowPanel([FieldPanel("post"), FieldPanel("person")]),
        dated_panel.days(),
        FieldPanel("decision"),
    )


class WithItsCorner(ModelPermissionPolicy):
    """Nobody makes or deletes one by hand: a newsroom comes and stays with its corner."""

    def user_has_permission(self, user: Any, action: str) -> bool:
        return action not in {"add", "delete"} and super().user_has_permission(user, action)


register_permission_policy(Newsroom, WithItsCorner(Newsroom))


class NewsroomViewSet(SnippetViewSet):
    """Whether one person may do all in a corner, and why."""

    model = Newsroom
    menu_label = _("Tòa soạn")
    icon = "home"
    list_display = ("section", "own_articles_too", "reason")
    panels = (
        FieldPanel("section", read_only=True),
        MultiFieldPanel(
            [FieldPanel("own_articles_too"), FieldPanel("reason")], heading=_("Ngoại lệ")
        ),
    )


class CategoryViewSet(SnippetViewSet):
    """The headings that all corners share."""

    model = Category
    menu_label = _("Chuyên mục")
    icon = "list-ul"
    list_display = ("name", "slug", "position")


class TopicViewSet(SnippetViewSet):
    """Stories that articles are gathered under."""

    model = Topic
    menu_label = _("Chủ đề")
    icon = "tag"
    list_display = ("name", "slug")


class MediaViewSet(SnippetViewSet):
    """Video and sound, with what is said in it."""

    model = Media
    menu_label = _("Video, âm thanh")
    icon = "media"
    list_display = ("title", "credit", "created_at")


class AnnouncementViewSet(SnippetViewSet):
    """What everybody must know; a planned outage is refused where it comes too soon."""

    model = Announcement
    menu_label = _("Thông báo")
    icon = "warning"
    list_display = ("title", "kind", "published_at", "starts_at", "recovered_at")
    list_filter = ("kind",)
    search_fields = ("title", "text")
    panels = (
        FieldPanel("kind"),
        FieldPanel("title"),
        FieldPanel("text"),
        FieldPanel("organization"),
        MultiFieldPanel(
            [
                FieldRowPanel([FieldPanel("starts_at"), FieldPanel("recovers_at")]),
                FieldPanel("services"),
                FieldPanel("reason"),
                FieldPanel("recovered_at"),
            ],
            heading=_("Khi tạm ngừng dịch vụ"),
        ),
        FieldRowPanel([FieldPanel("published_at"), FieldPanel("expires_at")]),
        FieldPanel("slug"),
    )

    def get_edit_handler(self) -> Any:
        return ObjectList(self.panels, base_form_class=OwnedForm).bind_to_model(self.model)


class OutageNoticeViewSet(SnippetViewSet):
    """How long before the law wants a planned outage announced, dated."""

    model = OutageNotice
    menu_label = _("Thời hạn báo trước")
    icon = "calendar-alt"
    list_display = ("working_days", "legal_basis", "valid_during")
    panels = (FieldPanel("working_days"), FieldPanel("legal_basis"), dated_panel.days())
