"""What is a plan?"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils.translation import gettext_lazy as _

from motcua.reorganization import workflow
from motcua.reorganization.queries import PlanQuerySet
from motcua.reorganization.workflow import State

from .one_door import OneDoor

if TYPE_CHECKING:
    from django.db.models.fields.related_descriptors import RelatedManager

    from .body import Body
    from .change import Change
    from .event import PlanEvent


class Plan(OneDoor):
    """A decision that changes the administration on a day, such as 1679/NQ-UBTVQH15.

    Its changes and what they lead to are rows; as long as it is a draft they may be written anew.
    """

    State = State

    number = models.CharField(_("số quyết định"), max_length=60)
    decided_on = models.DateField(_("ngày ký"))
    issuer = models.CharField(_("cơ quan ban hành"), max_length=200)
    title = models.CharField(_("trích yếu"), max_length=300)
    day = models.DateField(_("ngày thực hiện"))
    """The first day of the new order."""
    file = models.ForeignKey(
        "dossiers.StoredFile",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="reorganization_plans",
    )
    """The decision as it was signed."""
    file_name = models.CharField(max_length=150, blank=True)

    if TYPE_CHECKING:
        bodies: RelatedManager[Body]
        changes: RelatedManager[Change]
        events: RelatedManager[PlanEvent]

    objects: ClassVar = PlanQuerySet.as_manager()

    class Meta:
        verbose_name = _("phương án sắp xếp")
        verbose_name_plural = _("phương án sắp xếp")
        constraints = [
            CheckConstraint(name="plan_state_known", condition=Q(state__in=State.values)),
            CheckConstraint(
                name="plan_begins_not_before_its_decision", condition=Q(day__gte=F("decided_on"))
            ),
            UniqueConstraint(
                name="plan_entered_once",
                fields=["number", "decided_on", "day"],
                condition=Q(state__in=sorted(workflow.LIVE)),
            ),
        ]
        indexes = [models.Index(fields=["state", "day"], name="plan_by_state_and_day")]

    def __str__(self) -> str:
        return self.number

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_scheduled(self) -> bool:
        return self.state == State.SCHEDULED

    @property
    def is_planned(self) -> bool:
        """Whether nothing has happened yet and something still may."""
        return self.state in workflow.PLANNED

    @property
    def is_carried_out(self) -> bool:
        return self.state == State.CARRIED_OUT

    @property
    def is_undone(self) -> bool:
        """Whether the order before it holds again."""
        return self.state == State.UNDONE

    @property
    def legal_basis(self) -> str:
        """As the rows that it writes cite it."""
        return f"{self.number} ({self.decided_on:%d/%m/%Y})"
