"""Which workbook did an editor bring, what would come of it, and was it entered?"""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from motcua.organizations.models import Hand, Post


class Workbook(Hand):
    """The bytes between check and entering, so that what is entered is what was checked.

    An editor has one at a time; another one takes its place, unless it is just being entered.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting", pgettext_lazy("workbook", "Đang kiểm tra")
        CHECKED = "checked", pgettext_lazy("workbook", "Đã kiểm tra")
        ENTERING = "entering", pgettext_lazy("workbook", "Đang ghi")
        ENTERED = "entered", pgettext_lazy("workbook", "Đã ghi")

    person = models.OneToOneField(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+"
    )
    post = models.ForeignKey(Post, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    report: models.JSONField[Any, Any] = models.JSONField(default=dict)
    """What the check found (``tables/bringing.py``)."""
    at = models.DateTimeField(default=timezone.now, db_index=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="workbook_state_known",
                condition=Q(state__in=["waiting", "checked", "entering", "entered"]),
            )
        ]

    def __str__(self) -> str:
        return self.sha256[:12]

    @property
    def is_under_way(self) -> bool:
        """Whether the worker has it now."""
        return self.state in {self.State.WAITING, self.State.ENTERING}

    @property
    def is_entered(self) -> bool:
        return self.state == self.State.ENTERED

    @property
    def may_be_entered(self) -> bool:
        """Whether nothing stands against it and it says something new."""
        told = self.report
        nothing_wrong = not told.get("problems") and not told.get("refusal")
        return self.state == self.State.CHECKED and nothing_wrong and self.says_something_new

    @property
    def says_something_new(self) -> bool:
        """Whether a draft would come of it."""
        return any(what != "unchanged" for what in self.report.get("outcomes", {}).values())
