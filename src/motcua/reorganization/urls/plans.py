"""What whoever plans does with plans: one address for each verb."""

from django.urls import path

from motcua.reorganization import workflow
from motcua.reorganization.views import plan_lines, plans

MOVES = (
    ("chot/", workflow.SCHEDULE),
    ("mo-lai/", workflow.REOPEN),
    ("huy/", workflow.CANCEL),
)

app_name = "plans_desk"
urlpatterns = [
    path("", plans.plans, name="list"),
    path("<int:pk>/", plans.detail, name="detail"),
    path("<int:pk>/tep/", plans.file, name="file"),
    path("<int:pk>/chay-thu/", plan_lines.rehearse, name="rehearse"),
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
