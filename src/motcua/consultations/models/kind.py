"""What kind of draft is it?"""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import gettext_noop

NAMES = (
    gettext_noop("Văn bản quy phạm pháp luật"),
    gettext_noop("Đề án, chương trình, kế hoạch"),
    gettext_noop("Phương án sắp xếp tổ chức, đơn vị"),
)
"""Those that come with the house, so that translators meet them."""


class DraftKind(models.Model):
    """A kind of draft with terms of its own, such as *Văn bản quy phạm pháp luật*."""

    slug = models.SlugField(_("địa chỉ"), unique=True)
    name = models.CharField(_("tên"), max_length=120)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_open = models.BooleanField(
        _("dùng cho đợt mới"), default=True, help_text=_("Bỏ dấu này thay cho việc xóa.")
    )

    class Meta:
        verbose_name = _("loại dự thảo")
        verbose_name_plural = _("loại dự thảo")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name
