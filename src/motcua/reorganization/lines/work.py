"""Which work would move? Dossiers, drafts, tasks, questions and consultations that are open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.consultations import workflow as consultations
from motcua.consultations.models import Consultation
from motcua.directives import workflow as directives
from motcua.directives.models import Task
from motcua.dossiers.models import Dossier, Draft
from motcua.dossiers.workflow import State
from motcua.periods.clock import VIETNAM
from motcua.questions import workflow as questions
from motcua.questions.models import Question
from motcua.reorganization import hamlets, heirs, lines
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Plan
from motcua.reorganization.scene import scene_of

Found = Any
"""A queryset of rows that know their ``heir``."""
Table = tuple[tuple[Any, ...], lines.Cells]
"""Heads, and what stands under them."""


def open_dossiers() -> Found:
    return Dossier.objects.open()


def dossiers(plan: Plan) -> Found:
    """Open dossiers that would get another office, the oldest due first."""
    found = heirs.moving(open_dossiers(), plan, heirs.DOSSIER)
    return _with_names(found).oldest_due_first()


def dossiers_to_place(plan: Plan) -> Found:
    """Those of which no record tells surely which heir they belong to."""
    found = heirs.unclear(open_dossiers(), plan, heirs.DOSSIER)
    return _with_names(found).oldest_due_first()


def supplements(plan: Plan) -> Found:
    """Those that wait for papers of the applicant, who must hear where to bring them."""
    return dossiers(plan).filter(state=State.SUPPLEMENT_REQUESTED)


def drafts(plan: Plan) -> Found:
    found = heirs.moving(Draft.objects.unsubmitted(), plan, heirs.DRAFT)
    return found.select_related("version__procedure").order_by("pk")


def tasks(plan: Plan) -> Found:
    found = Task.objects.filter(state__in=directives.OPEN)
    return heirs.moving(found, plan, heirs.OFFICE).order_by("due_on", "pk")


def open_questions(plan: Plan) -> Found:
    found = Question.objects.filter(state__in=questions.OPEN)
    return heirs.moving(found, plan, heirs.QUESTION).order_by("answer_due_at", "pk")


def open_consultations(plan: Plan) -> Found:
    found = Consultation.objects.exclude(state__in=consultations.ENDED)
    return heirs.moving(found, plan, heirs.OFFICE).order_by("pk")


def flows(plan: Plan) -> dict[tuple[int, int], int]:
    """Open dossiers by original and body: what the bands of the chart are as wide as."""
    found = heirs.moving(open_dossiers(), plan, heirs.DOSSIER).order_by()
    counted = found.values_list("organization", "heir").annotate(n=Count("pk"))
    return {(old, body): n for old, body, n in counted}


# --- What the pages say of them --------------------------------------------------------------

DOSSIER_HEADS = (
    _("Mã hồ sơ"),
    _("Thủ tục"),
    _("Từ"),
    _("Đến"),
    _("Nơi ở"),
    _("Trạng thái"),
    _("Số ngày đã nộp"),
    _("Hạn trả"),
)
OFFICE_HEADS = (_("Mã"), _("Nội dung"), _("Từ"), _("Đến"), _("Trạng thái"), _("Hạn"))


def _with_names(found: Found) -> Found:
    return found.select_related("version__procedure", "place").prefetch_related("place__names")


def dossier_cells(plan: Plan, rows: Sequence[Dossier]) -> list[tuple[str, ...]]:
    """No applicant stands here: whoever plans need not know whose they are."""
    return [
        (
            row.code,
            f"{row.version.procedure.code} {row.version.name}",
            *_from_to(plan, row),
            _place(row),
            str(row.get_state_display()),
            str((timezone.now() - row.submitted_at).days),
            f"{row.due_current.astimezone(VIETNAM):%d/%m/%Y}" if row.due_current else "",
        )
        for row in rows
    ]


def _place(row: Dossier) -> str:
    """The commune and what lies below it, as far as the record tells."""
    commune = row.place.name if row.place else ""
    return ", ".join(part for part in (hamlets.of(row), commune) if part)


def draft_cells(plan: Plan, rows: Sequence[Draft]) -> list[tuple[str, ...]]:
    return [
        (f"{row.version.procedure.code} {row.version.name}", *_from_to(plan, row)) for row in rows
    ]


def task_cells(plan: Plan, rows: Sequence[Task]) -> list[tuple[str, ...]]:
    return [
        (
            row.code,
            row.title,
            *_from_to(plan, row),
            str(row.get_state_display()),
            f"{row.due_on:%d/%m/%Y}",
        )
        for row in rows
    ]


def question_cells(plan: Plan, rows: Sequence[Question]) -> list[tuple[str, ...]]:
    """Titles of what is not published stay with its office."""
    return [
        (
            row.code,
            row.public_title,
            *_from_to(plan, row),
            str(row.get_state_display()),
            f"{row.answer_due_at.astimezone(VIETNAM):%d/%m/%Y}",
        )
        for row in rows
    ]


def consultation_cells(plan: Plan, rows: Sequence[Consultation]) -> list[tuple[str, ...]]:
    return [
        (
            row.code,
            row.title,
            *_from_to(plan, row),
            str(row.get_state_display()),
            f"{row.closes_on:%d/%m/%Y}" if row.closes_on else "",
        )
        for row in rows
    ]


def _from_to(plan: Plan, row: Any) -> tuple[str, str]:
    scene = scene_of(plan)
    return scene.name_of(row.organization_id), scene.names_of_body[row.heir]


# --- The lines ----------------------------------------------------------------------------------


def _line(key: str, label: Any, rows: Callable[[Plan], Found], remedy: Any, table: Table) -> None:
    def count(plan: Plan) -> int:
        return int(rows(plan).count())

    heads, cells = table
    told = {"remedy": remedy, "heads": heads, "cells": cells}
    lines.register(Line(key, label, count, rows, group=Group.WORK, **told))


_line(
    "dossiers",
    _("Hồ sơ đang giải quyết sẽ chuyển cơ quan"),
    dossiers,
    _("Không phải làm gì trước: hồ sơ tự chuyển, giữ nguyên mã, hạn trả và lịch sử."),
    (DOSSIER_HEADS, dossier_cells),
)
_line(
    "dossiers-to-place",
    _("Hồ sơ mà chỉ con người xác định được nơi nhận"),
    dossiers_to_place,
    _(
        "Sau khi thực hiện, cơ quan nhận phần còn lại tạm giữ; hãy cử người xếp từng hồ sơ ở hàng "
        "“Chờ người xếp chỗ”."
    ),
    (DOSSIER_HEADS, dossier_cells),
)
_line(
    "supplements",
    _("Hồ sơ đang chờ người nộp bổ sung"),
    supplements,
    _(
        "Người nộp sẽ được báo nơi nhận giấy tờ bổ sung; một cửa cũ hãy dừng nhận sau ngày thực "
        "hiện."
    ),
    (DOSSIER_HEADS, dossier_cells),
)
_line(
    "drafts",
    _("Bản nháp chưa nộp đã chọn cơ quan cũ"),
    drafts,
    _("Không phải làm gì: bản nháp chuyển sang cơ quan mới, người viết nộp tiếp được."),
    ((_("Thủ tục"), _("Từ"), _("Đến")), draft_cells),
)
_line(
    "tasks",
    _("Nhiệm vụ chỉ đạo chưa xong"),
    tasks,
    _("Hãy báo cơ quan giao việc; nhiệm vụ chuyển theo cơ quan, giữ nguyên hạn."),
    (OFFICE_HEADS, task_cells),
)
_line(
    "questions",
    _("Câu hỏi chưa trả lời"),
    open_questions,
    _("Hãy trả lời trước ngày thực hiện những câu đã đến hạn; phần còn lại chuyển theo cơ quan."),
    (OFFICE_HEADS, question_cells),
)
_line(
    "consultations",
    _("Đợt lấy ý kiến chưa kết thúc"),
    open_consultations,
    _("Hãy chốt ai tổng hợp ý kiến; đợt lấy ý kiến chuyển theo cơ quan soạn thảo."),
    (OFFICE_HEADS, consultation_cells),
)
