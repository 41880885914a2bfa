"""For which fields of state management is whom competent in the demo? A plan, without a database.

Which department has which field is as after 01/07/2025, from memory; check it before taking this
for more than a demo.
"""

from dataclasses import dataclass

from motcua.organizations.models import OrganizationKind

TWO_TIERS_LAW = "Luật Tổ chức chính quyền địa phương 72/2025/QH15"


@dataclass(frozen=True)
class Field:
    """A function, the department that has it, and whether committees below share it.

    ``shelves`` are the sectors of the catalog whose procedures belong to it.
    """

    code: str
    name: str
    department: str
    is_local: bool = True
    shelves: tuple[str, ...] = ()

    @property
    def kinds(self) -> tuple[OrganizationKind, ...]:
        """Committees that are competent by their kind; districts until 30/06/2025."""
        local = (OrganizationKind.COMMUNE_COMMITTEE, OrganizationKind.DISTRICT_COMMITTEE)
        return local if self.is_local else ()


FIELDS = (
    Field("ho-tich", "Hộ tịch, quốc tịch", "Sở Tư pháp", shelves=("gia-dinh-ho-tich",)),
    Field("chung-thuc", "Chứng thực", "Sở Tư pháp", shelves=("chung-thuc",)),
    Field("dat-dai", "Đất đai", "Sở Nông nghiệp và Môi trường", shelves=("dat-dai",)),
    Field("moi-truong", "Môi trường", "Sở Nông nghiệp và Môi trường"),
    Field("xay-dung", "Xây dựng, nhà ở", "Sở Xây dựng", shelves=("xay-dung",)),
    Field(
        "giao-thong",
        "Giao thông vận tải",
        "Sở Xây dựng",
        is_local=False,
        shelves=("xe-giay-phep-lai-xe",),
    ),
    Field("kinh-doanh", "Đăng ký kinh doanh", "Sở Tài chính", shelves=("kinh-doanh",)),
    Field("ngan-sach", "Tài chính, ngân sách", "Sở Tài chính"),
    Field("an-sinh", "Bảo trợ xã hội", "Sở Y tế", shelves=("an-sinh",)),
    Field("y-te", "Y tế", "Sở Y tế"),
    Field("nguoi-co-cong", "Người có công", "Sở Nội vụ"),
    Field("to-chuc-can-bo", "Tổ chức bộ máy, cán bộ, công chức", "Sở Nội vụ"),
    Field("giao-duc", "Giáo dục và đào tạo", "Sở Giáo dục và Đào tạo"),
    Field("van-hoa", "Văn hóa, thể thao, du lịch", "Sở Văn hóa, Thể thao và Du lịch"),
    Field("cong-thuong", "Công nghiệp, thương mại", "Sở Công Thương"),
    Field("khoa-hoc", "Khoa học, công nghệ, chuyển đổi số", "Sở Khoa học và Công nghệ"),
    Field("dan-toc", "Dân tộc, tôn giáo", "Sở Dân tộc và Tôn giáo"),
    Field("doi-ngoai", "Đối ngoại, biên giới", "Sở Ngoại vụ", is_local=False),
    Field("khu-kinh-te", "Khu kinh tế, khu công nghiệp", "Ban Quản lý Khu kinh tế", is_local=False),
)
