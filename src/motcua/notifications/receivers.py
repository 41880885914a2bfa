"""Who gets a letter when something moves? Who applied; who asked, and who asked the same."""

from typing import Any

from django.dispatch import receiver

from motcua.dossiers.models import Dossier, Event
from motcua.dossiers.signals import dossier_moving
from motcua.questions.models import Question, QuestionEvent
from motcua.questions.signals import question_moving

from . import tasks
from .models import Letter, QuestionLetter
from .question_wording import ANSWERS, TOLD
from .wording import VERBS


@receiver(dossier_moving, dispatch_uid="notifications.write_to_applicant")
def write_to_applicant(sender: type[Dossier], dossier: Dossier, event: Event, **_: Any) -> None:
    """Queue a letter and its job in the transaction of the move: all three, or none.

    An applicant without an e-mail address is told in their account and at the look-up.
    """
    if dossier.email and event.verb in VERBS:
        Letter.objects.create(event=event)
        tasks.send_letter.defer(event_id=event.pk)


@receiver(question_moving, dispatch_uid="notifications.write_to_asker")
def write_to_asker(
    sender: type[Question], question: Question, event: QuestionEvent, **_: Any
) -> None:
    """Queue a letter to who asked and, about an answer, to those who asked the same.

    In the transaction of the move. Who gave no e-mail address is told in the account.
    """
    if event.verb not in TOLD:
        return
    same = question.duplicates.all() if event.verb in ANSWERS else ()
    told = [each for each in (question, *same) if each.email]
    QuestionLetter.objects.bulk_create(QuestionLetter(event=event, question=each) for each in told)
    if told:
        tasks.send_question_letters.defer(event_id=event.pk)
