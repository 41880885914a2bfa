"""Which parts does the law demand of a procedure, and which are not entered yet?

NĐ 63/2010/NĐ-CP Art 8.2 lists the parts; the decision of publication governs version and effect.
"""

from __future__ import annotations

from collections.abc import Callable
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
    stated = set(version.states_none)
    return [
        str(label)
        for part, label in PARTS.items()
        if part not in stated and not _HAS[part](version)
    ]


def _has_components(version: ProcedureVersion) -> bool:
    return any(case.components.all() for case in version.cases.all())


def _has_forms(version: ProcedureVersion) -> bool:
    return any(c.form_template for case in version.cases.all() for c in case.components.all())


_HAS: dict[str, Callable[[ProcedureVersion], bool]] = {
    "steps": lambda version: bool(version.steps),
    "channels": lambda version: any(row.kind for row in version.channels.all()),
    "components": _has_components,
    "sets": lambda version: version.how_many_sets is not None,
    "limit": lambda version: any(
        row.limit_value or row.limit_unit or row.limit_note for row in version.channels.all()
    ),
    "audiences": lambda version: bool(version.audiences),
    "authority": lambda version: bool(version.authority or version.competent_authority),
    "results": lambda version: bool(version.results.all()),
    "forms": _has_forms,
    "conditions": lambda version: bool(version.conditions),
    "fees": lambda version: any(row.fee_text for row in version.channels.all()),
    "legal_basis": lambda version: bool(version.legal_basis.all()),
    "decision": lambda version: bool(version.decision_number),
}
