"""How does a story become an article? Once, at its own date, found again at its old address."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone
from wagtail.contrib.redirects.models import Redirect
from wagtail.signal_handlers import disable_reference_index_auto_update

from motcua.news.exceptions import Refused
from motcua.news.models import Article, Category, Origin, Section, Signature
from motcua.news.newsroom import duplicates
from motcua.search.folding import fold

from . import setting
from .keeping import Drawer
from .outcomes import Fate, Outcome
from .stories import Story, Trouble

LEAD = 600
"""Characters of a lead."""
TAGS, TAG = 20, 100
"""How many tags, and how long each."""


class Importer:
    """Takes the stories of one site into one section."""

    def __init__(self, section: Section, source: str, drawer: Drawer, by: Any = None) -> None:
        self.section = section
        self.source = source
        self.drawer = drawer
        self.by = by
        self.categories = {fold(each.name): each for each in Category.objects.all()}
        self._seen: set[str] = set()
        """Titles of a dry run, which leaves none in the database."""

    def take(self, story: Story) -> Outcome:
        """Write ``story``, or in a dry run say what would happen; nothing stops the next one."""
        fate = self._fate(story)
        if fate is not Fate.TAKEN:
            return Outcome.of(story, fate)
        try:
            with transaction.atomic():
                self._write(story)
        except (ValidationError, Refused, DatabaseError, OSError) as failure:
            story.note(Trouble.UNREADABLE, str(failure))
            return Outcome.of(story, Fate.KEPT_OUT)
        return Outcome.of(story, Fate.TAKEN)

    def _fate(self, story: Story) -> Fate:
        if story.is_kept_out:
            return Fate.KEPT_OUT
        if Origin.objects.filter(source=self.source, key=story.key).exists():
            return Fate.KNOWN
        title = duplicates.title_key(story.title)
        if title in self._seen or self._is_here(title):
            return Fate.DOUBLE
        self._seen.add(title)
        return Fate.TAKEN

    def _is_here(self, title: str) -> bool:
        same = Signature.objects.filter(title_key=title)
        return same.filter(article__locale=self.section.locale_id).exists()

    def _write(self, story: Story) -> None:
        article = self._article(story)
        if not self.drawer.writes:
            return
        with disable_reference_index_auto_update():  # publishing notes the references, once
            self.section.add_child(instance=article)
            article.tags.set([tag[:TAG] for tag in story.tags[:TAGS]])
            revision = article.save_revision(user=self.by)
        revision.publish(user=self.by)
        self._date(article, story)
        duplicates.note(article)
        Origin.objects.create(
            article=article, source=self.source, key=story.key, address=story.address
        )
        self._lead_from_old_address(article, story)

    def _article(self, story: Story) -> Article:
        cover = self.drawer.picture(story.cover, story) if story.cover else None
        body = setting.body(story, self.drawer)
        if len(story.lead) > LEAD:
            story.note(Trouble.SHORTENED, story.lead[:40])
        if story.published_at is None:
            story.note(Trouble.DATE_MISSING)
        return Article(
            title=story.title,
            lead=_shortened(story.lead),
            body=json.dumps(body) if self.drawer.writes else [],
            byline=story.byline,
            category=self._category(story),
            picture=cover if self.drawer.writes else None,
            picture_caption=story.cover.caption if story.cover else "",
            first_published_at=story.published_at or timezone.now(),
            locale_id=self.section.locale_id,
            live=False,
        )

    def _category(self, story: Story) -> Category | None:
        found = self.categories.get(fold(story.category))
        if story.category and found is None:
            story.note(Trouble.UNKNOWN_CATEGORY, story.category)
        return found

    def _date(self, article: Article, story: Story) -> None:
        """It was last changed when its own site says so, not now."""
        changed = story.changed_at or story.published_at
        if changed:
            same = Article.objects.filter(pk=article.pk)
            same.update(last_published_at=changed, latest_revision_created_at=changed)

    def _lead_from_old_address(self, article: Article, story: Story) -> None:
        if not urlsplit(story.address).path.strip("/"):
            return
        old = Redirect.normalise_path(story.address)
        if len(old) > Redirect._meta.get_field("old_path").max_length or old == article.address:
            return
        if Redirect.objects.filter(old_path=old).exists():
            story.note(Trouble.REDIRECT_TAKEN, old)
            return
        Redirect.add_redirect(old, redirect_to=article, automatically_created=True)


def _shortened(lead: str) -> str:
    """At a space, with three dots."""
    if len(lead) <= LEAD:
        return lead
    return f"{lead[: LEAD - 1].rsplit(' ', 1)[0]}…"
