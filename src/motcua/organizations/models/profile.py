"""What may everybody read of somebody who leads?"""

from typing import ClassVar

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.organizations.queries import ProfileQuerySet

SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*\Z"


class Profile(models.Model):
    """The public page of somebody who leads or led: their address and their life in a few lines.

    Posts, days and duties are not written here; they stand in the register (NĐ 224/2026/NĐ-CP,
    Điều 9: biographies and duties of leaders are public). The address is made of the name, never of
    the login name or the personal number.
    """

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="profile",
        verbose_name=_("người"),
    )
    slug = models.CharField(
        _("địa chỉ"),
        max_length=90,
        unique=True,
        validators=[RegexValidator(SLUG, _("Chỉ dùng chữ thường không dấu, số và gạch nối."))],
    )
    biography = models.TextField(_("tiểu sử tóm tắt"), blank=True, db_default="")
    is_published = models.BooleanField(_("công khai"), default=True, db_default=True)

    objects: ClassVar = ProfileQuerySet.as_manager()

    class Meta:
        verbose_name = _("trang lãnh đạo")
        verbose_name_plural = _("trang lãnh đạo")
        ordering = ["slug"]
        constraints = [
            models.CheckConstraint(
                name="profile_slug_well_formed", condition=models.Q(slug__regex=SLUG)
            )
        ]

    def __str__(self) -> str:
        return self.slug

    @property
    def name(self) -> str:
        return self.person.full_name

    name.fget.short_description = _("họ và tên")  # type: ignore[attr-defined]
