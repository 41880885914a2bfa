"""What does the whole page say where a field of its record is missing?"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_noop as _

from . import cleaning
from .remarks import Remarks

LABELS = (
    ("ten_thu_tuc", "Tên thủ tục"),
    ("ma_thu_tuc", "Mã thủ tục"),
    ("so_quyet_dinh", "Số quyết định"),
    ("cap_thuc_hien", "Cấp thực hiện"),
    ("loai_thu_tuc", "Loại thủ tục"),
    ("linh_vuc", "Lĩnh vực"),
    ("doi_tuong_thuc_hien", "Đối tượng thực hiện"),
    ("co_quan_co_tham_quyen", "Cơ quan có thẩm quyền"),
    ("dia_chi_tiep_nhan", "Địa chỉ tiếp nhận HS"),
    ("co_quan_duoc_uy_quyen", "Cơ quan được ủy quyền"),
    ("co_quan_phoi_hop", "Cơ quan phối hợp"),
    ("thu_tuc_lien_quan", "Thủ tục hành chính liên quan"),
    ("trinh_tu_thuc_hien", "Trình Tự Thực Hiện"),
    ("cach_thuc_thuc_hien", "Cách Thức Thực Hiện(?=Hình thức nộp)"),
    ("thanh_phan_ho_so", "Thành phần hồ sơ(?=.{1,2000}?Tên giấy tờ)"),
    ("can_cu_phap_ly", "Căn cứ pháp lý(?=Tên văn bản pháp lý)"),
    ("co_quan_thuc_hien", r"(?<=\S)Cơ quan thực hiện(?=\S)"),
    ("yeu_cau_dieu_kien", r"(?<=\S)Yêu cầu, điều kiện thực hiện(?=\S)"),
    ("ket_qua_xu_ly", r"(?<=\S)Kết quả xử lý(?=\S)"),
)
"""Fields of a record and the labels under which the page shows them, in its order."""
PATTERNS = tuple((field, re.compile(label, re.DOTALL)) for field, label in LABELS)

OFTEN_EMPTY = frozenset(
    {
        "co_quan_co_tham_quyen",
        "dia_chi_tiep_nhan",
        "co_quan_duoc_uy_quyen",
        "co_quan_phoi_hop",
        "thu_tuc_lien_quan",
    }
)
"""What most records leave open; the page says nothing there either."""

FROM_PAGE = _("trường này trống, lấy lại từ toàn văn của trang")


def completed(raw: Mapping[str, Any], remarks: Remarks) -> dict[str, Any]:
    """The record with those fields from the page that the record does not have itself."""
    full = dict(raw)
    missing = [field for field, _label in LABELS if field not in OFTEN_EMPTY and _empty(raw, field)]
    page = cleaning.text(raw.get("raw_text")) if missing else ""
    parts = _parts(page) if page else {}
    for field in missing:
        if words := parts.get(field, ""):
            full[field] = words
            remarks.on(field)(FROM_PAGE, words)
    return full


def _empty(raw: Mapping[str, Any], field: str) -> bool:
    value = raw.get(field)
    return not (value.strip() if isinstance(value, str) else value)


def _parts(page: str) -> dict[str, str]:
    """The words between one label and the next, each label looked for behind the one before."""
    starts, place = [], 0
    for field, pattern in PATTERNS:
        if found := pattern.search(page, place):
            starts.append((field, found.start(), found.end()))
            place = found.end()
    ends = [*(begin for _field, begin, _end in starts[1:]), len(page)]
    return {
        field: cleaning.said(page[begin:end])
        for (field, _begin, begin), end in zip(starts, ends, strict=False)
    }
