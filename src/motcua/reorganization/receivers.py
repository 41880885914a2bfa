"""What follows from a plan that moved, and from what comes to an office that has ended?"""

from __future__ import annotations

from typing import Any

from django.dispatch import receiver

from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.signals import dossier_moving
from motcua.news.models import Article
from motcua.organizations import wrong_door
from motcua.questions.models import Question, QuestionEvent
from motcua.questions.signals import question_moving
from motcua.reorganization import flagging, tasks, workflow
from motcua.reorganization.models import Party, Plan, PlanEvent, ToPlace
from motcua.reorganization.signals import plan_moving

CHANGES = {workflow.CARRY_OUT.verb, workflow.UNDO.verb}


@receiver(plan_moving, dispatch_uid="reorganization.let_organizations_be_found")
def let_organizations_be_found(sender: type[Plan], plan: Plan, event: PlanEvent, **_: Any) -> None:
    if event.verb in CHANGES:
        tasks.let_organizations_be_found.defer(plan_id=plan.pk)


@receiver(plan_moving, dispatch_uid="reorganization.flag_texts")
def flag_texts(sender: type[Plan], plan: Plan, event: PlanEvent, **_: Any) -> None:
    """A job looks for texts that name what ended; undone, they are right again at once."""
    if event.verb == workflow.CARRY_OUT.verb:
        tasks.flag_texts.defer(plan_id=plan.pk)
    elif event.verb == workflow.UNDO.verb:
        flagging.unflag(plan)


def article_appeared(instance: Any, **_said: Any) -> None:
    """Wagtail says that a page was published."""
    if isinstance(instance, Article) and instance.live:
        flagging.read_again(instance)


@receiver(dossier_moving, dispatch_uid="reorganization.place_dossier")
def place_dossier(sender: type[Dossier], dossier: Dossier, event: Event, **_: Any) -> None:
    _queue(event.payload, dossier=dossier)


@receiver(question_moving, dispatch_uid="reorganization.place_question")
def place_question(
    sender: type[Question], question: Question, event: QuestionEvent, **_: Any
) -> None:
    _queue(event.payload, question=question)


def _queue(payload: dict[str, Any], **work: Any) -> None:
    """If nobody can tell which heir it is for, a human does."""
    told = payload.get(wrong_door.KEY)
    if not told or not told["unsure"]:
        return
    ended = Party.objects.filter(organization=told["sent_to"]).values("change__plan")
    plan = Plan.objects.carried_out().filter(pk__in=ended).latest_first().first()
    if plan is not None:
        row = ToPlace(plan=plan, old_id=told["sent_to"], held_by_id=told["to"], **work)
        ToPlace.objects.bulk_create([row], ignore_conflicts=True)
