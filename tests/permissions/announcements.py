"""What everybody may know: announcements, feeds and the maps for search engines."""

from typing import Any

from motcua.news.models import Announcement

from ..answers import SHOWN, everybody
from ..rows import Row
from ..town import Things


def announced(_things: Things) -> tuple[Any, ...]:
    made, _is_new = Announcement.objects.get_or_create(title="Thông báo")
    return (made.slug,)


FOR_EVERYBODY = [
    Row("news:announcements", everybody(SHOWN)),
    Row("news:announcement", everybody(SHOWN), at=announced),
]
ROWS = [*FOR_EVERYBODY]
