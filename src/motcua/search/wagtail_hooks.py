"""Where do editors mend the search? Synonyms among the snippets, a report of what was missed."""

from django.contrib.auth.models import Permission
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem
from wagtail.snippets.models import register_snippet

from motcua.search.editors import SynonymViewSet, UnansweredView

SEE = "search.view_unanswered"

register_snippet(SynonymViewSet)


class UnansweredItem(MenuItem):
    """Shown to whoever may see the report."""

    def is_shown(self, request: HttpRequest) -> bool:
        return request.user.has_perm(SEE)


def register_pages() -> list[URLPattern]:
    return [
        path("tim-khong-thay/", UnansweredView.as_view(), name="search_unanswered"),
        path(
            "tim-khong-thay/bang/",
            UnansweredView.as_view(results_only=True),
            name="search_unanswered_results",
        ),
    ]


def register_report() -> MenuItem:
    address = reverse("search_unanswered")
    return UnansweredItem(
        _("Tìm không thấy"), address, name="unanswered", icon_name="search", order=900
    )


def register_permissions() -> QuerySet[Permission]:
    return Permission.objects.filter(content_type__app_label="search", codename="view_unanswered")


hooks.register("register_admin_urls", register_pages)
hooks.register("register_reports_menu_item", register_report)
hooks.register("register_permissions", register_permissions)
