"""One raw record, taken apart: a record of this house and what was kept as it stood."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from motcua.catalog.exceptions import RecordRefused

from . import channels, cleaning, days, headings, laws, page_text, papers, results, topics
from .remarks import Remarks

SOURCE = "Cơ sở dữ liệu quốc gia về thủ tục hành chính"
"""Where raw records come from: NĐ 63/2010/NĐ-CP Art 24, the national database."""
LONGEST_DECISION = 100
LONGEST_NAME = 3_000
"""Letters; the longest name in the crawl has 1,094 (domain.md §5.2)."""
LONG_NAME = gettext_noop("tên dài bất thường, cắt bớt")
LONG_DECISION = gettext_noop("số quyết định quá dài, không nhận là số")

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
    record = {"code": code, "name": name, **_heading(full, remarks), **_parts(full, remarks)}
    return Understood({key: part for key, part in record.items() if _is_told(part)}, remarks)


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
        "effective_from": days.read(cleaning.one_line(raw.get("ngay_hieu_luc"))),
        **headings.online(raw),
        "audiences": headings.audiences(
            raw.get("doi_tuong_thuc_hien"), remarks.on("doi_tuong_thuc_hien")
        ),
        "authority": cleaning.one_line(raw.get("co_quan_thuc_hien")),
        "competent_authority": cleaning.one_line(raw.get("co_quan_co_tham_quyen")),
        "delegated_authority": cleaning.one_line(raw.get("co_quan_duoc_uy_quyen")),
        "coordinating_authority": cleaning.one_line(raw.get("co_quan_phoi_hop")),
        "reception_address": cleaning.one_line(raw.get("dia_chi_tiep_nhan")),
        "source": _source(raw),
        **_end(raw),
    }


def _end(raw: Raw) -> Record:
    """How it ends, where day and decision are told; else nothing is made up."""
    day = days.read(cleaning.one_line(raw.get("ngay_het_hieu_luc")))
    decision = cleaning.one_line(raw.get("quyet_dinh_het_hieu_luc"))
    if not day or not decision or len(decision) > LONGEST_DECISION:
        return {}
    told = raw.get("thu_tuc_thay_the")
    codes = [headings.code(one) for one in (told if isinstance(told, list) else [told])]
    return {
        "ends_on": day,
        "ended_by": decision,
        "replaced_by": list(dict.fromkeys(code for code in codes if code)),
    }


def _decision(raw: Raw, remarks: Remarks) -> str:
    number = cleaning.one_line(raw.get("so_quyet_dinh"))
    if len(number) > LONGEST_DECISION:
        remarks.on("so_quyet_dinh")(LONG_DECISION, number)
        return ""
    return number


def _source(raw: Raw) -> Record:
    url, day = cleaning.one_line(raw.get("detail_url")), cleaning.one_line(raw.get("ngay_ghi_nhan"))
    return {
        "where": cleaning.one_line(raw.get("nguon")) or SOURCE,
        **({"recorded_on": told} if (told := days.read(day)) else {}),
        **({"url": url} if url.startswith("https://") else {}),
    }


def _parts(raw: Raw, remarks: Remarks) -> Record:
    outcome = results.read(raw.get("ket_qua_xu_ly"), remarks.on("ket_qua_xu_ly"))
    cases, notes = papers.read(raw.get("thanh_phan_ho_so"), remarks.on("thanh_phan_ho_so"))
    words = results.keywords_in(raw.get("tu_khoa"))
    return {
        "summary": cleaning.said(raw.get("mo_ta")) or outcome.description,
        "steps": cleaning.paragraphs(raw.get("trinh_tu_thuc_hien")),
        "channels": channels.read(
            raw.get("cach_thuc_thuc_hien"), remarks.on("cach_thuc_thuc_hien")
        ),
        "cases": cases,
        "how_many_sets": papers.sets(raw.get("so_bo_ho_so")),
        "notes": [*cleaning.paragraphs(raw.get("luu_y")), *notes],
        "legal_basis": laws.read(raw.get("can_cu_phap_ly"), remarks.on("can_cu_phap_ly")),
        "conditions": cleaning.paragraphs(raw.get("yeu_cau_dieu_kien")),
        "results": outcome.results,
        "keywords": list(dict.fromkeys([*words, *outcome.keywords])),
        "popular_names": results.keywords_in(raw.get("ten_goi_khac")),
        "states_none": headings.states_none(raw.get("khong_co")),
        "related": cleaning.paragraphs(raw.get("thu_tuc_lien_quan")),
    }
