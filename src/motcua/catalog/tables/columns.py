"""Which sheets and columns has a workbook of procedures? The same going out and coming in.

A column stands for a key of raw records (importing/exporting.py). The heads belong to the file:
they are Vietnamese in every language of the screen.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from motcua.catalog.importing.exporting import CHANNELS as KINDS
from motcua.catalog.importing.exporting import LEVELS, NONE_OF, ONLINE, UNITS, WORKS
from motcua.search.folding import fold

CODE = "ma_thu_tuc"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its key in raw records, its head, and how a cell is read."""

    key: str
    head: str
    is_day: bool = False
    is_number: bool = False
    is_list: bool = False
    """Several paragraphs, one a line of the cell; more cells of the same procedure go on."""
    one_of: tuple[str, ...] = ()
    """The only words that it may hold; of several ``between`` stands between them."""
    between: str = ""

    def unknown_in(self, words: str) -> list[str]:
        """The words of a cell that may not stand there."""
        if not self.one_of:
            return []
        parts = words.split(self.between) if self.between else [words]
        known = {fold(word) for word in self.one_of}
        return [part.strip() for part in parts if part.strip() and fold(part.strip()) not in known]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet; ``key`` is the list of a raw record whose rows stand here."""

    name: str
    key: str
    columns: tuple[Column, ...]

    @property
    def by_head(self) -> dict[str, Column]:
        return {fold(column.head): column for column in self.columns}


CODES = Column(CODE, "Mã thủ tục")


def _words(key: str, head: str) -> Column:
    return Column(key, head)


def _list(key: str, head: str) -> Column:
    return Column(key, head, is_list=True)


def _number(key: str, head: str) -> Column:
    return Column(key, head, is_number=True)


def _day(key: str, head: str) -> Column:
    return Column(key, head, is_day=True)


def _one_of(key: str, head: str, words: Iterable[str]) -> Column:
    return Column(key, head, one_of=tuple(words))


def _some_of(key: str, head: str, words: Iterable[str], between: str) -> Column:
    return Column(key, head, one_of=tuple(words), between=between)


PROCEDURES = Table(
    "Thủ tục",
    "",
    (
        CODES,
        _words("ten_thu_tuc", "Tên thủ tục"),
        _words("so_quyet_dinh", "Số quyết định"),
        _day("ngay_hieu_luc", "Ngày hiệu lực"),
        _some_of("cap_thuc_hien", "Cấp thực hiện", LEVELS.values(), ","),
        _words("loai_thu_tuc", "Loại thủ tục"),
        _words("linh_vuc", "Lĩnh vực"),
        _list("doi_tuong_thuc_hien", "Đối tượng thực hiện"),
        _words("co_quan_thuc_hien", "Cơ quan thực hiện"),
        _words("co_quan_co_tham_quyen", "Cơ quan có thẩm quyền"),
        _words("co_quan_duoc_uy_quyen", "Cơ quan được ủy quyền"),
        _words("co_quan_phoi_hop", "Cơ quan phối hợp"),
        _words("dia_chi_tiep_nhan", "Địa chỉ tiếp nhận"),
        _one_of("muc_do_truc_tuyen", "Mức độ trực tuyến", ONLINE.values()),
        _words("ly_do_mot_phan", "Lý do một phần"),
        _words("mo_ta", "Mô tả"),
        _list("trinh_tu_thuc_hien", "Trình tự thực hiện"),
        _list("yeu_cau_dieu_kien", "Yêu cầu, điều kiện"),
        _number("so_bo_ho_so", "Số bộ hồ sơ"),
        _list("luu_y", "Lưu ý"),
        _list("thu_tuc_lien_quan", "Thủ tục liên quan"),
        _list("tu_khoa", "Từ khóa"),
        _list("ten_goi_khac", "Tên gọi khác"),
        _some_of("khong_co", "Không có", NONE_OF.values(), ";"),
        _day("ngay_het_hieu_luc", "Ngày hết hiệu lực"),
        _words("quyet_dinh_het_hieu_luc", "Quyết định hết hiệu lực"),
        _list("thu_tuc_thay_the", "Thủ tục thay thế"),
        _words("nguon", "Nguồn"),
        _day("ngay_ghi_nhan", "Ngày ghi nhận"),
        _words("detail_url", "Địa chỉ nguồn"),
    ),
)
CHANNELS = Table(
    "Cách thực hiện",
    "cach_thuc_thuc_hien",
    (
        CODES,
        _one_of("hinh_thuc_nop", "Hình thức nộp", KINDS.values()),
        _number("thoi_han", "Thời hạn"),
        _one_of("don_vi", "Đơn vị", UNITS.values()),
        _words("ghi_chu_thoi_han", "Ghi chú thời hạn"),
        _number("so_tien", "Số tiền (đồng)"),
        _words("phi_le_phi", "Phí, lệ phí"),
        _words("mo_ta", "Mô tả"),
    ),
)
PAPERS = Table(
    "Hồ sơ",
    "thanh_phan_ho_so",
    (
        CODES,
        _words("truong_hop", "Trường hợp"),
        _words("ten_giay_to", "Tên giấy tờ"),
        _one_of("viec", "Nộp hay xuất trình", WORKS.values()),
        _number("ban_chinh", "Bản chính"),
        _number("ban_sao", "Bản sao"),
        _words("mau_don_to_khai", "Mẫu đơn, tờ khai"),
        _words("dieu_kien", "Khi nào cần"),
        _words("ghi_chu", "Ghi chú"),
    ),
)
LAWS = Table(
    "Căn cứ",
    "can_cu_phap_ly",
    (
        CODES,
        _words("so_ky_hieu", "Số, ký hiệu"),
        _words("trich_yeu", "Trích yếu"),
        _day("ngay_ban_hanh", "Ngày ban hành"),
        _words("co_quan", "Cơ quan ban hành"),
    ),
)
RESULTS = Table(
    "Kết quả",
    "ket_qua_xu_ly",
    (CODES, _words("ma_ket_qua", "Mã kết quả"), _words("ten_ket_qua", "Tên kết quả")),
)
TABLES = (PROCEDURES, CHANNELS, PAPERS, LAWS, RESULTS)
