"""What happens to which organizations, and who takes over what?"""

from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import ChangeKind, Function, Organization
from motcua.territory.models import Unit

from .body import Body
from .plan import Plan


class Change(models.Model):
    """One event of a plan (W3C ORG ``ChangeEvent``): its kind, what was before, what is after."""

    Kind = ChangeKind

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="changes")
    position = models.PositiveIntegerField()
    kind = models.CharField(_("hình thức"), max_length=12, choices=ChangeKind)
    note = models.CharField(_("ghi chú"), max_length=300, blank=True)
    row = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["position"]
        constraints = [
            UniqueConstraint(name="change_has_its_place_in_the_plan", fields=["plan", "position"]),
            CheckConstraint(name="change_kind_known", condition=Q(kind__in=ChangeKind.values)),
        ]

    def __str__(self) -> str:
        return f"{self.plan_id}.{self.position} {self.kind}"


class Party(models.Model):
    """An organization in a change: an original one or a resulting one.

    Which originals end follows from the kind (``kinds.ENDING``).
    """

    class Side(models.TextChoices):
        ORIGINAL = "original", _("trước sắp xếp")
        RESULTING = "resulting", _("sau sắp xếp")

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="parties")
    side = models.CharField(max_length=10, choices=Side)
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    body = models.ForeignKey(
        Body, on_delete=models.CASCADE, null=True, blank=True, related_name="parties"
    )

    class Meta:
        ordering = ["pk"]
        verbose_name_plural = "parties"
        constraints = [
            CheckConstraint(
                name="party_is_an_original_or_a_body",
                condition=Q(side="original", organization__isnull=False, body__isnull=True)
                | Q(side="resulting", organization__isnull=True, body__isnull=False),
            ),
            UniqueConstraint(
                name="party_named_once_a_change",
                fields=["change", "side", "organization", "body"],
                nulls_distinct=False,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.change_id} {self.side}"


class Share(models.Model):
    """What of an original goes to whom: a function, a procedure, a place, or all the rest.

    One row of an original is its default; it takes what no narrower row names. ``portion`` is the
    part of its people and of its headcount that goes along; the portions of an original add up to
    one where any is given.
    """

    change = models.ForeignKey(Change, on_delete=models.CASCADE, related_name="shares")
    original = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="+")
    resulting = models.ForeignKey(Body, on_delete=models.CASCADE, related_name="shares")
    function = models.ForeignKey(
        Function, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    procedure_code = models.CharField(max_length=8, blank=True)
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    localities = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    """Below a divided commune: its hamlets, folded as ``Dossier.locality`` is."""
    localities_said: Any = ArrayField(models.CharField(max_length=100), default=list, blank=True)
    """The same, as they were written; empty of what was entered before this was kept."""
    portion = models.DecimalField(max_digits=5, decimal_places=4, null=True, blank=True)
    is_default = models.BooleanField(default=False)
    row = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(
                name="share_portion_between_nothing_and_all",
                condition=Q(portion__isnull=True) | Q(portion__gte=0, portion__lte=1),
            ),
            CheckConstraint(
                name="share_by_function_or_by_procedure",
                condition=Q(function__isnull=True) | Q(procedure_code=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.original_id} → {self.resulting_id}"

    @property
    def hamlets(self) -> list[str]:
        """The names of the hamlets, one for each of ``localities``."""
        return list(self.localities_said or self.localities)
