"""What takes several nouns? Setting the newsroom up, and what follows a publication."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import override
from wagtail.images.models import SourceImageIOError
from wagtail.models import Collection, Locale, Page, Site

from motcua.search import actions as search
from motcua.search.kinds import Findable

from . import bodies, likeness, shapes
from .models import Article, Category, Mention, NewsIndex, Picture, Relation, Section

if TYPE_CHECKING:
    from motcua.news.queries import ArticleQuerySet

KIND = "news"
"""Under which kind articles stand in the site's index."""
MAIN = "cong"
"""The address of the portal's own section."""
CATEGORIES = (
    ("Chỉ đạo, điều hành", "Government at work"),
    ("Cải cách hành chính", "Administrative reform"),
    ("Kinh tế – xã hội", "Economy and society"),
    ("Văn hóa – du lịch", "Culture and tourism"),
    ("Đời sống ở cơ sở", "Life in the communes"),
)
"""What a new portal begins with; editors change it."""


@transaction.atomic
def set_up() -> Section:
    """The news index in both languages and the portal's own section; safe to run again.

    Gives back the section in Vietnamese.
    """
    vietnamese = _index()
    english, _made = Locale.objects.get_or_create(language_code="en")
    if not vietnamese.has_translation(english):
        vietnamese.copy_for_translation(english).save_revision().publish()
    section = Section.objects.child_of(vietnamese).filter(slug=MAIN).first()
    if section is None:
        section = vietnamese.add_child(instance=_main_section())
        section.save_revision().publish()
        _translated(section, english)
    if not Category.objects.exists():
        _first_categories()
    return section


def _index() -> NewsIndex:
    """The root in Vietnamese, at which the site begins."""
    vietnamese, _made = Locale.objects.get_or_create(language_code="vi")
    found = NewsIndex.objects.filter(locale=vietnamese).first()
    if found is None:
        with override("vi"):
            page = NewsIndex(title=_("Tin tức"), slug="tin-tuc", locale=vietnamese)
        found = _root().add_child(instance=page)
        found.save_revision().publish()
    _begin_at(found)
    return found


def _root() -> Page:
    """Wagtail's tables come with both roots; a database that was emptied has neither."""
    if Collection.get_first_root_node() is None:
        Collection.add_root(name="Root")
    return Page.get_first_root_node() or Page.add_root(title="Root", slug="root")


def _begin_at(index: NewsIndex) -> None:
    """The site begins there, and what Wagtail's own tables came with goes."""
    site = Site.objects.filter(is_default_site=True).first()
    if site is None:
        Site.objects.create(hostname="localhost", root_page=index, is_default_site=True)
    elif site.root_page_id != index.pk:
        site.root_page = index.page_ptr
        site.save()
    welcome = Page.objects.filter(slug="home", depth=2).exact_type(Page)
    for page in welcome.filter(numchild=0, sites_rooted_here=None):
        page.delete()


def _main_section() -> Section:
    with override("vi"):
        return Section(title=_("Tin của cổng"), slug=MAIN)


def _translated(section: Section, locale: Locale) -> None:
    copy = section.copy_for_translation(locale)
    with override(locale.language_code):
        copy.title = copy.draft_title = _("Tin của cổng")
    copy.save_revision().publish()


def _first_categories() -> None:
    for position, (name, name_en) in enumerate(CATEGORIES):
        Category(name=name, name_en=name_en, position=position).save()


# --- When something appears, changes or goes ---------------------------------------------------


def withdraw(article: Article) -> None:
    """Let it no longer be found."""
    search.remove(KIND, str(article.pk))


@transaction.atomic
def note_mentions(article: Article) -> None:
    """Let procedures' and organizations' pages name it, as far as it still names them."""
    article.mentions.all().delete()
    Mention.objects.bulk_create(
        [Mention(article=article, code=code) for code in bodies.named(article.body)]
    )


def put_in_index(articles: Iterable[Article]) -> None:
    search.put_all(KIND, [findable(article) for article in articles])


def findable(article: Article) -> Findable:
    """By its title, and less strongly by its tags, its lead and its text."""
    tags = " ".join(tag.name for tag in article.tags.all())
    return Findable(str(article.pk), article.title, f"{tags} {article.lead}", article.text())


def everything_findable() -> Iterator[Findable]:
    """Every article that readers may see, for the index to be built anew."""
    shown: ArticleQuerySet = Article.objects.shown()
    return (findable(article) for article in shown.iterator(chunk_size=200))


def prepare(article: Article) -> None:
    """Make what pages show of its pictures, and find what is like it."""
    for picture in article.pictures():
        prepare_picture(picture)
    relate(article)


def prepare_picture(picture: Picture) -> None:
    """Every size and format; one whose file is lost is shown as it is, or not at all."""
    try:
        picture.get_renditions(*shapes.specs(picture))
    except SourceImageIOError:
        return


@transaction.atomic
def relate(article: Article) -> None:
    """Note anew which others are like it, and it with them."""
    found = likeness.like(article)
    Relation.objects.filter(article=article).delete()
    pairs = [(article.pk, other, close) for other, close in found]
    pairs += [(other, article.pk, close) for other, close in found]
    Relation.objects.bulk_create(
        [Relation(article_id=one, other_id=other, closeness=close) for one, other, close in pairs],
        update_conflicts=True,
        unique_fields=["article", "other"],
        update_fields=["closeness"],
    )
