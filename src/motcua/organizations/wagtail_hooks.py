"""Where do editors keep who manages staff, and what everybody reads of those who lead?"""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, ObjectList
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from motcua.organizations.dated_form import DatedForm
from motcua.organizations.models import Profile, StaffingPost
from motcua.ui import dated_panel


class StaffingPostViewSet(SnippetViewSet):
    """A right over an organization and all under it; without one nobody appoints there."""

    model = StaffingPost
    menu_label = _("Đầu mối nhân sự")
    icon = "group"
    list_display = ("organization", "post", "get_right_display", "valid_during")
    list_filter = ("right",)
    edit_handler = ObjectList(
        [
            FieldPanel("organization"),
            FieldPanel("post"),
            FieldPanel("right"),
            dated_panel.days(),
        ],
        base_form_class=DatedForm,
    )


class ProfileViewSet(SnippetViewSet):
    """``/bien-tap/snippets/organizations/profile/``; pages open by themselves, nobody adds one."""

    model = Profile
    menu_label = _("Trang lãnh đạo")
    icon = "user"
    list_display = ("name", "slug", "is_published")
    list_filter = ("is_published",)
    search_fields = ("slug", "person__full_name")
    inspect_view_enabled = False
    panels = (
        FieldPanel("name", read_only=True),
        FieldPanel(
            "slug",
            help_text=_("Phần cuối của địa chỉ trang, lập từ họ tên. Đổi thì liên kết cũ hỏng."),
        ),
        FieldPanel(
            "biography",
            help_text=_(
                "Vài câu về quá trình công tác, học vấn. Không ghi số định danh, nhà riêng."
            ),
        ),
        FieldPanel("is_published"),
    )


register_snippet(StaffingPostViewSet)
register_snippet(ProfileViewSet)
