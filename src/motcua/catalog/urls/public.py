"""The catalog's addresses under ``/dich-vu-cong/``."""

from django.urls import path

from motcua.catalog.views import opinions, public

app_name = "catalog"
urlpatterns = [
    path("", public.list_procedures, name="list"),
    path("<str:code>/", public.procedure, name="procedure"),
    path("<str:code>/mot-trang/", public.one_sheet, name="one_sheet"),
    path("<str:code>/to-khai-trong.pdf", public.blank_form, name="blank_form"),
    path("<str:code>/y-kien/", opinions.say, name="say"),
    path("<str:code>/phien-ban/<int:number>/", public.version, name="version"),
    path(
        "<str:code>/phien-ban/<int:number>/so-voi/<int:earlier>/",
        public.difference,
        name="difference",
    ),
]
