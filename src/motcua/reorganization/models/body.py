"""What is an organization like from the day of a plan on?"""

from typing import Any

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import IDENTIFIER_LENGTH, Organization, OrganizationKind
from motcua.territory.models import Unit
from motcua.territory.tiers import Tier

from .plan import Plan


class Body(models.Model):
    """One organization of the new order: founded by the plan, or going on with what changes.

    A founded one becomes an ``Organization`` when the plan is carried out and not before. Of one
    that goes on, an empty field says that nothing changes: ``units``, where there are any, are the
    whole territory from the day on.
    """

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="bodies")
    identifier = models.CharField(_("mã định danh"), max_length=IDENTIFIER_LENGTH)
    is_founded = models.BooleanField()
    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """Of a founded one: since it was carried out."""
    kind = models.CharField(_("loại"), max_length=10, choices=OrganizationKind, blank=True)
    tier = models.PositiveSmallIntegerField(_("cấp"), choices=Tier, null=True, blank=True)
    full_name = models.CharField(_("tên"), max_length=200, blank=True)
    parent = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    parent_body = models.ForeignKey(
        "self", on_delete=models.CASCADE, null=True, blank=True, related_name="contents"
    )
    """The superior, where the plan founds it, too."""
    units = models.ManyToManyField(Unit, related_name="+", blank=True)
    contact: Any = models.JSONField(default=dict, blank=True)
    """Columns of ``organizations.Contact``: address, phone, email, website, hours."""
    posts: Any = models.JSONField(default=list, blank=True)
    """Posts that it gets, each a dictionary (see ``posts.Wanted``)."""
    row = models.PositiveIntegerField(null=True, blank=True)
    """The line of the file that said so, for sentences about it."""

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(name="body_described_once_a_plan", fields=["plan", "identifier"]),
            CheckConstraint(
                name="body_founded_says_what_it_is",
                condition=Q(is_founded=False, organization__isnull=False)
                | Q(is_founded=True, tier__isnull=False) & ~Q(kind="") & ~Q(full_name=""),
            ),
            CheckConstraint(
                name="body_has_one_superior",
                condition=Q(parent__isnull=True) | Q(parent_body__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.identifier
