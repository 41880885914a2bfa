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
    by_slug = {sector.slug: sector for sector in Sector.objects.all()}
    return {topic: by_slug[slug] for topic, (slug, _name) in SHELVES.items()}
