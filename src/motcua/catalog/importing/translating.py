"""One raw record, taken apart: a record of this house and what was kept as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from motcua.catalog.exceptions import RecordRefused

from . import (
    channels,
    cleaning,
    days,
    exporting,
    headings,
    laws,
    own_form,
    page_text,
    papers,
    results,
    steps,
    topics,
)
from .remarks import Remarks, tell_strange

SOURCE = "Cơ sở dữ liệu quốc gia về thủ tục hành chính"
"""Where raw records come from: NĐ 63/2010/NĐ-CP Art 24, the national database."""
LONGEST_DECISION = 100
LONGEST_NAME = 3_000
"""Letters; the longest name in the crawl has 1,094 (domain.md §5.2)."""
LONG_NAME = gettext_noop("tên dài bất thường, cắt bớt")
ODD_SETS = gettext_noop("số bộ hồ sơ không phải số từ 1 đến 100, không nhận")
ODD_ADDRESS = gettext_noop("địa chỉ nguồn không bắt đầu bằng https://, không nhận")
NO_END = gettext_noop(
    "chỉ ghi một phần về việc hết hiệu lực (cần cả ngày và quyết định), không nhận"
)
ODD_CODE = gettext_noop("mã thủ tục thay thế không đúng dạng 1.001193, không nhận")
LONG_DECISION = gettext_noop("số quyết định quá dài, không nhận là số")

END = ("ngay_het_hieu_luc", "quyet_dinh_het_hieu_luc", "thu_tuc_thay_the")
KNOWN = frozenset(
    {
        *exporting.PLAIN,
        *("cap_thuc_hien", "muc_do_truc_tuyen", "khong_co", "cach_thuc_thuc_hien"),
        *("thanh_phan_ho_so", "can_cu_phap_ly", "ket_qua_xu_ly", "bieu_mau", "bo_sung_ho_so"),
        *("nguon", "ngay_ghi_nhan", "detail_url", "formality_id", "raw_text"),
    }
)
"""What is read of a record; of anything else the report says that it was not."""

Raw = Mapping[str, Any]
Record = dict[str, Any]


class Understood(NamedTuple):
    """A record in the house's format (recording/schema.json), and remarks on the source."""

    record: Record
    remarks: Remarks


def understand(raw: object) -> Understood:
    """The record; RecordRefused only where there is no object, no code or no name."""
    if not isinstance(raw, Mapping):
        raise RecordRefused([_("Không phải một thủ tục (phải là một đối tượng JSON).")])
    remarks = Remarks()
    full = page_text.completed(raw, remarks)
    code, name = headings.code(full.get("ma_thu_tuc")), cleaning.one_line(full.get("ten_thu_tuc"))
    if not code:
        told = cleaning.one_line(full.get("ma_thu_tuc")) or "—"
        raise RecordRefused([_("Mã thủ tục “%s” không đúng dạng 1.001193.") % told[:60]])
    if not name:
        raise RecordRefused([_("Thủ tục %s không có tên.") % code])
    if len(name) > LONGEST_NAME:
        remarks.on("ten_thu_tuc")(LONG_NAME, name)
        name = f"{name[:LONGEST_NAME].rsplit(' ', 1)[0]}…"
    tell_strange(full, KNOWN, remarks.on("*"))
    record = {"code": code, "name": name, **_heading(full, remarks), **_parts(full, remarks)}
    record |= own_form.read(full, remarks)
    return Understood({key: part for key, part in record.items() if _is_told(part)}, remarks)


def counted(record: Record) -> dict[str, int]:
    """How much of it was taken apart, for the report."""
    channels, cases = record.get("channels", ()), record.get("cases", ())
    return {
        "channels": len(channels),
        "amounts": sum(row.get("fee_amount") is not None for row in channels),
        "limits": sum(row.get("limit_unit") is not None for row in channels),
        "cases": len(cases),
        "papers": sum(len(case["components"]) for case in cases),
        "laws": len(record.get("legal_basis", ())),
        "results": len(record.get("results", ())),
    }


def _is_told(part: object) -> bool:
    return part not in ("", [], {}, None)


def _heading(raw: Raw, remarks: Remarks) -> Record:
    sector = cleaning.one_line(raw.get("linh_vuc"))
    return {
        "topic": topics.of(sector),
        "sector": sector,
        "kind": cleaning.one_line(raw.get("loai_thu_tuc")),
        "levels": headings.levels(raw.get("cap_thuc_hien"), remarks.on("cap_thuc_hien")),
        "decision_number": _decision(raw, remarks),
        "effective_from": _day(raw, "ngay_hieu_luc", remarks),
        **headings.online(raw, remarks.on("muc_do_truc_tuyen")),
        "audiences": headings.audiences(
            raw.get("doi_tuong_thuc_hien"), remarks.on("doi_tuong_thuc_hien")
        ),
        "authority": cleaning.one_line(raw.get("co_quan_thuc_hien")),
        "competent_authority": cleaning.one_line(raw.get("co_quan_co_tham_quyen")),
        "delegated_authority": cleaning.one_line(raw.get("co_quan_duoc_uy_quyen")),
        "coordinating_authority": cleaning.one_line(raw.get("co_quan_phoi_hop")),
        "reception_address": cleaning.one_line(raw.get("dia_chi_tiep_nhan")),
        "source": _source(raw, remarks),
        **_end(raw, remarks),
    }


def _day(raw: Raw, field: str, remarks: Remarks) -> str:
    return days.read(cleaning.one_line(raw.get(field)), remarks.on(field))


def _end(raw: Raw, remarks: Remarks) -> Record:
    """How it ends, where day and decision are told; else nothing is made up."""
    day = _day(raw, "ngay_het_hieu_luc", remarks)
    decision = cleaning.one_line(raw.get("quyet_dinh_het_hieu_luc"))
    if not day or not decision or len(decision) > LONGEST_DECISION:
        if any(told := [cleaning.one_line(raw.get(field)) for field in END]):
            remarks.on(END[0])(NO_END, "; ".join(word for word in told if word))
        return {}
    return {"ends_on": day, "ended_by": decision, "replaced_by": _successors(raw, remarks)}


def _successors(raw: Raw, remarks: Remarks) -> list[str]:
    """The codes, listed or between commas."""
    told = results.keywords_in(raw.get("thu_tuc_thay_the"))
    parts = [part for one in told for part in one.replace(",", " ").replace(";", " ").split()]
    for part in parts:
        if not headings.code(part):
            remarks.on("thu_tuc_thay_the")(ODD_CODE, part)
    return list(dict.fromkeys(code for part in parts if (code := headings.code(part))))


def _decision(raw: Raw, remarks: Remarks) -> str:
    number = cleaning.one_line(raw.get("so_quyet_dinh"))
    if len(number) > LONGEST_DECISION:
        remarks.on("so_quyet_dinh")(LONG_DECISION, number)
        return ""
    return number


def _source(raw: Raw, remarks: Remarks) -> Record:
    url, told = cleaning.one_line(raw.get("detail_url")), _day(raw, "ngay_ghi_nhan", remarks)
    if url and not url.startswith("https://"):
        remarks.on("detail_url")(ODD_ADDRESS, url)
    return {
        "where": cleaning.one_line(raw.get("nguon")) or SOURCE,
        **({"recorded_on": told} if told else {}),
        **({"url": url} if url.startswith("https://") else {}),
    }


def _sets(raw: Raw, remarks: Remarks) -> int | None:
    sets = papers.sets(raw.get("so_bo_ho_so"))
    if sets is None and (words := cleaning.one_line(raw.get("so_bo_ho_so"))):
        remarks.on("so_bo_ho_so")(ODD_SETS, words)
    return sets


def _listed(value: object) -> list[str]:
    """The items of a text by their marks; what a list holds stays whole."""
    told = cleaning.paragraphs(value)
    return told if isinstance(value, list) else steps.outlined(told)


def _parts(raw: Raw, remarks: Remarks) -> Record:
    outcome = results.read(raw.get("ket_qua_xu_ly"), remarks.on("ket_qua_xu_ly"))
    cases, notes = papers.read(raw.get("thanh_phan_ho_so"), remarks.on("thanh_phan_ho_so"))
    order, more = steps.read(raw.get("trinh_tu_thuc_hien"))
    words = results.keywords_in(raw.get("tu_khoa"))
    return {
        "summary": cleaning.said(raw.get("mo_ta")) or outcome.description,
        "steps": order,
        "channels": channels.read(
            raw.get("cach_thuc_thuc_hien"), remarks.on("cach_thuc_thuc_hien")
        ),
        "cases": cases,
        "how_many_sets": _sets(raw, remarks),
        "notes": [*cleaning.paragraphs(raw.get("luu_y")), *dict.fromkeys([*more, *notes])],
        "legal_basis": laws.read(raw.get("can_cu_phap_ly"), remarks.on("can_cu_phap_ly")),
        "conditions": _listed(raw.get("yeu_cau_dieu_kien")),
        "results": outcome.results,
        "keywords": list(dict.fromkeys([*words, *outcome.keywords])),
        "popular_names": results.keywords_in(raw.get("ten_goi_khac")),
        "states_none": headings.states_none(raw.get("khong_co"), remarks.on("khong_co")),
        "related": cleaning.paragraphs(raw.get("thu_tuc_lien_quan")),
    }
