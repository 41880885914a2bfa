"""Every address of the portal, by audience."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import URLPattern, URLResolver, include, path

handler400 = "motcua.ui.views.bad_request"
handler403 = "motcua.ui.views.forbidden"
handler404 = "motcua.ui.views.not_found"
handler500 = "motcua.ui.views.server_error"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("motcua.operations.urls")),
    path("", include("motcua.ui.urls")),
    path("", include("motcua.news.urls.files")),
    path("api/v1/", include("motcua.dossiers.urls.api")),
    *i18n_patterns(
        path("", include("motcua.home.urls")),
        path("", include("motcua.organizations.urls.officer")),
        path("to-chuc/thi-diem/", include("motcua.reorganization.urls.pilots_public")),
        path("to-chuc/", include("motcua.organizations.urls.public")),
        path("dich-vu-cong/huong-dan/", include("motcua.guides.urls.public")),
        path("dich-vu-cong/<str:code>/cho-toi/", include("motcua.guides.urls.your_case")),
        path("dich-vu-cong/", include("motcua.catalog.urls.public")),
        path("dich-vu-cong/<str:code>/nop-ho-so/", include("motcua.dossiers.urls.apply")),
        path("tai-khoan/ho-so/", include("motcua.dossiers.urls.citizen")),
        path("tai-khoan/cau-hoi/", include("motcua.questions.urls.citizen")),
        path("can-bo/lay-y-kien/", include("motcua.consultations.urls.officer")),
        path("can-bo/chi-dao/", include("motcua.directives.urls.officer")),
        path("can-bo/hoi-dap/", include("motcua.questions.urls.officer")),
        path("can-bo/thi-diem/", include("motcua.reorganization.urls.pilots_desk")),
        path("can-bo/thu-tuc/", include("motcua.catalog.urls.officer")),
        path("can-bo/nhan-su/", include("motcua.staffing.urls.officer")),
        path("can-bo/sap-xep/", include("motcua.reorganization.urls.plans")),
        path("can-bo/", include("motcua.dossiers.urls.officer")),
        path("tai-khoan/can-bo/", include("motcua.accounts.urls.officer")),
        path("tai-khoan/", include("motcua.accounts.urls.citizen")),
        path("bien-tap/", include("motcua.accounts.urls.editors")),
        path("hoi-dap/", include("motcua.questions.urls.public")),
        path("lay-y-kien/", include("motcua.consultations.urls.public")),
        path("chi-dao/", include("motcua.directives.urls.public")),
        path("tra-cuu/", include("motcua.tracking.urls")),
        path("tinh-hinh-xu-ly/", include("motcua.statistics.urls")),
        path("tim-kiem/", include("motcua.search.urls")),
        path("thong-ke-truy-cap/", include("motcua.visits.urls")),
        path("tin-tuc/", include("motcua.news.urls.public")),
        path("tin-tuc/", include("motcua.news.urls.pages")),
        prefix_default_language=False,
    ),
]
