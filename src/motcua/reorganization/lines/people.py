"""Who would hold nothing, which post nobody, and who too much?"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.organizations.models import Duty
from motcua.reorganization import lines
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Body, Plan
from motcua.reorganization.posts_after import Chair, posts_after
from motcua.reorganization.scene import scene_of

DUTIES = dict(Duty.choices)


def headless(plan: Plan) -> list[Body]:
    return posts_after(plan).headless


def empty(plan: Plan) -> list[Chair]:
    return posts_after(plan).empty


def without_post(plan: Plan) -> list[Any]:
    return posts_after(plan).without_post


def clashes(plan: Plan) -> list[Any]:
    return posts_after(plan).clashes


def body_cells(plan: Plan, rows: Sequence[Body]) -> list[tuple[str, ...]]:
    called = scene_of(plan).names_of_body
    return [(row.identifier, called[row.pk]) for row in rows]


def chair_cells(plan: Plan, rows: Sequence[Chair]) -> list[tuple[str, ...]]:
    called = scene_of(plan).names_of_body
    return [(row.title, called[row.body], in_words(row.duties)) for row in rows]


def person_cells(plan: Plan, rows: Sequence[Any]) -> list[tuple[str, ...]]:
    scene, people = scene_of(plan), posts_after(plan).people
    return [
        (
            people[row.person_id].full_name,
            row.post.title,
            scene.name_of(row.post.organization_id),
            str(row.get_kind_display()),
        )
        for row in rows
    ]


def clash_cells(plan: Plan, rows: Sequence[Any]) -> list[tuple[str, ...]]:
    called, people = scene_of(plan).names_of_body, posts_after(plan).people
    return [
        (
            people[person].full_name,
            called[body],
            "; ".join(f"{chair.title} ({in_words(chair.duties)})" for chair in chairs),
        )
        for person, body, chairs in rows
    ]


def in_words(duties: frozenset[str]) -> str:
    return ", ".join(str(label) for duty, label in DUTIES.items() if duty in duties) or _("không")


PERSON = gettext_lazy("Họ tên")
POST = gettext_lazy("Chức danh")
OFFICE = gettext_lazy("Cơ quan")

lines.register(
    Line(
        "heads",
        gettext_lazy("Cơ quan sau sắp xếp chưa có người đứng đầu"),
        lambda plan: len(headless(plan)),
        headless,
        is_blocking=True,
        group=Group.PEOPLE,
        remedy=gettext_lazy(
            "Hãy sửa phương án: ở trang của cơ quan ấy, mục chức vụ, chọn ai giữ chức danh đứng "
            "đầu (trong tệp: “posts”, “from”); hoặc xác nhận đã có quyết định bổ nhiệm từ ngày "
            "thực hiện."
        ),
        heads=(gettext_lazy("Mã"), OFFICE),
        cells=body_cells,
    )
)
lines.register(
    Line(
        "clashing-duties",
        gettext_lazy("Người sẽ giữ nhiệm vụ xung khắc ở cùng một cơ quan"),
        lambda plan: len(clashes(plan)),
        clashes,
        is_blocking=True,
        group=Group.PEOPLE,
        remedy=gettext_lazy(
            "Một người không được vừa tiếp nhận, vừa thẩm tra, vừa quyết định một hồ sơ: hãy giao "
            "bớt nhiệm vụ, hoặc xác nhận đã phân công để không ai làm hai việc trên cùng hồ sơ."
        ),
        heads=(PERSON, OFFICE, gettext_lazy("Các chức danh và nhiệm vụ")),
        cells=clash_cells,
    )
)
lines.register(
    Line(
        "posts-without-holder",
        gettext_lazy("Chức danh sẽ không có người giữ"),
        lambda plan: len(empty(plan)),
        empty,
        group=Group.PEOPLE,
        remedy=gettext_lazy("Hãy bổ nhiệm người giữ từ ngày thực hiện, hoặc bỏ chức danh."),
        heads=(POST, OFFICE, gettext_lazy("Nhiệm vụ với hồ sơ")),
        cells=chair_cells,
    )
)
lines.register(
    Line(
        "persons-without-post",
        gettext_lazy("Người sẽ không còn chức vụ nào"),
        lambda plan: len(without_post(plan)),
        without_post,
        group=Group.PEOPLE,
        remedy=gettext_lazy(
            "Hãy bố trí chức vụ mới hoặc giải quyết chế độ; từ ngày thực hiện họ không xử lý hồ sơ "
            "được nữa."
        ),
        heads=(PERSON, POST, OFFICE, gettext_lazy("Hình thức")),
        cells=person_cells,
    )
)
