"""Where does the builder stand in Wagtail's admin? Beside the newsroom, for who writes drafts."""

from django.http import HttpRequest
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.menu import MenuItem

from motcua.catalog import rights
from motcua.formwork.views import content, editor
from motcua.formwork.views.preview import Preview

DRAFT = "bieu-mau/<str:code>/<int:number>/"


class FormsItem(MenuItem):
    """Shown to whoever writes drafts in the post worn now."""

    def is_shown(self, request: HttpRequest) -> bool:
        return rights.may_write(getattr(request, "acting", None))


@hooks.register("register_admin_urls")
def register_pages() -> list[URLPattern]:
    return [
        path("bieu-mau/", editor.drafts, name="formwork_drafts"),
        path(DRAFT, editor.compose, name="formwork_compose"),
        path(f"{DRAFT}noi-dung/", content.write, name="formwork_content"),
        path(f"{DRAFT}xem-truoc/", Preview.as_view(), name="formwork_preview"),
        path(f"{DRAFT}xuat/", editor.export, name="formwork_export"),
        path(f"{DRAFT}nhap/", editor.bring, name="formwork_bring"),
    ]


@hooks.register("register_admin_menu_item")
def register_forms() -> MenuItem:
    address = reverse("formwork_drafts")
    return FormsItem(_("Biểu mẫu"), address, name="formwork", icon_name="form", order=170)
