"""On which shelf does a citizen look for a procedure? The portal's own order, not the law's."""

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


def put_up() -> dict[str, Sector]:
    """Every shelf by its topic; made or moved where it is not as listed here."""
    Sector.objects.bulk_create(
        [
            Sector(slug=slug, name=name, position=place)
            for place, (slug, name) in enumerate(SHELVES.values())
        ],
        update_conflicts=True,
        unique_fields=["slug"],
        update_fields=["name", "position"],
    )
    return by_topic()


def by_topic() -> dict[str, Sector]:
    """Every shelf that is up, by its topic."""
    by_slug = {sector.slug: sector for sector in Sector.objects.all()}
    return {topic: by_slug[slug] for topic, (slug, _name) in SHELVES.items()}
