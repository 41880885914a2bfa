"""What an officer does with questions: one address for each verb."""

from django.urls import path

from motcua.questions import workflow
from motcua.questions.views import officer

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
    path("<str:code>/", officer.detail, name="detail"),
    path("<str:code>/tep/<int:pk>/", officer.attachment, name="attachment"),
    *(
        path(f"<str:code>/{address}", officer.make_move, {"move": move}, name=move.verb)
        for address, move in MOVES
    ),
]
