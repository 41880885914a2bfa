"""Which parts does the law demand of a procedure, and which are not entered yet?

NĐ 63/2010/NĐ-CP Art 8.2 lists the parts; the decision of publication governs version and effect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import pgettext_lazy

if TYPE_CHECKING:
    from .models import ProcedureVersion

PARTS = {
    "steps": pgettext_lazy("legal part", "Trình tự thực hiện"),
    "channels": pgettext_lazy("legal part", "Cách thức thực hiện"),
    "components": pgettext_lazy("legal part", "Thành phần hồ sơ"),
    "sets": pgettext_lazy("legal part", "Số lượng hồ sơ"),
    "limit": pgettext_lazy("legal part", "Thời hạn giải quyết"),
    "audiences": pgettext_lazy("legal part", "Đối tượng thực hiện"),
    "authority": pgettext_lazy("legal part", "Cơ quan thực hiện"),
    "results": pgettext_lazy("legal part", "Kết quả thực hiện"),
    "forms": pgettext_lazy("legal part", "Mẫu đơn, mẫu tờ khai"),
    "conditions": pgettext_lazy("legal part", "Yêu cầu, điều kiện"),
    "fees": pgettext_lazy("legal part", "Phí, lệ phí"),
    "legal_basis": pgettext_lazy("legal part", "Căn cứ pháp lý"),
    "decision": pgettext_lazy("legal part", "Quyết định công bố"),
}
"""In the order of the law; the name is always there."""

WHEN_APPLICABLE = frozenset({"forms", "conditions", "fees"})
"""The parts of which a procedure may truly have none (Art 8.2)."""


def missing_from(version: ProcedureVersion) -> list[str]:
    """The names of the parts not entered, in the order of the law."""
    entered = _entered(version) | dict.fromkeys(version.states_none, True)
    return [str(label) for part, label in PARTS.items() if not entered[part]]


def _entered(version: ProcedureVersion) -> dict[str, bool]:
    channels = list(version.channels.all())
    papers = [component for case in version.cases.all() for component in case.components.all()]
    return {
        "steps": bool(version.steps),
        "channels": any(row.kind for row in channels),
        "components": bool(papers),
        "sets": version.how_many_sets is not None,
        "limit": any(row.limit_value or row.limit_unit or row.limit_note for row in channels),
        "audiences": bool(version.audiences),
        "authority": bool(version.authority or version.competent_authority),
        "results": bool(version.results.all()),
        "forms": any(paper.form_template for paper in papers),
        "conditions": bool(version.conditions),
        "fees": any(row.fee_text for row in channels),
        "legal_basis": bool(version.legal_basis.all()),
        "decision": bool(version.decision_number),
    }
