"""How does a record of the house look in the keys of raw records? What goes out can come in again.

The keys are those of the national database (``ma_thu_tuc``, ``ten_thu_tuc``…); tables are lists of
objects that say everything by themselves, so that an import reads nothing out of words.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

Record = dict[str, Any]

PLAIN = {
    "ma_thu_tuc": "code",
    "ten_thu_tuc": "name",
    "so_quyet_dinh": "decision_number",
    "ngay_hieu_luc": "effective_from",
    "loai_thu_tuc": "kind",
    "linh_vuc": "sector",
    "doi_tuong_thuc_hien": "audiences",
    "co_quan_thuc_hien": "authority",
    "co_quan_co_tham_quyen": "competent_authority",
    "co_quan_duoc_uy_quyen": "delegated_authority",
    "co_quan_phoi_hop": "coordinating_authority",
    "dia_chi_tiep_nhan": "reception_address",
    "ly_do_mot_phan": "partial_reason",
    "mo_ta": "summary",
    "trinh_tu_thuc_hien": "steps",
    "yeu_cau_dieu_kien": "conditions",
    "so_bo_ho_so": "how_many_sets",
    "luu_y": "notes",
    "thu_tuc_lien_quan": "related",
    "tu_khoa": "keywords",
    "ten_goi_khac": "popular_names",
    "ngay_het_hieu_luc": "ends_on",
    "quyet_dinh_het_hieu_luc": "ended_by",
    "thu_tuc_thay_the": "replaced_by",
}
"""Key of a raw record → key of the house, where the value is the same."""
LEVELS = {
    "ministry": "Cấp bộ",
    "province": "Cấp tỉnh",
    "commune": "Cấp xã",
    "other": "Cơ quan khác",
}
ONLINE = {"full": "Toàn trình", "partial": "Một phần"}
NONE_OF = {"forms": "Mẫu đơn, tờ khai", "conditions": "Yêu cầu, điều kiện", "fees": "Phí, lệ phí"}
CHANNELS = {"direct": "Trực tiếp", "online": "Trực tuyến", "post": "Dịch vụ bưu chính"}
UNITS = {
    "same_day": "trong ngày",
    "hour": "giờ",
    "day": "ngày",
    "working_day": "ngày làm việc",
    "month": "tháng",
}
SUPPLEMENTS = {"restart": "tính lại từ đầu", "resume": "tính tiếp"}
WORKS = {"submit": "nộp", "show": "xuất trình"}


def raw_of(record: Record) -> Record:
    """The raw record that is understood as this one; source and remarks go along."""
    source = record.get("source", {})
    told = {
        **{key: record.get(name) for key, name in PLAIN.items()},
        "cap_thuc_hien": _joined(LEVELS, record.get("levels", ())),
        "muc_do_truc_tuyen": ONLINE.get(record.get("online_level", "")),
        "khong_co": _joined(NONE_OF, record.get("states_none", ()), "; "),
        "cach_thuc_thuc_hien": [_channel(row) for row in record.get("channels", ())],
        "thanh_phan_ho_so": [_case(row) for row in record.get("cases", ())],
        "can_cu_phap_ly": [_law(row) for row in record.get("legal_basis", ())],
        "ket_qua_xu_ly": [_result(row) for row in record.get("results", ())],
        "bieu_mau": _form(record),
        "bo_sung_ho_so": SUPPLEMENTS.get(record.get("supplement_policy", "")),
        "nguon": source.get("where"),
        "ngay_ghi_nhan": source.get("recorded_on"),
        "detail_url": source.get("url"),
    }
    return {key: value for key, value in told.items() if value not in (None, "", [])}


def _joined(words: Mapping[str, str], keys: Iterable[str], between: str = ", ") -> str:
    return between.join(words[key] for key in keys)


def _channel(row: Record) -> Record:
    return {
        "hinh_thuc_nop": CHANNELS.get(row.get("kind", ""), ""),
        "thoi_han": row.get("limit_value"),
        "don_vi": UNITS.get(row.get("limit_unit") or "", ""),
        "ghi_chu_thoi_han": row.get("limit_note", ""),
        "so_tien": row.get("fee_amount"),
        "phi_le_phi": row.get("fee_text", ""),
        "mo_ta": row.get("description", ""),
    }


def _case(row: Record) -> Record:
    return {
        "truong_hop": row.get("name", ""),
        "giay_to": [_paper(paper) for paper in row["components"]],
    }


def _paper(row: Record) -> Record:
    return {
        "ten_giay_to": row["name"],
        "viec": WORKS[row.get("kind", "submit")],
        "ban_chinh": row.get("originals"),
        "ban_sao": row.get("copies"),
        "mau_don_to_khai": row.get("form_template", ""),
        "dieu_kien": row.get("condition", ""),
        "ghi_chu": row.get("note", ""),
    }


def _law(row: Record) -> Record:
    return {
        "so_ky_hieu": row.get("number", ""),
        "trich_yeu": row.get("title", ""),
        "ngay_ban_hanh": row.get("issued_on", ""),
        "co_quan": row.get("issuer", ""),
    }


def _form(record: Record) -> Record | None:
    """In the shape in which forms stand in files (``forms_data``)."""
    if "form" not in record:
        return None
    return {"schema": record["form"], "layout": record["form_layout"]}


def _result(row: Record) -> Record:
    return {"ma_ket_qua": row.get("code", ""), "ten_ket_qua": row["name"]}
