"""Which procedures would nobody be competent for on the day after?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from motcua.catalog.models import Assignment, ProcedureVersion
from motcua.organizations.models import Organization
from motcua.reorganization import lines
from motcua.reorganization.lines import Group, Line
from motcua.reorganization.models import Plan, Route
from motcua.reorganization.scene import scene_of


def procedures_without_office(plan: Plan) -> list[ProcedureVersion]:
    """Versions in force on the day that somebody decides before it and nobody from it on.

    As ``ProcedureVersion.offices_on`` answers for each, asked for all of them together. What is
    assigned to an organization that ends goes to its heir, where a route leads there.
    """
    served: defaultdict[int, bool] = defaultdict(bool)
    kinds, passed_on = _kinds_after(plan), _passed_on(plan)
    ending = set(scene_of(plan).ending)
    for rule in Assignment.objects.on(plan.day).deciding():
        if rule.organization_id:
            stays = rule.organization_id not in ending or rule.organization_id in passed_on
        else:
            stays = rule.organization_kind in kinds
        served[rule.procedure_id] |= stays
    lost = [procedure for procedure, is_served in served.items() if not is_served]
    versions = ProcedureVersion.objects.published().on(plan.day).filter(procedure__in=lost)
    return list(versions.select_related("procedure").in_vietnamese_order())


def _kinds_after(plan: Plan) -> set[str]:
    """Kinds of which there is an organization from the day on."""
    scene = scene_of(plan)
    founded = {body.kind for body in scene.picture.bodies.values() if body.is_founded}
    stay = Organization.objects.on(plan.day).exclude(pk__in=scene.ending)
    return founded | set(stay.order_by().values_list("kind", flat=True).distinct())


def _passed_on(plan: Plan) -> set[int]:
    return set(Route.objects.filter(plan=plan).values_list("old", flat=True).distinct().order_by())


def cells(_plan: Plan, rows: Sequence[ProcedureVersion]) -> list[tuple[str, ...]]:
    return [(row.procedure.code, row.name) for row in rows]


def address(row: ProcedureVersion) -> str:
    return row.procedure.get_absolute_url()


lines.register(
    Line(
        "procedures-without-office",
        _("Thủ tục không còn cơ quan nào giải quyết"),
        lambda plan: len(procedures_without_office(plan)),
        procedures_without_office,
        is_blocking=True,
        address=address,
        group=Group.COMPETENCE,
        remedy=_(
            "Hãy giao thủ tục cho cơ quan khác từ ngày thực hiện, ghi nơi nhận trong phương án, "
            "hoặc xác nhận thủ tục được bãi bỏ."
        ),
        heads=(_("Mã thủ tục"), _("Tên thủ tục")),
        cells=cells,
    )
)
