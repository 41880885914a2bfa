"""What an officer does with questions: one address for each verb."""

from django.urls import path

from motcua.questions import workflow
from motcua.questions.views import frequent, officer, sought

MOVES = (
    ("phan-cong/", workflow.ASSIGN),
    ("chuyen/", workflow.FORWARD),
    ("de-nghi-bo-sung/", workflow.ASK_FOR_MORE),
    ("gop/", workflow.MERGE),
    ("tra-lai/", workflow.RETURN),
    ("soan/", workflow.DRAFT),
    ("yeu-cau-soan-lai/", workflow.SEND_BACK),
    ("duyet/", workflow.APPROVE),
    ("tra-loi-cong-khai/", workflow.PUBLISH),
    ("tra-loi-rieng/", workflow.ANSWER_PRIVATELY),
    ("thoi-cong-khai/", workflow.UNPUBLISH),
    ("soan-lai/", workflow.REVISE),
    ("con-dung/", workflow.CONFIRM),
)

app_name = "answers_desk"
urlpatterns = [
    path("", officer.inbox, name="inbox"),
    path("cho-duyet/", officer.approvals, name="approvals"),
    path("thuong-duoc-hoi/", frequent.procedures, name="frequent"),
    path("thuong-duoc-hoi/<str:code>/", frequent.chosen, name="frequent_of"),
    path("thuong-duoc-hoi/<str:code>/chon/", frequent.feature, name="feature"),
    path("thuong-duoc-hoi/<str:code>/bo/", frequent.unfeature, name="unfeature"),
    path("thuong-duoc-hoi/<str:code>/len/", frequent.order, {"steps": -1}, name="order_up"),
    path("thuong-duoc-hoi/<str:code>/xuong/", frequent.order, {"steps": 1}, name="order_down"),
    path("tim-khong-thay/", sought.tasks, name="sought"),
    path("tim-khong-thay/<int:pk>/nhan/", sought.take_up, name="sought_take_up"),
    path("tim-khong-thay/<int:pk>/xong/", sought.finish, name="sought_finish"),
    path("<str:code>/", officer.detail, name="detail"),
    path("<str:code>/tep/<int:pk>/", officer.attachment, name="attachment"),
    *(
        path(f"<str:code>/{address}", officer.make_move, {"move": move}, name=move.verb)
        for address, move in MOVES
    ),
]
