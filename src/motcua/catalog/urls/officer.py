"""``/can-bo/thu-tuc/``: drafts of procedures are looked over and published; one address a verb."""

from django.urls import path

from motcua.catalog import desk_forms
from motcua.catalog.views import ending, laws, officer, opinions, versions, workbooks, writer

DRAFT = "<str:code>/<int:number>/"
MOVES = (
    ("ra-soat/", desk_forms.ReviewForm),
    ("cong-bo/", desk_forms.PublishForm),
    ("tra-lai/", desk_forms.ReturnForm),
    ("bo/", desk_forms.DiscardForm),
)

app_name = "catalog_desk"
urlpatterns = [
    path("", officer.drafts, name="list"),
    path("y-kien/", opinions.opinions, name="opinions"),
    path("soan/", writer.begin, name="begin"),
    path("soan/moi/", writer.begin_new, name="begin_new"),
    path("ket-thuc/", ending.end, name="end"),
    path("bang-tinh/", workbooks.begin, name="workbook"),
    path("bang-tinh/thu-tuc.xlsx", workbooks.take_out, name="workbook_out"),
    path("bang-tinh/kiem-tra/", workbooks.check, name="workbook_check"),
    path("tat-ca/", versions.every, name="every"),
    path("can-cu/", laws.laws, name="laws"),
    path("<str:code>/", versions.versions, name="versions"),
    path(DRAFT, officer.draft, name="draft"),
    path(f"{DRAFT}xem-truoc/", officer.preview, name="preview"),
    *(
        path(f"{DRAFT}{address}", officer.make_move, {"form_of": form}, name=form.move.verb)
        for address, form in MOVES
    ),
]
