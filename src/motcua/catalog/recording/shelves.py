"""On which shelf does a citizen look for a procedure? The portal's own order, not the law's."""

from collections.abc import Iterable, Mapping

from django.utils.translation import gettext_noop as _

from motcua.catalog.models import Sector

SHELVES = {
    "family": ("gia-dinh-ho-tich", _("Gia đình và hộ tịch")),
    "residence": ("cu-tru-can-cuoc", _("Cư trú, căn cước, lý lịch tư pháp")),
    "certification": ("chung-thuc", _("Chứng thực và bản sao")),
    "business": ("kinh-doanh", _("Kinh doanh")),
    "building": ("xay-dung", _("Nhà ở và xây dựng")),
    "land": ("dat-dai", _("Đất đai")),
    "transport": ("xe-giay-phep-lai-xe", _("Xe và giấy phép lái xe")),
    "welfare": ("an-sinh", _("An sinh xã hội")),
    "work": ("lao-dong-viec-lam", _("Lao động, việc làm, công vụ")),
    "education": ("giao-duc", _("Giáo dục và đào tạo")),
    "health": ("y-te", _("Y tế, dược, an toàn thực phẩm")),
    "farming": ("nong-nghiep", _("Nông, lâm nghiệp và thủy sản")),
    "environment": ("moi-truong", _("Môi trường và tài nguyên")),
    "money": ("thue-tai-chinh", _("Thuế, hải quan, tài chính")),
    "culture": ("van-hoa-du-lich", _("Văn hóa, thể thao, du lịch, báo chí")),
    "science": ("khoa-hoc-cong-nghe", _("Khoa học, công nghệ, viễn thông")),
    "justice": ("tu-phap-khieu-nai", _("Tư pháp, khiếu nại, tố cáo")),
    "order": ("an-ninh-quoc-phong", _("An ninh, quốc phòng, phòng cháy")),
    "state": ("to-chuc-nha-nuoc", _("Tổ chức, hội, văn thư, đối ngoại")),
    "other": ("linh-vuc-khac", _("Lĩnh vực khác")),
}
"""Topic of a record → address and name of the shelf, in the order of the list."""


def put_up(topics: Iterable[str]) -> dict[str, Sector]:
    """The shelves of these topics; made where they are not there, moved where not as listed."""
    wanted = set(topics)
    listed = {topic: _listed(topic) for topic in SHELVES if topic in wanted}
    there = _there(listed)
    missing = [sector for sector in listed.values() if sector.slug not in there]
    moved = [there[one.slug] for one in listed.values() if _is_moved(one, there.get(one.slug))]
    Sector.objects.bulk_create(missing, ignore_conflicts=True)
    Sector.objects.bulk_update(moved, ["name", "position"])
    there = _there(listed)
    return {topic: there[sector.slug] for topic, sector in listed.items()}


def _listed(topic: str) -> Sector:
    slug, name = SHELVES[topic]
    return Sector(slug=slug, name=name, position=list(SHELVES).index(topic))


def _there(listed: Mapping[str, Sector]) -> dict[str, Sector]:
    return Sector.objects.in_bulk([one.slug for one in listed.values()], field_name="slug")


def _is_moved(listed: Sector, there: Sector | None) -> bool:
    """Whether the shelf stands elsewhere or under another name; then it becomes as listed."""
    if there is None or (there.name, there.position) == (listed.name, listed.position):
        return False
    there.name, there.position = listed.name, listed.position
    return True
