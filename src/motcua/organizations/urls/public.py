"""The apparatus for everybody, under ``/to-chuc/``."""

from django.urls import path, re_path

from motcua.organizations.views import differences, drawings, exports, public

app_name = "apparatus"
urlpatterns = [
    path("", public.overview, name="overview"),
    path("so-do/", drawings.org_chart, name="chart"),
    path("ban-do/", drawings.map_of_communes, name="map"),
    path("khac-biet/", differences.between_days, name="differences"),
    path("lanh-dao/<slug:slug>/", public.leader, name="leader"),
    path("to-chuc.jsonld", exports.as_json_ld, name="json_ld"),
    path("to-chuc.csv", exports.as_csv, name="csv"),
    re_path(
        r"^(?P<written>[0-9A-Za-z.]{2,60})\.jsonld$",
        exports.organization_as_json_ld,
        name="organization_json_ld",
    ),
    # However an identifier is written; what has a hyphen is a page of another room.
    re_path(r"^(?P<written>[0-9A-Za-z. ]{2,60})/$", public.organization, name="organization"),
]
