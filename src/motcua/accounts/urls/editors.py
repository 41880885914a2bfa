"""``/bien-tap/``: Wagtail's admin behind the officers' door; its own doors lead to ours."""

from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.admin.auth import require_admin_access

from motcua.accounts.views.editor import EditorAccount

urlpatterns = [
    path("login/", RedirectView.as_view(pattern_name="account_login")),
    re_path(r"^password_reset/", RedirectView.as_view(pattern_name="account_reset_password")),
    path("account/", require_admin_access(EditorAccount.as_view()), name="wagtailadmin_account"),
    path("", include(wagtail_admin_urls)),
]
