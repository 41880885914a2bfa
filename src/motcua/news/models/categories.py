"""Under which heading does an article stand? Categories, a few, the same in every section."""

from django.core.validators import RegexValidator
from django.db import models
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from motcua.search import folding


class Headed(models.Model):
    """Something that articles are gathered under: a name in two languages and its address."""

    name = models.CharField(_("tên"), max_length=120)
    name_en = models.CharField(_("tên tiếng Anh"), max_length=120, blank=True)
    slug = models.SlugField(
        _("địa chỉ"),
        max_length=80,
        unique=True,
        blank=True,
        validators=[RegexValidator(r"^[a-z0-9-]+$", _("Chỉ dùng chữ không dấu, số và gạch nối."))],
        help_text=_("Bỏ trống để lấy từ tên."),
    )

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    def save(self, *args: object, **kwargs: object) -> None:
        self.slug = self.slug or folding.slug(self.name)
        super().save(*args, **kwargs)  # type: ignore[arg-type]

    def clean(self) -> None:
        self.slug = self.slug or folding.slug(self.name)

    @property
    def label(self) -> str:
        """Its name in the reader's language, Vietnamese where there is no other."""
        return (get_language() == "en" and self.name_en) or self.name


class Category(Headed):
    """A heading such as *Cải cách hành chính*; every article stands under at most one."""

    position = models.PositiveSmallIntegerField(_("thứ tự"), default=0)

    class Meta:
        verbose_name = _("chuyên mục")
        verbose_name_plural = _("chuyên mục")
        ordering = ["position", "slug"]

    def get_absolute_url(self) -> str:
        return reverse("news:category", args=[self.slug])
