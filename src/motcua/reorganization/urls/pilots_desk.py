"""Addresses under /can-bo/thi-diem/: keep pilots, hold their reviews, decide."""

from django.urls import path

from motcua.reorganization import pilot_workflow
from motcua.reorganization.forms import pilot_moves as forms
from motcua.reorganization.views import pilots_desk, pilots_reviews

MOVES = (
    ("dua-vao-so/", pilot_workflow.BEGIN, forms.BeginForm),
    ("bo/", pilot_workflow.DISCARD, forms.DiscardForm),
    ("chuc-danh/", pilot_workflow.CHOOSE_POSTS, forms.PostsForm),
    ("noi-so-sanh/", pilot_workflow.COMPARE, forms.CompareForm),
    ("tiep-tuc/", pilot_workflow.CONTINUE, forms.ContinueForm),
    ("nhan-rong/", pilot_workflow.SPREAD, forms.SpreadForm),
    ("dung/", pilot_workflow.STOP, forms.StopForm),
)

app_name = "pilots_desk"
urlpatterns = [
    path("", pilots_desk.pilots, name="list"),
    path("nhap/", pilots_desk.enter, name="enter"),
    path("<str:code>/", pilots_desk.detail, name="detail"),
    path("<str:code>/sua/", pilots_desk.amend, name="amend"),
    *(
        path(f"<str:code>/{at}", pilots_desk.make_move, {"form_of": form}, name=move.verb)
        for at, move, form in MOVES
    ),
    path("<str:code>/danh-gia/<int:pk>/", pilots_reviews.review, name="review"),
    path("<str:code>/danh-gia/<int:pk>/chot/", pilots_reviews.hold, name="hold_review"),
    path("<str:code>/danh-gia/<int:pk>/cong-khai/", pilots_reviews.show, name="show_review"),
    path("<str:code>/danh-gia/<int:pk>/bao-cao/", pilots_reviews.file, name="file"),
    path("<str:code>/danh-gia/<int:pk>.pdf", pilots_reviews.paper, name="paper"),
    path("<str:code>/danh-gia/<int:pk>.ods", pilots_reviews.sheet, name="sheet"),
]
