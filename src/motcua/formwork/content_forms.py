"""What is typed in where the content of a draft is changed? Every part of a record but its form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import BlockField

from motcua.catalog import drafting, related
from motcua.catalog.models import ProcedureVersion
from motcua.catalog.recording import checking, recalling
from motcua.ui import fields

from .blocks import named, plain
from .content_blocks import LISTS
from .forms import NEWEST

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .models import FormOfDraft
    from .sheets import Json

LONG = 20_000
NO_SOURCE = {"where": "-", "recorded_on": "2026-01-01"}
"""Where a draft comes from is nobody's to change here."""
EACH_A_LINE = _("Mỗi dòng một mục.")
LINES = ("audiences", "steps", "conditions", "notes", "related", "keywords", "popular_names")


def _line(label: Any, most: int = 2_000, **told: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, **{"required": False, **told})


def _text(label: Any, rows: int, help_text: Any = "") -> forms.CharField:
    return fields.text(rows, LONG * 5, label=label, help_text=help_text, required=False)


class ContentForm(forms.Form):
    """The content of a draft as it was seen at ``revision``."""

    revision = forms.IntegerField(widget=forms.HiddenInput, max_value=NEWEST)
    name = _line(_("Tên thủ tục"), 3_000, required=True)
    summary = _text(_("Mô tả"), 3)
    decision_number = _line(_("Số quyết định"), 100)
    effective_from = fields.day(label=_("Có hiệu lực từ"), required=False)
    kind = _line(_("Loại thủ tục"))
    sector = _line(_("Lĩnh vực"))
    levels = forms.MultipleChoiceField(
        label=_("Cấp thực hiện"),
        choices=ProcedureVersion.Level.choices,
        widget=forms.CheckboxSelectMultiple,
    )
    online_level = forms.ChoiceField(
        label=_("Mức trực tuyến"),
        choices=[("", "–"), *ProcedureVersion.OnlineLevel.choices],
        required=False,
    )
    partial_reason = _text(_("Lý do chỉ trực tuyến một phần"), 2)
    audiences = _text(_("Đối tượng thực hiện"), 3, EACH_A_LINE)
    authority = _line(_("Cơ quan thực hiện"))
    competent_authority = _line(_("Cơ quan có thẩm quyền"))
    delegated_authority = _line(_("Cơ quan được ủy quyền"))
    coordinating_authority = _line(_("Cơ quan phối hợp"))
    reception_address = _line(_("Địa chỉ tiếp nhận"))
    channels = BlockField(block=LISTS["channels"], label=LISTS["channels"].label)
    how_many_sets = forms.IntegerField(
        label=_("Số bộ hồ sơ"), min_value=1, max_value=100, required=False
    )
    cases = BlockField(block=LISTS["cases"], label=LISTS["cases"].label)
    steps = _text(_("Trình tự thực hiện"), 8, EACH_A_LINE)
    results = BlockField(block=LISTS["results"], label=LISTS["results"].label)
    conditions = _text(_("Yêu cầu, điều kiện"), 4, EACH_A_LINE)
    notes = _text(_("Lưu ý"), 4, EACH_A_LINE)
    legal_basis = BlockField(block=LISTS["legal_basis"], label=LISTS["legal_basis"].label)
    popular_names = _text(_("Tên gọi khác"), 3, EACH_A_LINE)
    keywords = _text(_("Từ khóa"), 3, EACH_A_LINE)
    related = _text(_("Thủ tục liên quan"), 3, EACH_A_LINE)

    def __init__(self, *args: Any, version: FormOfDraft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.version = ProcedureVersion.objects.with_parts().get(pk=version.pk)
        self.before = recalling.record_of(self.version)
        self.initial = {**self.before, "revision": version.revision}
        for name in LINES:
            lines = self.before.get(name, [])
            self.initial[name] = "\n".join(" ".join(line.split()) for line in lines)
        for name, block in LISTS.items():
            self.initial[name] = block.to_python(_items(self.before.get(name, [])))

    def clean(self) -> dict[str, Any]:
        told: dict[str, Any] = super().clean() or {}
        if told.get("online_level") == "partial" and not told.get("partial_reason"):
            said = _("Trực tuyến một phần thì phải ghi lý do (Nghị định 224/2026, Điều 14).")
            self.add_error("partial_reason", said)
        self._refuse_unknown(told)
        if not self.errors:
            self.record = self._record(told)
            for sentence in checking.faults({**self.record, "source": NO_SOURCE}):
                self.add_error(None, sentence)
        return told

    def _refuse_unknown(self, told: dict[str, Any]) -> None:
        """Related codes that lead nowhere; what the source named itself may stay."""
        there = related.codes_in(self.before.get("related", []))
        named = related.codes_in(str(told.get("related", "")).splitlines())
        if unknown := related.unknown([code for code in named if code not in there]):
            said = _("Cổng không có thủ tục nào mang mã %(codes)s. Hãy xem lại mã hoặc bỏ dòng ấy.")
            self.add_error("related", said % {"codes": ", ".join(unknown)})

    def _record(self, told: dict[str, Any]) -> Json:
        """The record that is told; what the page does not ask stays as it was."""
        record = dict(self.before)
        for name, value in told.items():
            if name in LISTS:
                record[name] = _rows(plain(LISTS[name].get_prep_value(value)))
            elif name in LINES:
                record[name] = self._lines(name, value)
            elif name != "revision":
                record[name] = _plain(value)
        return {key: value for key, value in record.items() if value not in ("", [], {}, None)}

    def _lines(self, name: str, words: str) -> list[str]:
        """An item that says the same keeps the line breaks that it had."""
        there = {" ".join(each.split()): each for each in self.before.get(name, [])}
        lines = (" ".join(line.split()) for line in words.splitlines())
        return [there.get(line, line) for line in lines if line]

    def write(self, *, by: Acting) -> bool:
        """Let the draft say so; whether anything changed."""
        seen = self.cleaned_data["revision"]
        return drafting.write(self.version, self.record, by=by, revision=seen)


def _items(rows: list[Json]) -> list[Json]:
    papers = "components"
    told = [
        {**row, papers: [named("item", each) for each in row[papers]]} if papers in row else row
        for row in rows
    ]
    return [named("item", row) for row in told]


def _rows(rows: list[Json]) -> list[Json]:
    """As records have them: nothing where a field says nothing."""
    return [_row(row) for row in rows]


def _row(row: Json) -> Json:
    told = {key: _plain(value) for key, value in row.items() if value not in ("", None)}
    if "components" in told:
        told["components"] = [_row(each) for each in told["components"]]
    return told


def _plain(value: Any) -> Any:
    return value.isoformat() if hasattr(value, "isoformat") else value
