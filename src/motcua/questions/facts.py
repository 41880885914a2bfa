"""What does each verb write besides the state?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from motcua.organizations.models import Appointment, Organization
from motcua.periods.clock import day_of
from motcua.questions import arriving, clocks, exceptions, workflow
from motcua.questions.known import known_of
from motcua.questions.models.term import Step
from motcua.questions.workflow import State
from motcua.strangers import redaction

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.models import Post
    from motcua.questions.models import Question


@dataclass(frozen=True, slots=True)
class Facts:
    """What is written with a move: the same UPDATE's columns and the event's payload."""

    columns: Mapping[str, Any] = field(default_factory=dict)
    payload: Mapping[str, Any] = field(default_factory=dict)
    target: State | None = None
    """Where the move leads, if it may lead to several states."""


@dataclass(frozen=True, slots=True)
class PublicText:
    """What everybody shall read."""

    title: str
    text: str
    answer: str
    overrule: str = ""
    """Why something that looks personal stays; empty where nothing does."""


def of_nothing(_at: datetime) -> Facts:
    """A move that only changes the state."""
    return Facts()


def of_ending(_at: datetime) -> Facts:
    """No clock runs any more."""
    return Facts(columns=clocks.STANDS)


def of_returning(question: Question, at: datetime) -> Facts:
    """Whether it was returned within its term is kept for the figures."""
    late = clocks.is_late(question, Step.SORT, at)
    return Facts(columns=clocks.STANDS, payload={"late": late})


def of_forwarding(question: Question, to: Organization, at: datetime) -> Facts:
    """The other office's clocks begin; forwarded too often, it is the head's business."""
    is_open = Organization.objects.on(day_of(at)).filter(pk=to.pk).exists()
    if not is_open or to.pk == question.organization_id:
        raise exceptions.OfficeClosed
    forwards = question.forwards + 1
    payload = {
        "from": question.organization_id,
        "to": to.pk,
        "late": clocks.is_late(question, Step.FORWARD, at),
    }
    columns = {
        "organization": to,
        "drafter": None,
        "forwards": forwards,
        "is_ping_pong": forwards > clocks.allows_forwards(question),
        **clocks.begun(question.kind, to.pk, at),
    }
    return Facts(columns=columns, payload=payload)


def of_asking_for_more(question: Question, at: datetime) -> Facts:
    """The clock stands, and it is known where the supplement leads back to."""
    late = clocks.is_late(question, Step.FORWARD, at)
    return Facts(columns={"waited_from": question.state, **clocks.STANDS}, payload={"late": late})


def of_supplement(question: Question, at: datetime) -> Facts:
    """Back to where it was, without the time of waiting."""
    target = State(question.waited_from)
    columns = {"waited_from": "", **clocks.running(question, target, at)}
    return Facts(columns=columns, target=target)


def of_merging(question: Question, main: Question, _at: datetime) -> Facts:
    """It ends here, and the other's answer is its own."""
    is_fit = main.pk != question.pk and main.organization_id == question.organization_id
    if not is_fit or main.state in workflow.TAKEN_BACK:
        raise exceptions.NotADuplicate
    return Facts(columns={"merged_into": main, **clocks.STANDS}, payload={"into": main.code})


def of_assigning(question: Question, drafter: Person, at: datetime) -> Facts:
    """Who drafts holds a post with duties here today, and is not whom the asker complained of."""
    _refuse_unfit(question, drafter, at)
    running = clocks.running(question, State.ASSIGNED, at)
    return Facts(columns={"drafter": drafter, **running}, payload={"drafter": drafter.pk})


def of_drafting(question: Question, answer: str, _at: datetime) -> Facts:
    """The answer, and the redacted texts to begin the publication with."""
    if not answer.strip():
        raise exceptions.AnswerMissing
    known = known_of(question)
    columns = {
        "answer": answer,
        "public_title": question.public_title or redaction.redacted(question.title, known)[:200],
        "public_text": question.public_text or redaction.redacted(question.text, known),
        "public_answer": redaction.redacted(answer, known, by_office=True),
    }
    return Facts(columns=columns)


def of_sending_back(question: Question, at: datetime) -> Facts:
    return Facts(columns={"approved_at": None, **clocks.running(question, State.ASSIGNED, at)})


def of_approving(question: Question, one_hand_reason: str, at: datetime) -> Facts:
    """The handling ends; why one person drafted and approved is kept where it happened."""
    payload: dict[str, Any] = {"late": at > question.answer_due_at}
    if one_hand_reason:
        payload["one_hand"] = one_hand_reason
    running = clocks.running(question, State.APPROVED, at)
    return Facts(columns={**running, "approved_at": at}, payload=payload)


def of_publishing(
    question: Question, public: PublicText, owner: Post | None, at: datetime
) -> Facts:
    """Everybody may read the public texts from now on, and the post sees that they stay true."""
    _refuse_unfit_for_everybody(question, public)
    columns = {
        "public_title": public.title,
        "public_text": public.text,
        "public_answer": public.answer,
        "published_at": at,
        "answered_at": question.answered_at if question.is_answered else at,
        "owner": owner,
        **clocks.looked_at(question, at),
        **clocks.STANDS,
    }
    return Facts(columns=columns, payload={"overruled": public.overrule})


def of_answering_privately(at: datetime) -> Facts:
    """Only the asker may read it; what was public of an earlier answer is so no more."""
    return Facts(columns={"answered_at": at, "published_at": None, **clocks.STANDS})


def of_unpublishing(question: Question, _at: datetime) -> Facts:
    return Facts(columns={"published_at": None}, target=State(question.state))


def of_confirming(question: Question, owner: Post | None, at: datetime) -> Facts:
    """It was looked at and still holds; who looked owns it from now on."""
    return Facts(columns={"owner": owner, **clocks.looked_at(question, at)})


def of_revising(question: Question, drafter: Person, office: int, at: datetime) -> Facts:
    """A new clock; readers keep the old answer until there is a new one.

    ``office`` rewrites it and answers for it from now on: the heir of one that has ended.
    """
    _refuse_unfit(question, drafter, at, office)
    begun = clocks.begun(question.kind, office, at)
    written = {"organization_id": office, "due_at": begun["answer_due_at"], "drafter": drafter}
    return Facts(columns={**begun, **written}, payload={"drafter": drafter.pk})


def of_reopening(question: Question, at: datetime) -> Facts:
    """Back to the office that answered, or to whoever answers for it now."""
    arrival = arriving.at(question.organization, question, day_of(at))
    if arrival is None:
        raise exceptions.OfficeClosed
    begun = clocks.begun(question.kind, arrival.organization.pk, at)
    written = {"organization": arrival.organization, "drafter": None, "approved_at": None}
    return Facts(columns={**begun, **written}, payload=arrival.payload)


def may_draft(question: Question, at: datetime, office: int | None = None) -> list[Appointment]:
    """Who could be assigned today: appointments to posts with work, one for each person.

    At the question's office, or at ``office`` that rewrites its answer.
    """
    here = office or question.organization_id
    held = Appointment.objects.on(day_of(at)).filter(post__organization=here)
    working = [each for each in held.select_related("person", "post") if _works(each)]
    complained_of = _complained_of(question)
    fit = {
        each.person_id: each
        for each in working
        if each.person_id not in complained_of and each.person_id != question.asker_id
    }
    return sorted(fit.values(), key=lambda each: each.person.sort_name)


def _refuse_unfit(
    question: Question, drafter: Person, at: datetime, office: int | None = None
) -> None:
    if drafter.pk in _complained_of(question):
        raise exceptions.AnsweredBefore
    if drafter.pk not in {each.person_id for each in may_draft(question, at, office)}:
        raise exceptions.DrafterUnfit


def _works(appointment: Appointment) -> bool:
    return bool(appointment.post.duties) or appointment.post.is_head


def _complained_of(question: Question) -> set[int]:
    """Those who drafted answers that the asker was not content with."""
    reopened = question.events.filter(verb=workflow.REOPEN.verb).last()
    if reopened is None:
        return set()
    drafts = question.events.filter(verb=workflow.DRAFT.verb, pk__lt=reopened.pk)
    return set(drafts.values_list("person", flat=True))


def _refuse_unfit_for_everybody(question: Question, public: PublicText) -> None:
    texts = (public.title, public.text, public.answer)
    if not all(text.strip() for text in texts):
        raise exceptions.PublicTextMissing
    asked, answered = texts[:2], texts[2]
    found = redaction.certain(asked, answered, known_of(question))
    if found and not public.overrule.strip():
        raise exceptions.StillPersonal(found)
