"""Which articles does a reader see, in which order?"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, Self

from django.contrib.postgres.fields import ArrayField
from django.db.models import BigIntegerField, Exists, F, Func, IntegerField, OuterRef, Q, Value
from wagtail.models import PageManager
from wagtail.query import PageQuerySet

if TYPE_CHECKING:
    from .models import Article, Section

ORIGINAL = "vi"
"""The language that every article has or is offered in."""


class ArticleQuerySet(PageQuerySet):
    """Questions to the newsroom."""

    def shown(self) -> Self:
        """Published; our pages know no other privacy (``private_page_options``)."""
        return self.live().filter(published_at__isnull=False)

    def in_language(self, language: str) -> Self:
        """Each article once: in ``language`` where it exists in it, else in Vietnamese."""
        own = Q(locale__language_code=language)
        if language == ORIGINAL:
            return self.filter(own)
        translated = self.model.objects.filter(
            translation_key=OuterRef("translation_key"),
            locale__language_code=language,
            live=True,
        )
        return self.filter(own | (Q(locale__language_code=ORIGINAL) & ~Exists(translated)))

    def newest_first(self) -> Self:
        return self.order_by("-published_at", "-pk")

    def in_this_order(self, numbers: Sequence[int]) -> Self:
        """Those with these numbers, in the order of the numbers."""
        listed = Value(list(numbers), ArrayField(BigIntegerField()))
        place = Func(
            listed, F("page_ptr_id"), function="array_position", output_field=IntegerField()
        )
        return self.filter(pk__in=numbers).order_by(place)

    def about(self, code: str) -> Self:
        """Those that name the procedure or the organization with this code."""
        return self.filter(mentions__code=code)

    def within(self, section: Section) -> Self:
        return self.child_of(section)

    def newer_than(self, article: Article) -> Self:
        later = Q(published_at__gt=article.published_at)
        return self.filter(later | Q(published_at=article.published_at, pk__gt=article.pk))

    def older_than(self, article: Article) -> Self:
        earlier = Q(published_at__lt=article.published_at)
        return self.filter(earlier | Q(published_at=article.published_at, pk__lt=article.pk))

    def between(self, start: datetime, end: datetime) -> Self:
        return self.filter(published_at__gte=start, published_at__lt=end)

    def with_pictures(self) -> Self:
        """All that a list shows of each: four queries, however many."""
        related: Any = self.select_related("locale", "category", "picture")
        return related.prefetch_related("picture__renditions")


ArticleManager = PageManager.from_queryset(ArticleQuerySet)
