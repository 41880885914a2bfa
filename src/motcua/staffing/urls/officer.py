"""``/can-bo/nhan-su/``: what whoever manages staff does; one address for each verb."""

from django.urls import path

from motcua.staffing import workflow
from motcua.staffing.views import acts, files, register

MOVES = (
    ("thay-khi-vang/", workflow.COVER),
    ("thay-nguoi/", workflow.REPLACE),
    ("ket-thuc/", workflow.END),
    ("thu-hoi/", workflow.REVOKE),
)

app_name = "staff_desk"
urlpatterns = [
    path("", register.posts, name="posts"),
    path("danh-sach.xlsx", files.present, name="present"),
    path("nhap-tep/", files.begin, name="import"),
    path("nhap-tep/mau.xlsx", files.template, name="template"),
    path("nhap-tep/kiem-tra/", files.check, name="check"),
    path("nguoi/<int:pk>/", register.person, name="person"),
    path("nguoi/<int:pk>/gui-thu/", register.invite, name="invite"),
    path("nguoi/<int:pk>/so-dinh-danh/", register.number, name="number"),
    path("chuc-danh/<int:pk>/bo-nhiem/", acts.appoint, name="appoint"),
    *(
        path(f"chuc-vu/<int:pk>/{address}", acts.make_move, {"move": move}, name=move.verb)
        for address, move in MOVES
    ),
]
