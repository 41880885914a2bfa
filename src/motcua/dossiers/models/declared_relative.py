"""Whose dossiers does an officer not touch, besides their own?"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Func, Q, Value
from django.utils.translation import gettext_lazy as _

from motcua.accounts.models import Person
from motcua.periods.models import Dated, DatedQuerySet, one_at_a_time

STILL_COUNTS = timedelta(days=365)
"""A declaration that ended counts on, so that nobody ends one to decide that relative's dossier."""


class RelativeQuerySet(DatedQuerySet):
    """Questions to the register of relatives."""

    def counting(self, officer: Any, day: date) -> RelativeQuerySet:
        """Those of ``officer`` that count on ``day``: begun, and not long ended."""
        lasts = Q(valid_during__upper_inf=True) | Q(valid_during__endswith__gt=day - STILL_COUNTS)
        return self.filter(lasts, officer=officer, valid_during__startswith__lte=day)

    def persons(self) -> models.QuerySet[Person]:
        """The accounts of these relatives, whenever they were opened."""
        return Person.objects.filter(
            Q(pk__in=self.filter(account__isnull=False).values("account"))
            | Q(
                personal_number_key__in=self.exclude(personal_number_key="").values(
                    "personal_number_key"
                )
            )
        )


class DeclaredRelative(Dated):
    """An officer declares somebody near to them, known by personal number or by account.

    Conflicts of interest: Luật Phòng, chống tham nhũng 36/2018/QH14, Điều 23; NĐ 59/2019/NĐ-CP,
    Điều 29 (from memory). Of the number only its keyed hash is kept.
    """

    class Relation(models.TextChoices):
        """How near; which relations must be declared is the province's rule."""

        SPOUSE = "spouse", _("vợ, chồng")
        PARENT = "parent", _("cha, mẹ (kể cả của vợ, chồng; cha, mẹ nuôi)")
        CHILD = "child", _("con (kể cả con nuôi, con dâu, con rể)")
        SIBLING = "sibling", _("anh, chị, em ruột")
        OTHER = "other", _("người khác có lợi ích liên quan")

    officer = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="declared_relatives"
    )
    name = models.CharField(_("họ và tên"), max_length=150)
    relation = models.CharField(_("quan hệ"), max_length=8, choices=Relation)
    personal_number_key = models.CharField(max_length=64, blank=True, editable=False)
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
    )
    declared_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar = RelativeQuerySet.as_manager()

    class Meta:
        constraints = [
            one_at_a_time(
                "relative_declared_once_a_day_by_account",
                "officer",
                "account",
                condition=Q(account__isnull=False),
            ),
            one_at_a_time(
                "relative_declared_once_a_day_by_number",
                "officer",
                Func(F("personal_number_key"), Value(0), function="hashtextextended"),
                condition=~Q(personal_number_key=""),
            ),
            models.CheckConstraint(
                name="relative_is_known_by_something",
                condition=~Q(personal_number_key="") | Q(account__isnull=False),
            ),
            models.CheckConstraint(
                name="relative_is_somebody_else",
                condition=Q(account__isnull=True) | ~Q(account=F("officer")),
            ),
            models.CheckConstraint(
                name="relative_relation_known",
                condition=Q(relation__in=["spouse", "parent", "child", "sibling", "other"]),
            ),
        ]
        indexes = [models.Index(fields=["officer", "personal_number_key"], name="relative_by_key")]

    def __str__(self) -> str:
        return f"{self.officer_id}: {self.pk}"

    @property
    def last_day(self) -> date | None:
        end = self.valid_during.upper
        return end - timedelta(days=1) if end else None

    def end(self, day: date) -> None:
        """It holds on ``day`` for the last time, and counts on for a while."""
        self.valid_during = type(self.valid_during)(
            self.valid_during.lower, day + timedelta(days=1), "[)"
        )
        self.save(update_fields=["valid_during"])
