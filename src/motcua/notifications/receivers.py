"""Who gets a letter when something moves? Who applied, asked, commented; whose task it is."""

from datetime import timedelta
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from motcua.consultations import workflow as consultations
from motcua.consultations.models import Consultation, ConsultationEvent
from motcua.consultations.signals import consultation_moving
from motcua.directives import addressees
from motcua.directives.models import Reminder, Task, TaskEvent
from motcua.directives.signals import directive_moving, directive_reminding
from motcua.dossiers.models import Attachment, CoApplicant, Dossier, Draft, Event
from motcua.dossiers.signals import (
    co_applicant_invited,
    co_applicants_awaited,
    dossier_moving,
    drafts_ending,
)
from motcua.filekeeping.models import StoredFile
from motcua.filekeeping.signals import file_condemned
from motcua.questions.models import Question, QuestionEvent
from motcua.questions.signals import question_moving
from motcua.reorganization.models import Plan, PlanEvent
from motcua.reorganization.signals import plan_moving
from motcua.staffing.models import StaffChange, StaffEvent
from motcua.staffing.signals import staff_moving

from . import tasks, telling
from .models import (
    ConsultationLetter,
    DirectiveLetter,
    DraftLetter,
    Letter,
    PaperLetter,
    QuestionLetter,
    StaffLetter,
)
from .question_wording import ANSWERS, TOLD
from .wording import VERBS

REMINDED_AGAIN = timedelta(days=1)
"""However often somebody presses the last button meanwhile."""


@receiver(dossier_moving, dispatch_uid="notifications.write_to_applicant")
def write_to_applicant(sender: type[Dossier], dossier: Dossier, event: Event, **_: Any) -> None:
    """Queue letters and their job in the transaction of the move: all of it, or nothing.

    To the applicant and to who applied along; whoever has no e-mail address is told in their
    account and at the look-up.
    """
    if event.verb not in VERBS:
        return
    along = CoApplicant.objects.along_with(dossier)
    letters = [Letter(event=event)] if dossier.email else []
    letters += [Letter(event=event, co_applicant=one) for one in along if one.address]
    for letter in letters:
        letter.save(force_insert=True)
    if letters:
        tasks.send_letter.defer(event_id=event.pk)


@receiver(drafts_ending, dispatch_uid="notifications.write_of_ending_drafts")
def write_of_ending_drafts(sender: type[Draft], drafts: list[int], **_: Any) -> None:
    """Queue letters to the owners of drafts that will be deleted, in the same transaction."""
    ending = Draft.objects.filter(pk__in=drafts).select_related("person")
    told = [one for one in ending if one.contact_email or one.person.email]
    letters = DraftLetter.objects.bulk_create(DraftLetter(draft=one) for one in told)
    if letters:
        tasks.send_draft_letters.defer(letters=[letter.pk for letter in letters])


@receiver(co_applicant_invited, dispatch_uid="notifications.write_to_co_applicant")
def write_to_co_applicant(sender: type[CoApplicant], co_applicant: CoApplicant, **_: Any) -> None:
    """Queue the letter that says that somebody is invited; without an address, no letter."""
    if co_applicant.email:
        letter = DraftLetter.objects.create(draft=co_applicant.draft, co_applicant=co_applicant)
        tasks.send_draft_letters.defer(letters=[letter.pk])


@receiver(file_condemned, dispatch_uid="notifications.write_of_blocked_paper")
def write_of_blocked_paper(sender: type[StoredFile], kept: StoredFile, **_: Any) -> None:
    """Queue a letter to everybody who handed in a paper that is blocked now, once each."""
    papers = Attachment.objects.filter(file=kept).select_related("dossier", "draft__person")
    written = [PaperLetter(paper=paper) for paper in papers]
    told = [letter for letter in written if letter.address]
    letters = PaperLetter.objects.bulk_create(told, ignore_conflicts=True)
    if letters:
        waiting = PaperLetter.objects.queued().filter(paper__file=kept)
        tasks.send_paper_letters.defer(letters=list(waiting.values_list("pk", flat=True)))


@receiver(co_applicants_awaited, dispatch_uid="notifications.remind_co_applicants")
def remind_co_applicants(
    sender: type[Draft], draft: Draft, awaited: list[CoApplicant], **_: Any
) -> None:
    """Queue letters to those without whose word a draft is not submitted; one a day."""
    lately = draft.letters.filter(written_at__gt=timezone.now() - REMINDED_AGAIN)
    told = set(lately.values_list("co_applicant", flat=True))
    awaited = [one for one in awaited if one.address and one.pk not in told]
    letters = [DraftLetter.objects.create(draft=draft, co_applicant=one) for one in awaited]
    if letters:
        tasks.send_draft_letters.defer(letters=[letter.pk for letter in letters])


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


@receiver(consultation_moving, dispatch_uid="notifications.write_to_commenters")
def write_to_commenters(
    sender: type[Consultation], consultation: Consultation, event: ConsultationEvent, **_: Any
) -> None:
    """Queue a letter to everybody who left an address, once each, when the summary is public."""
    if event.verb != consultations.SUM_UP.verb:
        return
    written = consultation.comments.that_count().filter(has_email=True).oldest_first()
    by_address = {each.email.casefold(): each for each in reversed(list(written))}
    ConsultationLetter.objects.bulk_create(
        ConsultationLetter(event=event, comment=each) for each in by_address.values()
    )
    if by_address:
        tasks.send_consultation_letters.defer(event_id=event.pk)


@receiver(directive_moving, dispatch_uid="notifications.write_to_desks")
def write_to_desks(sender: type[Task], task: Task, event: TaskEvent, **_: Any) -> None:
    """Queue letters to those whose turn it is, in the transaction of the move."""
    told = addressees.of_event(task, event)
    DirectiveLetter.objects.bulk_create(DirectiveLetter(event=event, person=one) for one in told)
    if told:
        tasks.send_directive_letters.defer(event_id=event.pk)


@receiver(directive_reminding, dispatch_uid="notifications.remind_of_deadlines")
def remind_of_deadlines(sender: type[Task], task: Task, reminder: Reminder, **_: Any) -> None:
    """Queue letters about a deadline, in the transaction that notes the reminder."""
    told = addressees.of_reminder(task, reminder)
    DirectiveLetter.objects.bulk_create(
        DirectiveLetter(reminder=reminder, person=one) for one in told
    )
    if told:
        tasks.send_directive_letters.defer(reminder_id=reminder.pk)


@receiver(plan_moving, dispatch_uid="notifications.tell_of_plan")
def tell_of_plan(sender: type[Plan], plan: Plan, event: PlanEvent, **_: Any) -> None:
    """Note that people are to be told; who they are is found later, outside the transaction."""
    if event.verb in telling.WALKS:
        telling.begin(event)
        tasks.tell_of_plan.defer(event_id=event.pk)


@receiver(staff_moving, dispatch_uid="notifications.write_to_new_officers")
def write_to_new_officers(sender: type[StaffEvent], event: StaffEvent, **_: Any) -> None:
    """Queue the letter that leads to a new account, in the transaction that opens it."""
    leading = (StaffChange.What.ACCOUNT_OPENED, StaffChange.What.INVITED)
    opened = event.changes.filter(what__in=leading).exclude(holder__email="")
    letters = [StaffLetter(change=each) for each in opened]
    StaffLetter.objects.bulk_create(letters)
    if letters:
        tasks.send_staff_letters.defer(event_id=event.pk)
