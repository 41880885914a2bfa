"""Which papers has the state already, so that nobody has to bring them again?"""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Dated, DatedQuerySet
from motcua.search.words import loose


class KnownPaper(Dated):
    """A paper that a database of the state holds, by words of its name; during a period."""

    words = models.CharField(_("tên giấy tờ có chữ"), max_length=200)
    holder = models.CharField(_("đã có ở"), max_length=300)
    advice = models.CharField(_("người dân cần làm gì"), max_length=300, blank=True)
    basis = models.CharField(_("căn cứ"), max_length=300)

    objects: ClassVar = DatedQuerySet.as_manager()

    class Meta:
        verbose_name = _("giấy tờ nhà nước đã có")
        verbose_name_plural = _("giấy tờ nhà nước đã có")
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(name="known_paper_has_its_basis", condition=~Q(basis="")),
            models.CheckConstraint(name="known_paper_has_words", condition=~Q(words="")),
        ]

    def __str__(self) -> str:
        return self.words

    def is_named_in(self, name: str) -> bool:
        """Whether a component's name has its words side by side, whatever the marks."""
        named, wanted = (" ".join(loose(text)) for text in (name, self.words))
        return f" {wanted} " in f" {named} "
