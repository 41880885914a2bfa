"""Questions and answers for everybody, under ``/hoi-dap/``."""

from django.urls import path

from motcua.questions import workflow
from motcua.questions.views import asking, feeds, following, public, sending

app_name = "questions"
urlpatterns = [
    path("", public.questions, name="list"),
    path("moi-tra-loi.atom", feeds.feed, name="feed"),
    path("moi-tra-loi.rss", feeds.rss, name="rss"),
    path("khieu-nai-to-cao/", public.complaints, name="complaints"),
    path("tuong-tu/", asking.similar_ones, name="similar"),
    path("gui-cau-hoi/", asking.ask, name="ask"),
    path("gui-cau-hoi/<uuid:key>/", sending.check, name="check"),
    path("gui-cau-hoi/<uuid:key>/sua/", asking.rewrite, name="rewrite"),
    path("gui-cau-hoi/<uuid:key>/ma/", sending.send_code, name="send_code"),
    path("gui-cau-hoi/<uuid:key>/xac-nhan/", sending.confirm_contact, name="confirm"),
    path("gui-cau-hoi/<uuid:key>/tep/", sending.attach, name="attach"),
    path("gui-cau-hoi/<uuid:key>/tep/<int:pk>/bo/", sending.remove_file, name="remove_file"),
    path("gui-cau-hoi/<uuid:key>/gui/", sending.send, name="send"),
    path("gui-cau-hoi/<uuid:key>/da-gui/", sending.sent, name="sent"),
    path("theo-doi/", following.follow, name="follow"),
    path("theo-doi/<str:token>/", following.followed, name="followed"),
    path(
        "theo-doi/<str:token>/bo-sung/",
        following.make_move,
        {"move": workflow.SUPPLEMENT},
        name="supplement",
    ),
    path(
        "theo-doi/<str:token>/rut/",
        following.make_move,
        {"move": workflow.WITHDRAW},
        name="withdraw",
    ),
    path(
        "theo-doi/<str:token>/chua-hai-long/",
        following.make_move,
        {"move": workflow.REOPEN},
        name="reopen",
    ),
    path("<str:code>/", public.question, name="question"),
    path("<str:code>/huu-ich/", public.say_whether_it_helped, name="opinion"),
]
