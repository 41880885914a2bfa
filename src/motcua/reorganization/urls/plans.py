"""What whoever plans does with plans: one address for each verb."""

from django.urls import include, path

from motcua.reorganization import workflow
from motcua.reorganization.views import placing, plan_lines, plans, writing_parts, writings

MOVES = (
    ("chot/", workflow.SCHEDULE),
    ("mo-lai/", workflow.REOPEN),
    ("thuc-hien/", workflow.CARRY_OUT),
    ("hoan-tac/", workflow.UNDO),
    ("huy/", workflow.CANCEL),
)

WRITING = [
    path("", writings.overview, name="writing"),
    path("quyet-dinh/", writings.heading, name="writing_heading"),
    path("van-ban/", writings.text, name="writing_text"),
    path("ghi/", writings.finish, name="writing_finish"),
    path("bo/", writings.discard, name="writing_discard"),
    path("tep.yaml", writings.file, {"ending": "yaml"}, name="writing_yaml"),
    path("tep.csv", writings.file, {"ending": "csv"}, name="writing_csv"),
    path("thay-doi/", writing_parts.add_change, name="writing_add_change"),
    path("thay-doi/<int:number>/", writing_parts.change, name="writing_change"),
    path("thay-doi/<int:number>/bo/", writing_parts.remove_change, name="writing_remove_change"),
    path("thay-doi/<int:number>/len/", writing_parts.move_change, {"by": -1}, name="writing_up"),
    path("thay-doi/<int:number>/xuong/", writing_parts.move_change, {"by": 1}, name="writing_down"),
    path("co-quan/<int:number>/", writing_parts.body, name="writing_body"),
    path("co-quan/<int:number>/bo/", writing_parts.remove_body, name="writing_remove_body"),
]
"""A plan that somebody writes, page by page."""

app_name = "plans_desk"
urlpatterns = [
    path("", plans.plans, name="list"),
    path("cho-xep/", placing.queue, name="queue"),
    path("soan/", writings.begin, name="begin"),
    path("soan/tep/", writings.upload, name="upload"),
    path("soan/<int:pk>/", include(WRITING)),
    path("<int:pk>/sua/", writings.begin_anew, name="begin_anew"),
    path("<int:pk>/quyet-dinh/", plans.decision, name="decision"),
    path("<int:pk>/", plans.detail, name="detail"),
    path("<int:pk>/tep/", plans.file, name="file"),
    path("<int:pk>/bang.csv", plans.table, name="table"),
    path("<int:pk>/chay-thu/", plan_lines.rehearse, name="rehearse"),
    path("<int:pk>/chay-thu/bao-cao.pdf", plan_lines.report, name="report"),
    path("<int:pk>/chay-thu/<slug:key>/", plan_lines.line, name="line"),
    path("<int:pk>/chay-thu/<slug:key>/bang.csv", plan_lines.sheet, {"ending": "csv"}, name="csv"),
    path(
        "<int:pk>/chay-thu/<slug:key>/bang.xlsx", plan_lines.sheet, {"ending": "xlsx"}, name="xlsx"
    ),
    path("<int:pk>/chay-thu/<slug:key>/phu-trach/", plan_lines.assign, name="assign"),
    path("<int:pk>/chay-thu/<slug:key>/xac-nhan/", plan_lines.tick, name="tick"),
    path("<int:pk>/chay-thu/<slug:key>/mo-lai/", plan_lines.untick, name="untick"),
    *(
        path(f"<int:pk>/{address}", plans.make_move, {"move": move}, name=move.verb)
        for address, move in MOVES
    ),
]
