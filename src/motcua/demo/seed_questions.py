"""The demo's questions: answered ones over several months and offices, and a few on the desk.

Everybody in them is invented; the answers follow the recorded procedures. They are written in bulk
with the history that their moves would have left.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import product
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from motcua.accounts.models import Person
from motcua.catalog.models import Procedure
from motcua.demo import apparatus, people
from motcua.demo.citizens import CITIZENS
from motcua.dossiers.second_facts import tail_key
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Duty, Organization, Post
from motcua.periods.clock import VIETNAM, day_of
from motcua.periods.ledger import Ledger
from motcua.periods.models import since
from motcua.questions import (
    clocks,
    codes,
    facts,
    loading,
    publication,
    routing,
    sought,
    ties,
    workflow,
)
from motcua.questions.models import (
    AnsweringPost,
    Category,
    FrequentSet,
    Opinion,
    Question,
    QuestionEvent,
)
from motcua.questions.ties import Ties
from motcua.questions.workflow import Kind, Move, State
from motcua.search import actions as index
from motcua.search.folding import fold
from motcua.search.models import Unanswered
from motcua.worktime.calendars import WorkCalendar
from motcua.worktime.queries import working_calendar

TOLD = Path(__file__).parent / "questions.json"
SPACE = uuid.UUID("6f1c2a52-6c1e-4b6e-9a39-2f4d6f0b1e7a")
"""Makes a question's form key out of its slug, the same at every seeding."""
CENTER = "Trung tâm"
ANSWERING_POSTS = Ledger(
    AnsweringPost,
    ("organization_id", "post_id", "one_hand_reason", "tends_search", "valid_during"),
    known_by=1,
)
SOUGHT = ("đặt lịch trước giờ làm việc", "giấy phép nuôi chim yến", "xe buýt ra bến phà")
"""What demo citizens looked for in vain, on three days each."""
WAY = (workflow.ASK, workflow.ASSIGN, workflow.DRAFT, workflow.APPROVE, workflow.PUBLISH)
UNTIL: Mapping[str, tuple[Move, ...]] = {
    State.NEW: WAY[:1],
    State.ASSIGNED: WAY[:2],
    State.DRAFTED: WAY[:3],
    State.ANSWERED: WAY,
    State.WAITING: (workflow.ASK, workflow.ASK_FOR_MORE),
}
"""The moves that lead to each state."""

Holder = tuple[int, int]
"""A post and who holds it."""


@dataclass(frozen=True, slots=True)
class Office:
    """Who sorts, drafts and approves in one office."""

    pk: int
    clerk: Holder
    drafter: Holder
    approver: Holder


@transaction.atomic
def seed() -> None:
    """Enter what is missing; terms, officers, citizens and procedures are seeded before."""
    loading.load()
    _name_answering_posts()
    told = json.loads(TOLD.read_text(encoding="utf-8"))
    keys = {uuid.uuid5(SPACE, one["slug"]): one for one in told}
    known = set(Question.objects.filter(form_key__in=keys).values_list("form_key", flat=True))
    new = {key: one for key, one in keys.items() if key not in known}
    if new:
        _enter(new)
        _seek_in_vain()


def _enter(new: Mapping[uuid.UUID, dict[str, Any]]) -> None:
    clerk = Clerk()
    questions = Question.objects.bulk_create(clerk.question(key, one) for key, one in new.items())
    pairs = list(zip(questions, new.values(), strict=True))
    QuestionEvent.objects.bulk_create(event for pair in pairs for event in clerk.events(*pair))
    Opinion.objects.bulk_create(
        Opinion(question=question, yes=one["yes"], no=one["no"])
        for question, one in pairs
        if "yes" in one
    )
    for question, one in pairs:
        ties.put(question, Ties(laws=tuple(one.get("laws", ()))))
    _choose_frequent(pairs, clerk)
    index.put_all(publication.KIND, publication.everything())
    for question in questions:
        if question.is_answered:
            routing.learn(question, question.organization_id)


def _choose_frequent(pairs: list[tuple[Question, dict[str, Any]]], clerk: Clerk) -> None:
    """Let the post that answers at an office choose what its procedures' pages show first."""
    marked = [(question, one) for question, one in pairs if "frequent" in one]
    for question, one in sorted(marked, key=lambda pair: pair[1]["frequent"]):
        post, person = clerk.offices[one["office"]].clerk
        by = Acting(Person.objects.get(pk=person), Post.objects.get(pk=post))
        if question.procedure:
            FrequentSet.of(question.procedure).feature(by=by, question=question)


def _name_answering_posts() -> None:
    """In every agency the post that appraises answers questions, too."""
    day = apparatus.CITY
    posts = Post.objects.filter(valid_during__contains=day, duties__contains=[Duty.APPRAISE])
    first = dict(posts.order_by("-pk").values_list("organization", "pk"))
    days = since(apparatus.TWO_TIERS)
    center = Organization.objects.get(identifier=apparatus.PROVINCIAL_COUNTER).pk
    ANSWERING_POSTS.put((org, pk, "", org == center, days) for org, pk in sorted(first.items()))


def _seek_in_vain() -> None:
    """Words that nobody found, and the tasks that they became."""
    today = day_of(timezone.now())
    for words, back in product(SOUGHT, range(1, 4)):
        day = today - timedelta(days=2 * back)
        Unanswered.objects.get_or_create(words=words, day=day, defaults={"times": 2 + back})
    sought.raise_tasks(today)


class Clerk:
    """Writes down what happened to each question, and when."""

    def __init__(self) -> None:
        self.now = timezone.now()
        self.calendar: WorkCalendar = working_calendar()
        self.offices = dict(_offices(day_of(self.now)))
        self.shelves = dict(Category.objects.values_list("slug", "pk"))
        self.procedures = dict(Procedure.objects.values_list("code", "pk"))
        self.citizens = {one.subject: one for one in CITIZENS}
        self.machine = Person.objects.machine().pk

    def question(self, key: uuid.UUID, one: dict[str, Any]) -> Question:
        """The row as its last move left it."""
        kind, office = Kind(one.get("kind", 1)), self.offices[one["office"]]
        asked = self._asked_at(one)
        code = codes.next_code(kind, day_of(asked))
        state = State(one.get("state", State.ANSWERED))
        clock = clocks.begun(kind, office.pk, asked)
        answered = self._answered_at(one, asked)
        question = Question(
            code=code,
            form_key=key,
            kind=kind,
            category_id=self.shelves[one["category"]],
            procedure_id=self.procedures.get(one.get("procedure", "")),
            title=one["title"],
            text=one["text"],
            organization_id=office.pk,
            state=state,
            revision=len(UNTIL[state]),
            is_suspect=one.get("suspect", False),
            drafter_id=office.drafter[1] if state not in {State.NEW, State.WAITING} else None,
            waited_from=State.NEW if state == State.WAITING else "",
            answer=one.get("answer", ""),
            asked_at=asked,
            moved_at=answered if state == State.ANSWERED else asked + timedelta(hours=1),
            search_text=fold(f"{code} {one['title']}"),
            **clock,
        )
        self._clock(question)
        self._asker(question, one)
        if state == State.ANSWERED:
            self._publish(question, one, answered)
        elif question.answer:
            self._draft(question)
        return question

    def events(self, question: Question, one: dict[str, Any]) -> Iterator[QuestionEvent]:
        """The moves that led there, with their times spread between asking and answering."""
        moves = UNTIL[question.state]
        end = question.published_at or question.moved_at
        step = (end - question.asked_at) / max(1, len(moves) - 1)
        for number, move in enumerate(moves):
            person, post = self._hand(move, one["office"], question)
            yield QuestionEvent(
                question=question,
                verb=move.verb,
                role=_role(move),
                state=move.target,
                organization_id=question.organization_id,
                person_id=person,
                post_id=post,
                reason=one.get("reason", "") if move is workflow.ASK_FOR_MORE else "",
                at=question.asked_at + step * number,
                payload={"late": False} if move is workflow.APPROVE else {},
            )

    # --- When -------------------------------------------------------------------------------

    def _asked_at(self, one: dict[str, Any]) -> datetime:
        """So many days ago, in the morning of a working day; or so many hours ago."""
        if "hours" in one:
            return self.now - timedelta(hours=one["hours"])
        day = day_of(self.now) - timedelta(days=one["days"])
        while not self.calendar.is_working_day(day):
            day -= timedelta(days=1)
        return datetime.combine(day, time(8, 10 + one["days"] % 40), VIETNAM)

    def _answered_at(self, one: dict[str, Any], asked: datetime) -> datetime:
        day = day_of(asked)
        for _working_day in range(one.get("took", 0)):
            day = self.calendar.working_day_after(day)
        return min(datetime.combine(day, time(15, 20), VIETNAM), self.now)

    def _clock(self, question: Question) -> None:
        """What stands has no term; what is in work has the answer's."""
        if question.state not in workflow.CLOCK_RUNS:
            question.due_at = question.escalates_at = None
        elif question.state != State.NEW:
            question.due_at = question.answer_due_at

    # --- Who --------------------------------------------------------------------------------

    def _asker(self, question: Question, one: dict[str, Any]) -> None:
        if citizen := self.citizens.get(one.get("citizen", "")):
            question.asker = Person.objects.with_personal_number(citizen.personal_number).get()
            name, phone, email = citizen.full_name, citizen.phone, citizen.email
        else:
            name = people.name_of(one["slug"])
            phone, email = "0900000000", f"{one['slug']}@congdan.example"
        question.asker_name = name
        question.contact = {"phone": phone, "email": email, "address": "phường, xã ví dụ"}
        question.phone_tail_key = tail_key(question.code, phone)

    def _hand(self, move: Move, office: str, question: Question) -> tuple[int, int | None]:
        holders = self.offices[office]
        if move is workflow.ASK:
            return question.asker_id or self.machine, None
        hands = {workflow.DRAFT.verb: holders.drafter, workflow.APPROVE.verb: holders.approver}
        post, person = hands.get(move.verb, holders.clerk)
        return person, post

    def _draft(self, question: Question) -> None:
        """Whoever publishes begins with texts in which personal things are covered."""
        for name, value in facts.of_drafting(question, question.answer, self.now).columns.items():
            setattr(question, name, value)

    def _publish(self, question: Question, one: dict[str, Any], answered: datetime) -> None:
        question.answered_at = question.published_at = answered
        question.approved_at = answered - timedelta(minutes=30)
        question.public_title, question.public_answer = one["title"], one["answer"]
        question.public_text = one.get("public", one["text"])
        question.owner_id = self.offices[one["office"]].clerk[0]
        looked = clocks.looked_at(question, answered)
        question.checked_at, question.review_on = looked["checked_at"], looked["review_on"]
        if one.get("review_due"):  # one to be seen on the desk and on its page
            question.review_on = day_of(self.now)


def _role(move: Move) -> str:
    return sorted(move.roles)[0].value if len(move.roles) == 1 else workflow.Role.CLERK.value


def _offices(day: date) -> Iterator[tuple[str, Office]]:
    """By ``phường Bãi Cháy``, ``Sở Xây dựng`` or the provincial center."""
    held = Appointment.objects.filter(
        valid_during__contains=day, post__valid_during__contains=day
    ).select_related("post")
    posts: dict[int, list[Appointment]] = {}
    for appointment in held.order_by("post_id", "seat"):
        posts.setdefault(appointment.post.organization_id, []).append(appointment)
    kinds = Organization.Kind
    asked = [kinds.COMMUNE_COMMITTEE, kinds.DEPARTMENT, kinds.COUNTER]
    for office in Organization.objects.on(day).filter(kind__in=asked).with_names(day):
        if office.pk in posts:
            name = office.name_on(day).removeprefix("Ủy ban nhân dân ")
            is_center = office.identifier == apparatus.PROVINCIAL_COUNTER
            yield (CENTER if is_center else name), _hands(office.pk, posts[office.pk])


def _hands(pk: int, held: list[Appointment]) -> Office:
    deciding = [one for one in held if one.post.has_duty(Duty.DECIDE)]
    head = next((one for one in held if one.post.is_head), held[0])
    drafting = [one for one in held if not one.post.is_head and one not in deciding]
    approver = next((one for one in deciding if not one.post.is_head), head)
    drafter = drafting[0] if drafting else held[0]
    clerk = drafter if drafter.post.has_duty(Duty.APPRAISE) else head
    return Office(pk, *((one.post_id, one.person_id) for one in (clerk, drafter, approver)))
