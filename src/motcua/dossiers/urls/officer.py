"""What an officer does at the desk: one address for each verb."""

from django.urls import path

from motcua.dossiers import workflow
from motcua.dossiers.views import clashes, officer, relatives

app_name = "desk"
urlpatterns = [
    path("", officer.inbox, name="inbox"),
    path("tach-bach-nhiem-vu/", clashes.clashes, name="clashes"),
    path("tach-bach-nhiem-vu.csv", clashes.download, name="clashes_download"),
    path("nguoi-than/", relatives.relatives, name="relatives"),
    path("nguoi-than/<int:pk>/ket-thuc/", relatives.end, name="end_relative"),
    path("ho-so/<str:code>/", officer.detail, name="detail"),
    path("ho-so/<str:code>/giay-tiep-nhan.pdf", officer.receipt, name="receipt"),
    path("ho-so/<str:code>/to-khai.pdf", officer.filled_form, name="filled_form"),
    path("ho-so/<str:code>/giay-to/<int:pk>/", officer.paper, name="paper"),
    path("ho-so/<str:code>/giay-to/<int:pk>/anh/<slug:kind>/", officer.picture, name="picture"),
    path("ho-so/<str:code>/ket-qua/<int:pk>/", officer.result, name="result"),
    path(
        "ho-so/<str:code>/tiep-nhan/",
        officer.make_move,
        {"move": workflow.RECEIVE},
        name="receive",
    ),
    path("ho-so/<str:code>/tu-choi/", officer.make_move, {"move": workflow.REFUSE}, name="refuse"),
    path(
        "ho-so/<str:code>/nhan-xu-ly/",
        officer.make_move,
        {"move": workflow.TAKE_UP},
        name="take_up",
    ),
    path(
        "ho-so/<str:code>/yeu-cau-bo-sung/",
        officer.make_move,
        {"move": workflow.REQUEST_SUPPLEMENT},
        name="request_supplement",
    ),
    path("ho-so/<str:code>/dung/", officer.make_move, {"move": workflow.STOP}, name="stop"),
    path(
        "ho-so/<str:code>/phe-duyet/",
        officer.make_move,
        {"move": workflow.FINISH},
        name="finish",
    ),
    path(
        "ho-so/<str:code>/tra-ket-qua/",
        officer.make_move,
        {"move": workflow.RETURN},
        name="return",
    ),
]
