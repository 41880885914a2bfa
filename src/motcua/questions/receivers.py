"""What follows from a move inside this room? The index knows it, and routing learns from it."""

from typing import Any

from django.dispatch import receiver

from motcua.organizations.acting import Acting
from motcua.questions import publication, routing, workflow
from motcua.questions.models import FrequentSet, Question, QuestionEvent
from motcua.questions.signals import question_moving

FIRST_ANSWERS = frozenset({workflow.PUBLISH.verb, workflow.ANSWER_PRIVATELY.verb})


@receiver(question_moving, dispatch_uid="questions.keep_the_index")
def keep_the_index(
    sender: type[Question], question: Question, event: QuestionEvent, **_: Any
) -> None:
    """What is public can be found, by its public words only; what is not, cannot."""
    if question.is_public and event.verb == workflow.PUBLISH.verb:
        publication.put_in_index(question)
    elif event.verb in {workflow.UNPUBLISH.verb, workflow.ANSWER_PRIVATELY.verb}:
        publication.take_from_index(question)


@receiver(question_moving, dispatch_uid="questions.leave_the_frequent_ones")
def leave_the_frequent_ones(
    sender: type[Question], question: Question, event: QuestionEvent, **_: Any
) -> None:
    """What is no longer public leaves the procedures' pages for good; to come back is a choice."""
    if event.verb in {workflow.UNPUBLISH.verb, workflow.ANSWER_PRIVATELY.verb}:
        for each in FrequentSet.objects.filter(answers__question=question):
            each.lose(by=Acting.as_in(event), question=question)


@receiver(question_moving, dispatch_uid="questions.learn_the_way")
def learn_the_way(
    sender: type[Question], question: Question, event: QuestionEvent, **_: Any
) -> None:
    """An answer teaches where such questions go, and so does a forwarding."""
    is_first_answer = event.verb in FIRST_ANSWERS and question.answered_at == event.at
    if is_first_answer or event.verb == workflow.FORWARD.verb:
        routing.learn(question, question.organization_id)
