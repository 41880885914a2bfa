"""How well is work done?"""

from django.urls import path, re_path

from . import views

app_name = "statistics"
urlpatterns = [
    path("", views.overview, name="overview"),
    path("so-lieu.csv", views.download, name="download"),
    path("cach-tinh/", views.method, name="method"),
    re_path(r"^(?P<identifier>[A-Ya-y0-9][0-9A-Za-z.]{2,34})/$", views.office, name="office"),
    re_path(
        r"^(?P<identifier>[A-Ya-y0-9][0-9A-Za-z.]{2,34})/theo-thang\.csv$",
        views.office_download,
        name="office_download",
    ),
]
