"""What goes live and what ends, week by week and corner by corner?"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.models import Page, Revision

from motcua.news.models import Article
from motcua.periods.clock import VIETNAM

WEEK = timedelta(days=7)


@dataclass(frozen=True)
class Entry:
    """One thing that happens to an article at a moment."""

    at: datetime
    what: Any
    article: Article
    section: str


@dataclass(frozen=True)
class Week:
    """From a Monday, what somebody may see of it."""

    monday: date
    entries: list[Entry]

    @property
    def last_day(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def before(self) -> date:
        return self.monday - WEEK

    @property
    def after(self) -> date:
        return self.monday + WEEK


def week_of(day: date, visible: Any) -> Week:
    """The week of ``day``, of the articles in the queryset ``visible``; six statements."""
    monday = day - timedelta(days=day.weekday())
    start = datetime.combine(monday, time(), VIETNAM)
    moments = sorted(_moments(visible, start, start + WEEK), key=lambda moment: moment[0])
    corners = _corners({article.path[: -Article.steplen] for _at, _what, article in moments})
    return Week(
        monday,
        [
            Entry(at, what, article, corners.get(article.path[: -Article.steplen], ""))
            for at, what, article in moments
        ],
    )


def _corners(paths: set[str]) -> dict[str, str]:
    return dict(Page.objects.filter(path__in=paths).values_list("path", "title"))


def _moments(
    visible: Any, start: datetime, end: datetime
) -> Iterator[tuple[datetime, Any, Article]]:
    articles = Article.objects.filter(pk__in=visible.values("pk")).defer("body")
    for each in articles.filter(live=True, first_published_at__range=(start, end)):
        yield each.first_published_at, _("đã đăng"), each
    for each in articles.filter(expire_at__range=(start, end)):
        yield each.expire_at, _("hết hạn"), each
    due = Revision.page_revisions.filter(approved_go_live_at__range=(start, end))
    moments = {int(each.object_id): each.approved_go_live_at for each in due.defer("content")}
    for each in articles.filter(pk__in=moments):
        yield moments[each.pk], _("lên trang"), each
