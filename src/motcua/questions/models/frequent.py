"""Which answers does a procedure's page show first, in which order, and who chose them?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Self

from django.conf import settings
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from motcua.organizations.models import Hand
from motcua.questions import exceptions, frequent
from motcua.questions.queries import ActQuerySet

if TYPE_CHECKING:
    from django_stubs_ext.db.models.manager import RelatedManager

    from motcua.catalog.models import Procedure
    from motcua.organizations.acting import Acting

    from .question import Question


class FrequentSet(models.Model):
    """The answers that an office chose for a procedure's page, such as three about births."""

    procedure = models.OneToOneField(
        "catalog.Procedure", on_delete=models.PROTECT, related_name="frequent_set"
    )
    revision = models.PositiveIntegerField(default=1, editable=False)
    """Grows with every change; a page that saw an older one changes nothing."""

    if TYPE_CHECKING:
        answers: RelatedManager[FrequentAnswer]
        events: RelatedManager[FrequentEvent]

    def __str__(self) -> str:
        return str(self.procedure_id)

    @classmethod
    def of(cls, procedure: Procedure) -> Self:
        """The set of a procedure; an empty one where nothing was chosen yet."""
        return cls.objects.get_or_create(procedure=procedure)[0]

    def as_seen(self, revision: int) -> Self:
        """The set as somebody's page showed it."""
        self.revision = revision
        return self

    def latest_events(self) -> ActQuerySet:
        """Who did what to it, the latest first."""
        theirs: Any = FrequentEvent.objects.filter(of_set=self)
        found: ActQuerySet = theirs.with_hands().select_related("question").order_by("-pk")
        return found

    # --- Verbs -----------------------------------------------------------------

    @transaction.atomic
    def feature(self, *, by: Acting, question: Question) -> FrequentEvent:
        """Show a published answer about the procedure, behind the others."""
        chosen = self._opened(by)
        if not frequent.fitting(self.procedure).filter(pk=question.pk).exists():
            raise exceptions.AnswerDoesNotFit
        if question.pk in chosen:
            raise exceptions.SetChanged
        if len(chosen) >= settings.QUESTION_MOST_FREQUENT:
            raise exceptions.SetIsFull(settings.QUESTION_MOST_FREQUENT)
        self.answers.create(question=question, position=len(chosen))
        return self._remember("feature", by, question)

    @transaction.atomic
    def unfeature(self, *, by: Acting, question: Question) -> FrequentEvent:
        """Show it no longer among the first."""
        return self._without(self._opened(by), question, "unfeature", by)

    @transaction.atomic
    def order(self, *, by: Acting, question: Question, steps: int) -> FrequentEvent:
        """Show it ``steps`` places later, or earlier where they are negative."""
        chosen = self._opened(by)
        if question.pk not in chosen:
            raise exceptions.SetChanged
        place = min(max(chosen.index(question.pk) + steps, 0), len(chosen) - 1)
        chosen.remove(question.pk)
        chosen.insert(place, question.pk)
        self._put_in_order(chosen)
        return self._remember("order", by, question, place=place + 1)

    @transaction.atomic
    def lose(self, *, by: Acting, question: Question) -> FrequentEvent:
        """Drop an answer that is no longer public, whoever took it from the public."""
        chosen = self._now()
        FrequentSet.objects.filter(pk=self.pk).update(revision=F("revision") + 1)
        return self._without(chosen, question, "lose", by)

    # --- How -------------------------------------------------------------------

    def _opened(self, by: Acting) -> list[int]:
        """The keys in their order, where ``by`` may change them and nobody did meanwhile."""
        if not frequent.may_choose(by, self.procedure):
            raise exceptions.NotYourMove
        here = FrequentSet.objects.filter(pk=self.pk, revision=self.revision)
        if not here.update(revision=F("revision") + 1):  # the database decides the race
            raise exceptions.SetChanged
        return self._now()

    def _now(self) -> list[int]:
        return list(self.answers.order_by("position").values_list("question", flat=True))

    def _without(
        self, chosen: list[int], question: Question, verb: str, by: Acting
    ) -> FrequentEvent:
        if question.pk not in chosen:
            raise exceptions.SetChanged
        self.answers.filter(question=question).delete()
        self._put_in_order([each for each in chosen if each != question.pk])
        return self._remember(verb, by, question)

    def _put_in_order(self, chosen: list[int]) -> None:
        rows = {row.question_id: row for row in self.answers.all()}
        for position, key in enumerate(chosen):
            rows[key].position = position
        FrequentAnswer.objects.bulk_update(rows.values(), ["position"])

    def _remember(self, verb: str, by: Acting, question: Question, **told: Any) -> FrequentEvent:
        self.revision += 1  # only here: what was refused has changed nothing
        return self.events.create(verb=verb, question=question, payload=told, **by.hand)


class FrequentAnswer(models.Model):
    """One chosen answer and its place."""

    chosen_in = models.ForeignKey(FrequentSet, on_delete=models.PROTECT, related_name="answers")
    question = models.ForeignKey(
        "questions.Question", on_delete=models.PROTECT, related_name="frequent_in"
    )
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["chosen_in", "question"], name="frequent_answer_chosen_once"
            ),
            models.UniqueConstraint(
                fields=["chosen_in", "position"],
                name="frequent_answer_has_its_place",
                deferrable=models.Deferrable.DEFERRED,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.chosen_in_id}: {self.question_id}"


class FrequentEvent(Hand):
    """Who chose, ordered or took away which answer; written once."""

    class Verb(models.TextChoices):
        """What was done to the set."""

        FEATURE = "feature", _("Đưa vào mục thường được hỏi")
        UNFEATURE = "unfeature", _("Bỏ khỏi mục thường được hỏi")
        ORDER = "order", _("Đổi thứ tự")
        LOSE = "lose", _("Tự rời mục vì thôi công khai")

    of_set = models.ForeignKey(FrequentSet, on_delete=models.PROTECT, related_name="events")
    question = models.ForeignKey("questions.Question", on_delete=models.PROTECT, related_name="+")
    verb = models.CharField(max_length=12, choices=Verb)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(
        "organizations.Post", on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    at = models.DateTimeField(default=timezone.now)
    payload = models.JSONField(default=dict, blank=True)
    """``place`` to which it was moved."""

    objects = ActQuerySet.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(verb__in=["feature", "unfeature", "order", "lose"]),
                name="frequent_event_verb_known",
            )
        ]

    def __str__(self) -> str:
        return f"{self.of_set_id} {self.verb}"
