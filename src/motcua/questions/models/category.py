"""What are questions about? The shelves that editors keep."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Category(models.Model):
    """A shelf of questions, such as *Hộ tịch, cư trú*; our own order, not the law's."""

    slug = models.SlugField(_("địa chỉ"), unique=True)
    name = models.CharField(_("tên"), max_length=120)
    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)
    is_open = models.BooleanField(
        _("nhận câu hỏi mới"), default=True, help_text=_("Bỏ dấu này thay cho việc xóa.")
    )

    class Meta:
        verbose_name = _("lĩnh vực hỏi đáp")
        verbose_name_plural = _("lĩnh vực hỏi đáp")
        ordering = ["position", "slug"]

    def __str__(self) -> str:
        return self.name
