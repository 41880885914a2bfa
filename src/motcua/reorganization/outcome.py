"""What came of a plan that was carried out? What moved, by the numbers that its history keeps."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from motcua.reorganization import workflow
from motcua.reorganization.models import Plan, ToPlace
from motcua.reorganization.placing import WAITING

MOVED = {
    "dossiers": _("hồ sơ đang giải quyết"),
    "drafts": _("bản nháp của công dân"),
    "questions": _("câu hỏi"),
    "tasks": _("nhiệm vụ"),
    "supports": _("việc phối hợp nhiệm vụ"),
    "consultations": _("đợt lấy ý kiến"),
    "sections": _("chuyên trang"),
    "announcements": _("thông báo"),
}


def moved(plan: Plan) -> list[tuple[str, int]]:
    """What moved and how many; nothing of a plan that was never carried out."""
    event = plan.events.filter(verb=workflow.CARRY_OUT.verb).last()
    counts = event.payload.get("moved", {}) if event else {}
    return [(str(MOVED.get(name, name)), count) for name, count in counts.items() if count]


def waiting(plan: Plan) -> int:
    """How many a human must still put where they belong."""
    return ToPlace.objects.filter(WAITING, plan=plan).count()
