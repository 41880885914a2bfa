"""What everybody may know: announcements, feeds and the maps for search engines."""

from typing import Any

from motcua.news.actions import set_up
from motcua.news.models import Announcement, Category, Section

from ..answers import SHOWN, everybody
from ..rows import Row
from ..town import Things


def announced(_things: Things) -> tuple[Any, ...]:
    made, _is_new = Announcement.objects.get_or_create(title="Lịch nghỉ Tết của trung tâm")
    return (made.slug,)


def headed() -> Category:
    return Category.objects.get_or_create(name="Chuyên mục")[0]


def corner() -> Section:
    return set_up()


FOR_EVERYBODY = [
    Row("news:announcements", everybody(SHOWN)),
    Row("news:announcement", everybody(SHOWN), at=announced),
    *(
        row
        for kind in ("rss", "atom")
        for row in (
            Row(f"news:{kind}", everybody(SHOWN)),
            Row(f"news:category_{kind}", everybody(SHOWN), at=lambda _: (headed().slug,)),
            Row(f"news:section_{kind}", everybody(SHOWN), at=lambda _: (corner().slug,)),
        )
    ),
    Row("ui:sitemap", everybody(SHOWN)),
    Row("ui:sitemap_part", everybody(SHOWN), at=lambda _: ("tin-moi",)),
]
ROWS = [*FOR_EVERYBODY]
