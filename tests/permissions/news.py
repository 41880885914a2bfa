"""The newsroom's public pages; its inner ones are Wagtail's (test_editors_rooms.py).

An article that nobody may see yet, and how sections differ, are tested in the room itself.
"""

from typing import Any

from wagtail.documents.models import Document

from motcua.news.models import Article, Category, Picture, Topic

from ..answers import GOES_ON, SHOWN, everybody
from ..rows import Row
from ..town import Things


def month(_things: Things) -> tuple[Any, ...]:
    published = Article.objects.get().published_at
    return published.year, published.month


def document(_things: Things) -> tuple[Any, ...]:
    kept = Document.objects.get()
    return kept.pk, kept.filename


FOR_EVERYBODY = [
    Row("news:index", everybody(SHOWN)),
    Row("news:category", everybody(SHOWN), at=lambda _: (Category.objects.last().slug,)),
    Row("news:topic", everybody(SHOWN), at=lambda _: (Topic.objects.get().slug,)),
    Row("news:month", everybody(SHOWN), at=month),
    Row("news:permalink", everybody(GOES_ON), at=lambda _: (Article.objects.get().pk,)),
    Row("wagtail_serve", everybody(SHOWN), at=lambda _: (Article.objects.get().path_below,)),
    Row("wagtaildocs_serve", everybody(SHOWN), at=document),
    Row("media_file", everybody(SHOWN), at=lambda _: (Picture.objects.get().file.name,)),
]

ROWS = [*FOR_EVERYBODY]
