"""The smallest true newsroom, and what stands in it."""

import io
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from django.utils import timezone
from PIL import Image

from motcua.news import actions
from motcua.news.models import Article, Category, Picture, Section

LEAD = "Từ ngày 1/12, mọi trung tâm cùng nhận hồ sơ của người dân toàn thành phố."


def section(title: str = "Tin của cổng", **more: Any) -> Section:
    """The portal's own section, or another beside it."""
    main = Section.objects.filter(slug=actions.MAIN, locale__language_code="vi").first()
    main = main or actions.set_up()
    if title == main.title:
        return main
    other = main.get_parent().add_child(instance=Section(title=title, **more))
    other.save_revision().publish()
    return other


def category(name: str = "Cải cách hành chính") -> Category:
    return Category.objects.get_or_create(name=name)[0]


def article(
    title: str = "Nộp hồ sơ ở phường nào cũng được",
    *,
    inside: Section | None = None,
    at: datetime | None = None,
    body: list[tuple[str, Any]] | None = None,
    **more: Any,
) -> Article:
    """An article that readers see since ``at``."""
    made = draft(title, inside=inside, body=body, **more)
    made.first_published_at = at or timezone.now()
    made.save()
    made.save_revision().publish()
    made.refresh_from_db()
    return made


def draft(
    title: str = "Nộp hồ sơ ở phường nào cũng được",
    *,
    inside: Section | None = None,
    tags: tuple[str, ...] = (),
    **more: Any,
) -> Article:
    """An article that nobody sees yet."""
    more.setdefault("lead", LEAD)
    page = Article(title=title, live=False, **{**more, "body": more.get("body") or []})
    made = (inside or section()).add_child(instance=page)
    if tags:
        made.tags.add(*tags)
        made.save()
    return made


def image(
    size: tuple[int, int] = (420, 280), format: str = "JPEG", color: str = "#14405e", **how: Any
) -> bytes:
    """The bytes of a picture of one color."""
    out = io.BytesIO()
    Image.new("RGB", size, color).save(out, format, **how)
    return out.getvalue()


def picture(size: tuple[int, int] = (420, 280), **more: Any) -> Picture:
    given = {
        "title": "Thuyền trên vịnh",
        "description": "Thuyền buồm đỏ trên vịnh, phía sau là đảo đá",
        "file": ContentFile(image(size), "thuyen.jpg"),
        **more,
    }
    return Picture.objects.create(**given)
