"""What does a version say, as lines that people read? Part by part, in the order of the law."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from motcua.catalog import facts, form_lines

if TYPE_CHECKING:
    from motcua.catalog.models import Channel, Component, LegalBasis, ProcedureVersion


def of(version: ProcedureVersion) -> dict[str, list[str]]:
    """Name of a part → its lines, unstressed; a version with its parts (``with_parts``)."""
    told = _parts(version)
    return {name: [line.replace("**", "") for line in lines] for name, lines in told.items()}


def _parts(version: ProcedureVersion) -> dict[str, list[str]]:
    return {
        _("Tên thủ tục"): [version.name],
        _("Mô tả"): _present([version.summary]),
        _("Quyết định và hiệu lực"): _decision(version),
        _("Trình tự thực hiện"): version.steps,
        _("Cách nộp, thời hạn, lệ phí"): [_channel(row) for row in version.channels.all()],
        _("Thành phần hồ sơ"): [*_papers(version), *_sets(version)],
        _("Ai làm, ở đâu"): _who(version),
        _("Kết quả thực hiện"): [_joined(row.name, row.code) for row in version.results.all()],
        _("Yêu cầu, điều kiện"): version.conditions,
        _("Lưu ý"): version.notes,
        form_named(): form_lines.of(version),
        _("Căn cứ pháp lý"): [_law(row) for row in version.legal_basis.all()],
        _("Từ khóa, tên gọi khác, thủ tục liên quan"): [
            *version.popular_names,
            *version.keywords,
            *version.related,
        ],
    }


def form_named() -> str:
    """The part that tells the form."""
    return _("Biểu mẫu điện tử")


def _present(words: Iterable[str]) -> list[str]:
    return [word for word in words if word]


def _joined(*words: str, between: str = ", ") -> str:
    return between.join(_present(words))


def _named(pairs: Iterable[tuple[str, Any]]) -> list[str]:
    return [f"{name}: {value}" for name, value in pairs if value]


def _decision(version: ProcedureVersion) -> list[str]:
    day = version.effective_from
    told = [
        (_("Quyết định công bố"), version.decision_number),
        (_("Có hiệu lực từ"), day and date_format(day, "d/m/Y")),
        (_("Loại thủ tục"), version.kind),
        (_("Lĩnh vực"), version.recorded_sector),
        (_("Mức trực tuyến"), version.get_online_level_display()),
        (_("Lý do chỉ trực tuyến một phần"), version.partial_reason),
    ]
    return _named(told)


def _channel(row: Channel) -> str:
    limit, remark = facts.limit_in_words(row.limit)
    told = [
        (_("thời hạn"), _joined(limit, remark)),
        (_("phí, lệ phí"), row.fee_text),
        (_("số tiền"), facts.amount_in_words(row.fee_amount)),
    ]
    head = _joined(*_named(told), between="; ")
    return _joined(f"{row.get_kind_display()}: {head}", row.description, between=". ")


def _papers(version: ProcedureVersion) -> list[str]:
    return [
        _joined(case.name, _paper(paper), between=" — ")
        for case in version.cases.all()
        for paper in case.components.all()
    ]


def _paper(row: Component) -> str:
    counts = [
        _("%(n)s bản chính") % {"n": row.originals} if row.originals else "",
        _("%(n)s bản sao") % {"n": row.copies} if row.copies else "",
    ]
    told = [
        row.name,
        _joined("" if row.must_submit else str(row.get_kind_display()), *counts),
        *_named([(_("Khi nào cần"), row.condition), (_("Mẫu"), row.form_template)]),
        row.note,
    ]
    return _joined(*told, between="; ")


def _sets(version: ProcedureVersion) -> list[str]:
    return _named([(_("Số bộ hồ sơ"), version.how_many_sets)])


def _who(version: ProcedureVersion) -> list[str]:
    told = [
        (_("Đối tượng thực hiện"), "; ".join(version.audiences)),
        (_("Cấp thực hiện"), ", ".join(version.level_names)),
        (_("Cơ quan thực hiện"), version.authority),
        (_("Cơ quan có thẩm quyền"), version.competent_authority),
        (_("Cơ quan được ủy quyền"), version.delegated_authority),
        (_("Cơ quan phối hợp"), version.coordinating_authority),
        (_("Địa chỉ tiếp nhận"), version.reception_address),
    ]
    return _named(told)


def _law(row: LegalBasis) -> str:
    day = row.issued_on and date_format(row.issued_on, "d/m/Y")
    return _joined(row.title, row.number, row.issuer, day or "")
