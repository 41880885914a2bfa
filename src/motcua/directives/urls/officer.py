"""Addresses under /can-bo/chi-dao/: give tasks, report, accept; one for each verb."""

from django.urls import path

from motcua.directives import workflow
from motcua.directives.views import conclusions, officer

MOVES = (
    ("tiep-nhan/", workflow.ACKNOWLEDGE),
    ("tra-lai/", workflow.RETURN),
    ("giao-lai/", workflow.REASSIGN),
    ("bat-dau/", workflow.TAKE_UP),
    ("bao-cao/", workflow.REPORT),
    ("bao-cao-hoan-thanh/", workflow.REPORT_DONE),
    ("nghiem-thu/", workflow.ACCEPT),
    ("yeu-cau-lam-tiep/", workflow.SEND_BACK),
    ("xin-lui-han/", workflow.ASK_EXTENSION),
    ("dong-y-lui-han/", workflow.GRANT_EXTENSION),
    ("khong-lui-han/", workflow.REFUSE_EXTENSION),
    ("don-doc/", workflow.URGE),
    ("thoi-giao/", workflow.CANCEL),
)

app_name = "directives_desk"
urlpatterns = [
    path("", officer.inbox, name="inbox"),
    path("danh-sach-do/", officer.red_list, name="red_list"),
    path("nhiem-vu.csv", officer.download, name="download"),
    path("ket-luan/", conclusions.conclusions, name="conclusions"),
    path("ket-luan/nhap/", conclusions.enter, name="enter"),
    path("ket-luan/<str:code>/", conclusions.conclusion, name="conclusion"),
    path("ket-luan/<str:code>/van-ban/", conclusions.file, name="file"),
    path("ket-luan/<str:code>/dinh-chinh/", conclusions.correct, name="correct"),
    path("ket-luan/<str:code>/cong-khai/", conclusions.publish, name="publish"),
    path("ket-luan/<str:code>/thoi-cong-khai/", conclusions.hide, name="hide"),
    path("ket-luan/<str:code>/giao/<int:pk>/", conclusions.give, name="give"),
    path("<str:code>/", officer.detail, name="detail"),
    path("<str:code>/tep/<int:pk>/", officer.evidence, name="evidence"),
    *(
        path(f"<str:code>/{address}", officer.make_move, {"move": move}, name=move.verb)
        for address, move in MOVES
    ),
]
