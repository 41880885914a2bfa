"""What the newsroom notes on an article: until when it is held back, and what a change mends."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.news.newsroom import embargo, substance
from motcua.news.newsroom.forms import ArticleForm
from motcua.news.newsroom.permissions import ArticleRights


class Edited(models.Model):
    """An article on its way through a newsroom; part of :class:`Article`."""

    class Change(models.TextChoices):
        TYPO = "typo", _("Sửa lỗi chính tả, không đổi ý")
        NOTICE = "notice", _("Đính chính, có thông báo với người đọc")

    embargo_until = models.DateTimeField(
        _("cấm công bố đến"),
        null=True,
        blank=True,
        help_text=_("Trước giờ này không ai ngoài tòa soạn xem được, dù bài đã được duyệt."),
    )
    change_kind = models.CharField(_("lần sửa này là"), max_length=6, choices=Change, blank=True)
    change_note = models.CharField(
        _("nội dung đính chính"),
        max_length=500,
        blank=True,
        help_text=_("Hiện ở cuối bài kèm ngày: trước viết gì, nay sửa thành gì."),
    )
    published_substance = models.CharField(max_length=64, blank=True, editable=False)
    """Digest of what readers last saw; empty before the first publication."""

    base_form_class = ArticleForm
    exclude_fields_in_copy: ClassVar = ["published_substance", "change_kind", "change_note"]

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Live pages obey the embargo, and a change of what readers saw says what it mends."""
        if not getattr(self, "live", False) or "update_fields" in kwargs:
            super().save(*args, **kwargs)
            return
        embargo.check(self.embargo_until, timezone.now())
        mended = substance.mended(self)
        self.published_substance = substance.digest(self)
        self.change_kind, self.change_note = "", ""
        super().save(*args, **kwargs)
        if mended:
            self.corrections.create(by=substance.author(self), **mended)  # type: ignore[attr-defined]

    def permissions_for_user(self, user: Any) -> ArticleRights:
        return ArticleRights(user, self)

    def with_content_json(self, content: Any) -> Any:
        """A version as it was, but readers have seen what they have seen; no version slips out."""
        version: Any = super().with_content_json(content)  # type: ignore[misc]
        version.published_substance = self.published_substance
        version.go_live_at = embargo.honored(version.go_live_at, version.embargo_until)
        return version
