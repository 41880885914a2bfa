"""In which procedures may one human have two duties, and why?"""

from __future__ import annotations

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.dossiers.workflow import Role
from motcua.periods.models import Dated, DatedQuerySet, one_at_a_time


class Pair(models.IntegerChoices):
    """Two duties on the same dossier."""

    RECEIVE_APPRAISE = 1, _("tiếp nhận và thẩm tra")
    RECEIVE_DECIDE = 2, _("tiếp nhận và quyết định")
    APPRAISE_DECIDE = 3, _("thẩm tra và quyết định")


PAIRS = {
    frozenset({Role.CLERK, Role.HANDLER}): Pair.RECEIVE_APPRAISE,
    frozenset({Role.CLERK, Role.APPROVER}): Pair.RECEIVE_DECIDE,
    frozenset({Role.HANDLER, Role.APPROVER}): Pair.APPRAISE_DECIDE,
}
"""The pair of two different roles."""


class PairQuerySet(DatedQuerySet):
    """Questions to what is allowed."""

    def for_roles(self, one: Role, other: Role, day: date) -> Self:
        """What lets one human be both on ``day``."""
        return self.on(day).filter(pair=PAIRS[frozenset({one, other})])


class AllowedPair(Dated):
    """The province lets one human have two duties in one procedure, for a reason.

    Such as *sao y* at a counter of two people. Nobody's own dossier and no relative's: never.
    """

    procedure = models.ForeignKey(
        "catalog.Procedure", on_delete=models.PROTECT, related_name="allowed_pairs"
    )
    pair = models.PositiveSmallIntegerField(_("hai nhiệm vụ"), choices=Pair)
    reason = models.CharField(_("lý do"), max_length=500)
    decision = models.CharField(_("văn bản cho phép"), max_length=200)

    objects: ClassVar = PairQuerySet.as_manager()

    class Meta:
        verbose_name = _("cho phép kiêm nhiệm vụ")
        verbose_name_plural = _("cho phép kiêm nhiệm vụ")
        constraints = [
            one_at_a_time("pair_allowed_once_a_day", "procedure", "pair"),
            models.CheckConstraint(
                name="pair_of_duties_known", condition=models.Q(pair__in=[1, 2, 3])
            ),
            models.CheckConstraint(
                name="pair_is_allowed_for_a_reason",
                condition=~models.Q(reason="") & ~models.Q(decision=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.procedure_id}: {self.pair}"
