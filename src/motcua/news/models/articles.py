"""An article of the newsroom: what it says, where it stands, which others tell more."""

from typing import Any, ClassVar

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from modelcluster.contrib.taggit import ClusterTaggableManager
from modelcluster.fields import ParentalKey, ParentalManyToManyField
from taggit.models import TaggedItemBase
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.fields import StreamField
from wagtail.models import Page
from wagtail.search import index

from motcua.news import addresses, around, bodies, reading
from motcua.news.blocks import BODY
from motcua.news.newsroom.panels import NEWSROOM_PANELS, TITLE, SchedulePanel
from motcua.news.queries import ArticleManager
from motcua.ui.sitemaps import absolute

from .categories import Category
from .edited import Edited
from .pictures import Picture
from .topics import Topic


class ArticleTag(TaggedItemBase):
    """A word that an article carries."""

    content_object = ParentalKey(
        "news.Article", on_delete=models.CASCADE, related_name="tagged_items"
    )


class Article(Edited, addresses.Addressed, Page):
    """One piece of news, such as *Nộp hồ sơ ở phường nào cũng được*."""

    lead = models.TextField(
        _("sapo"), max_length=600, help_text=_("Một đến ba câu: điều gì, ở đâu, từ khi nào.")
    )
    body = StreamField(BODY, verbose_name=_("nội dung"), blank=True)
    byline = models.CharField(_("tác giả"), max_length=200, blank=True)
    category = models.ForeignKey(
        Category,
        verbose_name=_("chuyên mục"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
    )
    topics = ParentalManyToManyField(
        Topic, verbose_name=_("chủ đề"), blank=True, related_name="articles"
    )
    tags = ClusterTaggableManager(
        verbose_name=_("thẻ"), through=ArticleTag, blank=True, related_name="+"
    )
    picture = models.ForeignKey(
        Picture,
        verbose_name=_("ảnh đại diện"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
    )
    picture_caption = models.CharField(
        _("chú thích ảnh"),
        max_length=300,
        blank=True,
        help_text=_("Bỏ trống để dùng chú thích của ảnh."),
    )
    published_at = models.DateTimeField(null=True, editable=False)
    """When it was first published, beside what the lists ask for."""
    words = models.PositiveIntegerField(default=0, editable=False)
    """How many it has, to say how long reading takes."""
    related: Any = models.ManyToManyField(
        "self", through="news.Relation", symmetrical=False, related_name="+"
    )

    objects: ClassVar = ArticleManager()

    content_panels = [
        TITLE,
        FieldPanel("lead"),
        MultiFieldPanel(
            [FieldPanel("picture"), FieldPanel("picture_caption")], heading=_("Ảnh đại diện")
        ),
        FieldPanel("body"),
        MultiFieldPanel(
            [
                FieldPanel("category"),
                FieldPanel("topics"),
                FieldPanel("tags"),
                FieldPanel("byline"),
            ],
            heading=_("Sắp xếp"),
        ),
        *NEWSROOM_PANELS,
    ]
    settings_panels = [SchedulePanel(), *Page.settings_panels[1:]]
    search_fields = [
        *Page.search_fields,
        index.SearchField("lead"),
        index.SearchField("body"),
        index.FilterField("category"),
        index.FilterField("published_at"),
    ]
    parent_page_types = ["news.Section"]
    subpage_types: list[str] = []
    private_page_options: list[str] = []
    template = "news/article.html"

    class Meta:
        verbose_name = _("bài viết")
        verbose_name_plural = _("bài viết")
        indexes = [
            models.Index(fields=["-published_at"], name="article_latest"),
            models.Index(fields=["category", "-published_at"], name="article_latest_of_category"),
        ]

    def save(self, *args: Any, **kwargs: Any) -> None:
        self.published_at = self.first_published_at
        self.words = reading.count(self.text())
        super().save(*args, **kwargs)

    def pictures(self) -> list[Picture]:
        """Every picture that its page shows, the one at its head first."""
        return [*([self.picture] if self.picture else []), *bodies.pictures(self.body)]

    def get_context(self, request: Any, *args: Any, **kwargs: Any) -> dict[str, Any]:
        shown = super().get_context(request, *args, **kwargs)
        shared = {"shared_address": absolute(self.address)}
        return shown | {"article": self, **shared, **around.everything(self)}

    @cached_property
    def tag_names(self) -> list[str]:
        return [tag.name for tag in self.tags.all()]

    @cached_property
    def notices(self) -> list[Any]:
        """The corrections that readers are told; a preview of what was never kept has none."""
        return list(self.corrections.shown()) if self.pk else []

    def text(self) -> str:
        """Everything that it says, without marks of layout."""
        return reading.text_of(self.lead, self.body)

    @property
    def minutes(self) -> int:
        """How long reading takes, at least one minute."""
        return reading.minutes(self.words)


class Relation(models.Model):
    """Another article tells more; a job works it out whenever one of them is published."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="relations")
    other = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="+")
    closeness = models.FloatField()

    class Meta:
        ordering = ["-closeness"]
        constraints = [
            models.UniqueConstraint(fields=["article", "other"], name="article_related_once"),
            models.CheckConstraint(
                condition=~models.Q(article=models.F("other")), name="article_not_its_own_relation"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.article_id} → {self.other_id}"
