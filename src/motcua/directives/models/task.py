"""What is a task?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.directives import workflow
from motcua.directives.queries import TaskQuerySet
from motcua.directives.workflow import Priority, State

from .verbs import Verbs

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from .reminder import Reminder
    from .support import Support


class Task(Verbs):
    """What a conclusion asks of a post, such as NV-2026-0007-03, until it is accepted."""

    State = State
    Priority = Priority

    code = models.CharField(max_length=20, unique=True, editable=False)
    conclusion = models.ForeignKey(
        "directives.Conclusion", on_delete=models.PROTECT, related_name="tasks"
    )
    passage = models.ForeignKey(
        "directives.Passage", on_delete=models.PROTECT, related_name="tasks"
    )
    quoted = models.TextField(editable=False)
    """The words it comes from, as they stood when it was given; the database keeps them."""
    title = models.CharField(_("nhiệm vụ"), max_length=300)
    priority = models.PositiveSmallIntegerField(
        _("mức độ"), choices=Priority, default=Priority.NORMAL
    )
    is_public = models.BooleanField(_("công khai"), default=False)
    issuer = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who gave it: the organization of its conclusion."""
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Who leads."""
    post = models.ForeignKey("organizations.Post", on_delete=models.PROTECT, related_name="+")
    """Who answers for it there, whoever holds the post."""
    assigned_on = models.DateField(editable=False)
    """The legal day on which both had to be open."""
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    due_on = models.DateField(_("hạn"))
    """The last day that is in time; of what is done regularly, the next day of review."""
    original_due_on = models.DateField(editable=False)
    """The day that was set first."""
    review_months = models.PositiveSmallIntegerField(
        default=0, validators=[MaxValueValidator(24)], editable=False
    )
    """Every how many months it is reviewed (*thường xuyên*); 0 for what has an end."""
    extensions = models.PositiveSmallIntegerField(default=0, editable=False)
    asked_until = models.DateField(null=True, blank=True, editable=False)
    """The later day that was asked for and not answered yet."""
    reported_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When its owner said that it is done; what was sent back was not reported."""
    done_on = models.DateField(null=True, blank=True, editable=False)
    """The day of the report that was accepted."""
    public_result = models.CharField(_("kết quả công khai"), max_length=500, blank=True)
    search_text = models.TextField(editable=False, default="")
    """Code and title without marks, for searching."""

    objects = TaskQuerySet.as_manager()

    if TYPE_CHECKING:
        supports: RelatedManager[Support]
        reminders: RelatedManager[Reminder]

    class Meta:
        verbose_name = _("nhiệm vụ")
        verbose_name_plural = _("nhiệm vụ")
        constraints = [
            models.CheckConstraint(condition=Q(state__in=State.values), name="task_state_known"),
            models.CheckConstraint(
                condition=Q(priority__in=Priority.values), name="task_priority_known"
            ),
            models.CheckConstraint(
                condition=Q(state=State.EXTENSION_ASKED, asked_until__isnull=False)
                | ~Q(state=State.EXTENSION_ASKED) & Q(asked_until__isnull=True),
                name="task_asks_for_a_day_when_it_says_so",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=workflow.HANDED_IN) | Q(reported_at__isnull=False),
                name="task_reported_before_it_is_done",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DONE, done_on__isnull=False)
                | ~Q(state=State.DONE) & Q(done_on__isnull=True),
                name="task_done_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(due_on__gte=models.F("original_due_on")),
                name="task_deadline_moves_only_later",
            ),
            models.CheckConstraint(
                condition=Q(review_months__lte=24), name="task_reviewed_within_two_years"
            ),
        ]
        indexes = [
            models.Index(fields=["issuer", "state", "due_on"], name="task_of_issuer"),
            models.Index(fields=["organization", "state", "due_on"], name="task_of_owner"),
            models.Index(fields=["post", "state"], name="task_of_post"),
            models.Index(
                fields=["due_on", "id"],
                condition=Q(state__in=workflow.CLOCK_RUNS),
                name="task_whose_clock_runs",
            ),
            models.Index(
                fields=["organization", "due_on"],
                condition=Q(is_public=True),
                name="task_shown_of_organization",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    # --- Questions -------------------------------------------------------------

    @property
    def is_open(self) -> bool:
        return self.state in workflow.OPEN

    @property
    def is_regular(self) -> bool:
        """Whether it has no end but a day of review (*thường xuyên*)."""
        return self.review_months > 0

    @property
    def is_urgent(self) -> bool:
        return self.priority == Priority.URGENT

    @property
    def was_extended(self) -> bool:
        return self.extensions > 0

    @property
    def is_done(self) -> bool:
        return self.state == State.DONE

    @property
    def is_returned(self) -> bool:
        """Whether its owner says that it belongs elsewhere."""
        return self.state == State.RETURNED

    @property
    def is_waiting_for_giver(self) -> bool:
        return self.state in workflow.WITH_GIVER
