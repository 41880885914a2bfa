"""What an asker does with their own questions, under ``/tai-khoan/cau-hoi/``."""

from django.urls import path

from motcua.questions import workflow
from motcua.questions.views import citizen

app_name = "my_questions"
urlpatterns = [
    path("", citizen.my_questions, name="list"),
    path("<str:code>/", citizen.detail, name="detail"),
    path("<str:code>/tep/<int:pk>/", citizen.attachment, name="attachment"),
    path(
        "<str:code>/bo-sung/",
        citizen.make_move,
        {"move": workflow.SUPPLEMENT},
        name="supplement",
    ),
    path("<str:code>/rut/", citizen.make_move, {"move": workflow.WITHDRAW}, name="withdraw"),
    path("<str:code>/chua-hai-long/", citizen.make_move, {"move": workflow.REOPEN}, name="reopen"),
]
