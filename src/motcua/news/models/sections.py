"""Where do articles stand? Below the news index, each in a section: an organization's corner."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import Page

from motcua.news import addresses
from motcua.news.newsroom import offices
from motcua.news.newsroom.panels import TITLE
from motcua.news.newsroom.permissions import SectionRights
from motcua.news.slugs import AddressedForm
from motcua.organizations.models import Organization


class NewsIndex(addresses.Addressed, Page):
    """``/tin-tuc/``, the root of Wagtail's tree in one language."""

    intro = models.TextField(_("giới thiệu"), max_length=600, blank=True)

    base_form_class = AddressedForm
    content_panels = [TITLE, FieldPanel("intro")]
    parent_page_types = ["wagtailcore.Page"]
    subpage_types = ["news.Section"]
    private_page_options: list[str] = []
    template = "news/index.html"

    class Meta:
        verbose_name = _("trang tin tức")
        verbose_name_plural = _("trang tin tức")


class SectionForm(AddressedForm):
    """A corner on an editor's screen: it is opened for who is open."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices.offer(self)


class Section(addresses.Addressed, Page):
    """An organization's corner, such as a commune's; without one it is the portal's own."""

    organization = models.ForeignKey(
        Organization,
        verbose_name=_("cơ quan, đơn vị"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="news_sections",
    )
    intro = models.TextField(_("giới thiệu"), max_length=600, blank=True)

    base_form_class = SectionForm
    content_panels = [TITLE, FieldPanel("organization"), FieldPanel("intro")]
    parent_page_types = ["news.NewsIndex"]
    subpage_types = ["news.Article"]
    private_page_options: list[str] = []
    template = "news/section.html"

    class Meta:
        verbose_name = _("góc tin")
        verbose_name_plural = _("góc tin")

    def clean(self) -> None:
        super().clean()
        if self.slug in addresses.TAKEN:
            raise ValidationError({"slug": _("Địa chỉ này đã dùng cho việc khác. Chọn từ khác.")})

    def permissions_for_user(self, user: Any) -> SectionRights:
        return SectionRights(user, self)
