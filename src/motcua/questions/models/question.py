"""What is a question?"""

from __future__ import annotations

import uuid
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.accounts.fields import SealedJSONField
from motcua.questions import workflow
from motcua.questions.queries import QuestionQuerySet
from motcua.questions.workflow import Kind, State

from .verbs import Verbs


class Question(Verbs):
    """What somebody asked an office, such as HD-261122-0004, from asking to the answer.

    ``title``, ``text`` and ``answer`` are what was written, for the asker and the office;
    ``public_title``, ``public_text`` and ``public_answer`` are what everybody may read.
    """

    Kind = Kind
    State = State

    code = models.CharField(max_length=24, unique=True, editable=False)
    form_key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    """The idempotency of the form: one key, one question."""
    kind = models.PositiveSmallIntegerField(_("loại"), choices=Kind, default=Kind.QUESTION)
    category = models.ForeignKey(
        "questions.Category", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    title = models.CharField(_("tiêu đề"), max_length=200)
    text = models.TextField(_("nội dung"))
    wants_public = models.BooleanField(_("đồng ý công khai"), default=True)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
    )
    """Nobody where it was asked without an account."""
    asker_name = models.CharField(max_length=150, blank=True)
    contact: Any = SealedJSONField(default=dict, blank=True)
    """``phone``, ``email`` and ``address`` as given; sealed."""
    phone_tail_key = models.CharField(max_length=64, blank=True, editable=False)
    """For recognizing an asker without an account, as dossiers do (``dossiers.second_facts``)."""
    is_suspect = models.BooleanField(default=False, editable=False)
    """Set aside by the checks against spam: a human looks first."""
    organization = models.ForeignKey(
        "organizations.Organization", on_delete=models.PROTECT, related_name="+"
    )
    """Whose answering post has it now."""
    procedure = models.ForeignKey(
        "catalog.Procedure",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="questions",
    )
    unit = models.ForeignKey(
        "territory.Unit", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The place that it is about."""
    follows = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups"
    )
    """The answered question that the same asker asks on."""
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="duplicates"
    )
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    arrived_at = models.DateTimeField(editable=False)
    """When its present office got it: its clocks start here."""
    due_at = models.DateTimeField(null=True, blank=True, editable=False)
    """The term of the present step; none while it waits or when it has ended."""
    answer_due_at = models.DateTimeField(editable=False)
    """The term of the whole, up to an approved answer."""
    escalates_at = models.DateTimeField(null=True, blank=True, editable=False)
    """From when on it stands on the head's list, unless it moves."""
    forwards = models.PositiveSmallIntegerField(default=0, editable=False)
    is_ping_pong = models.BooleanField(default=False, editable=False)
    """Forwarded more often than the rule of that day allows."""
    drafter = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    waited_from = models.CharField(max_length=12, blank=True, editable=False)
    """The state to which a supplement leads back."""
    answer = models.TextField(_("trả lời"), blank=True)
    public_title = models.CharField(_("tiêu đề công khai"), max_length=200, blank=True)
    public_text = models.TextField(_("câu hỏi công khai"), blank=True)
    public_answer = models.TextField(_("trả lời công khai"), blank=True)
    approved_at = models.DateTimeField(null=True, blank=True, editable=False)
    answered_at = models.DateTimeField(null=True, blank=True, editable=False)
    published_at = models.DateTimeField(null=True, blank=True, editable=False)
    owner = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The post that gave the answer to the public and sees that it stays true."""
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    """When it was last found right: published, or confirmed (``staleness``)."""
    review_on = models.DateField(null=True, blank=True, editable=False)
    """The day on which its owner looks at it again in any case."""
    search_text = models.TextField(editable=False, default="")
    """Code, title and asker without marks, for the desk's search."""

    objects = QuestionQuerySet.as_manager()

    class Meta:
        verbose_name = _("câu hỏi")
        verbose_name_plural = _("câu hỏi")
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=State.values), name="question_state_known"
            ),
            models.CheckConstraint(condition=Q(kind__in=Kind.values), name="question_kind_known"),
            models.CheckConstraint(
                condition=Q(state=State.MERGED, merged_into__isnull=False)
                | ~Q(state=State.MERGED) & Q(merged_into__isnull=True),
                name="question_merged_into_another",
            ),
            models.CheckConstraint(
                condition=~Q(state=State.ANSWERED)
                | Q(answered_at__isnull=False, approved_at__isnull=False) & ~Q(answer=""),
                name="question_answered_has_an_answer",
            ),
            models.CheckConstraint(
                condition=Q(published_at__isnull=True)
                | ~Q(public_title="") & ~Q(public_text="") & ~Q(public_answer=""),
                name="question_published_has_public_texts",
            ),
            models.CheckConstraint(
                condition=Q(state__in=workflow.CLOCK_RUNS, due_at__isnull=False)
                | ~Q(state__in=workflow.CLOCK_RUNS) & Q(due_at__isnull=True),
                name="question_is_due_while_the_clock_runs",
            ),
            models.CheckConstraint(
                condition=Q(drafter__isnull=False)
                | ~Q(state__in=workflow.IN_WORK | {State.APPROVED}),
                name="question_in_work_has_a_drafter",
            ),
        ]
        indexes = [
            models.Index(fields=["organization", "state", "due_at"], name="question_of_office"),
            models.Index(
                fields=["organization", "-asked_at", "-id"], name="question_of_office_new"
            ),
            models.Index(fields=["asker", "-asked_at"], name="question_of_asker"),
            models.Index(
                fields=["answered_at"],
                condition=Q(answered_at__isnull=False),
                name="question_answered",
            ),
            models.Index(
                F("published_at").desc(),
                F("id").desc(),
                condition=Q(published_at__isnull=False),
                name="question_published",
            ),
            *(
                models.Index(
                    F(filtered),
                    F("published_at").desc(),
                    F("id").desc(),
                    condition=Q(published_at__isnull=False),
                    name=f"question_shown_{filtered}",
                )
                for filtered in ("category", "organization", "procedure")
            ),
            models.Index(
                fields=["organization", "escalates_at"],
                condition=Q(state__in=workflow.CLOCK_RUNS),
                name="question_escalates",
            ),
        ]

    def __str__(self) -> str:
        return self.code

    # --- Questions -------------------------------------------------------------

    @property
    def phone(self) -> str:
        return str(self.contact.get("phone", ""))

    @property
    def email(self) -> str:
        return str(self.contact.get("email", ""))

    @property
    def address(self) -> str:
        return str(self.contact.get("address", ""))

    @property
    def is_petition(self) -> bool:
        return self.kind == Kind.PETITION

    @property
    def is_open(self) -> bool:
        return self.state in workflow.OPEN

    @property
    def is_unsorted(self) -> bool:
        return self.state in workflow.UNSORTED

    @property
    def needs_a_look(self) -> bool:
        """Whether the checks against machines set it aside and nobody has sorted it since."""
        return self.is_suspect and self.is_unsorted

    @property
    def reasons_to_look(self) -> list[str]:
        """Why it was set aside, in words."""
        begun = getattr(self, "inquiry", None)
        return begun.reasons_to_look if begun else []

    @property
    def is_waiting(self) -> bool:
        """Whether it is the asker's turn."""
        return self.state == State.WAITING

    @property
    def is_answered(self) -> bool:
        return self.state == State.ANSWERED

    @property
    def is_public(self) -> bool:
        return self.published_at is not None

    @property
    def shared_answer(self) -> str:
        """What the asker of a duplicate reads: the other's answer without what is the other's."""
        main = self.merged_into
        return main.public_answer if main and main.answered_at else ""

    @property
    def may_be_public(self) -> bool:
        """A question with its asker's consent; what a petition led to is public by rule.

        NĐ 20/2008/NĐ-CP, Art. 19: the result of handling is made public.
        """
        return self.wants_public or self.is_petition

    @property
    def clock_runs(self) -> bool:
        return self.state in workflow.CLOCK_RUNS
