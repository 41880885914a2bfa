"""Addresses under /can-bo/lay-y-kien/: prepare, open, moderate, sum up; one for each verb."""

from django.urls import path

from motcua.consultations import workflow
from motcua.consultations.views import drafting, moderating, officer, summing_up

MOVES = (
    ("mo/", workflow.OPEN),
    ("gia-han/", workflow.EXTEND),
    ("cong-bo/", workflow.SUM_UP),
    ("huy/", workflow.CANCEL),
)

app_name = "consultations_desk"
urlpatterns = [
    path("", officer.inbox, name="inbox"),
    path("soan/", drafting.prepare, name="prepare"),
    path("y-kien/", moderating.comments, name="comments"),
    path("y-kien/<str:code>/", moderating.comment, name="comment"),
    path("y-kien/<str:code>/cong-khai/", moderating.show, name="show"),
    path("y-kien/<str:code>/khong-cong-khai/", moderating.withhold, name="withhold"),
    path("y-kien/<str:code>/tep/", moderating.attachment, name="attachment"),
    path("<str:code>/", officer.detail, name="detail"),
    path("<str:code>/thong-tin/", drafting.rewrite, name="rewrite"),
    path("<str:code>/noi-dung/", drafting.split, name="split"),
    path("<str:code>/noi-dung/<int:position>/", drafting.article, name="article"),
    path("<str:code>/tai-lieu/", drafting.attach, name="attach"),
    path("<str:code>/tai-lieu/<int:pk>/", drafting.document, name="document"),
    path("<str:code>/tai-lieu/<int:pk>/bo/", drafting.remove_document, name="remove_document"),
    path("<str:code>/vong-moi/", drafting.next_round, name="next_round"),
    path("<str:code>/tong-hop/", summing_up.workbench, name="workbench"),
    path("<str:code>/tong-hop/bao-cao/", summing_up.report, name="report"),
    path("<str:code>/tong-hop/<int:pk>/", summing_up.answer, name="answer"),
    path("<str:code>/tong-hop/<int:pk>/bo/", summing_up.take_back, name="take_back"),
    path("<str:code>/gop-y.csv", summing_up.as_csv, name="csv"),
    path("<str:code>/gop-y.xlsx", summing_up.as_xlsx, name="xlsx"),
    *(
        path(f"<str:code>/{address}", officer.make_move, {"move": move}, name=move.verb)
        for address, move in MOVES
    ),
]
