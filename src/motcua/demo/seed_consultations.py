"""The demo's consultations: one open legal document, a scheme, a plan that waits for its summary,
and one that was summed up. Their texts are invented, their days relative to today.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction

from motcua.consultations import codes, loading, publication, splitting, terms, workflow
from motcua.consultations.models import (
    Answer,
    Article,
    Comment,
    CommentEvent,
    Consultation,
    ConsultationEvent,
    DraftKind,
)
from motcua.consultations.models.term import Step
from motcua.consultations.workflow import Move, Role, Showing, State
from motcua.demo import word_files
from motcua.filekeeping import media_types
from motcua.filekeeping.models import StoredFile
from motcua.organizations.models import Appointment, Duty, Organization
from motcua.periods.clock import VIETNAM, today
from motcua.search import actions as index
from motcua.search.folding import fold

TOLD = Path(__file__).parent / "consultations.json"
SPACE = uuid.UUID("0c6b1a1e-7b54-4a77-8f0e-5f3a3c1d2b90")
"""Makes form keys out of slugs, the same at every seeding."""


@dataclass(frozen=True, slots=True)
class Hands:
    """Who drafts and who decides in one office, as keys of post and person."""

    drafter: tuple[int, int]
    approver: tuple[int, int]


def seed() -> None:
    """Enter what is missing; officers are seeded before."""
    loading.load()
    told = json.loads(TOLD.read_text(encoding="utf-8"))
    keys = {uuid.uuid5(SPACE, one["slug"]): one for one in told}
    known = set(Consultation.objects.filter(form_key__in=keys).values_list("form_key", flat=True))
    for key, one in sorted(keys.items(), key=lambda each: -each[1]["opened"]):
        if key not in known:
            _enter(key, one)
    index.put_all(publication.KIND, publication.everything())


@transaction.atomic
def _enter(key: uuid.UUID, one: Mapping[str, Any]) -> None:
    """As the moves would have left it, on the days on which they would have been made."""
    office = next(
        each
        for each in Organization.objects.on(today()).with_names(today())
        if each.name_on(today()) == one["office"]
    )
    writer = Writer(one, _hands(office.pk), _prepared(key, one, office.pk))
    writer.open()
    comments = writer.comments()
    writer.answers(comments)
    writer.history()


def _prepared(key: uuid.UUID, one: Mapping[str, Any], office: int) -> Consultation:
    opened = today() - timedelta(days=one["opened"])
    code = codes.next_code(opened.year)
    made = Consultation.objects.create(
        code=code,
        form_key=key,
        organization_id=office,
        kind=DraftKind.objects.get(slug=one["kind"]),
        search_text=fold(f"{code} {one['title']}"),
        **{name: one[name] for name in ("title", "number", "lead", "asks", "receiver")},
    )
    pieces = splitting.split(one["text"])
    Article.objects.bulk_create(
        Article(consultation=made, position=position, **piece.columns)
        for position, piece in enumerate(pieces, 1)
    )
    kept = StoredFile.keep(
        word_files.written(one["title"], one["text"]), accepted=media_types.DOCUMENTS
    )
    made.documents.create(kind="draft", file=kept, name=f"du-thao-{one['slug']}.docx")
    return made


class Writer:
    """Writes down what happened to one consultation, and when."""

    def __init__(self, one: Mapping[str, Any], hands: Hands, made: Consultation) -> None:
        self.one, self.hands, self.made = one, hands, made
        self.opens_on = today() - timedelta(days=one["opened"])
        self.first_closes_on = self.opens_on + timedelta(days=one["days"])
        self.closes_on = self.first_closes_on + timedelta(days=one.get("extended", 0))
        self.articles = {each.position: each for each in made.articles.all()}

    def open(self) -> None:
        term = terms.term_on(self.opens_on, self.made.kind_id, Step.OPEN)
        self._write(
            state=State.OPENED,
            opens_on=self.opens_on,
            opened_at=_at(self.opens_on, 8),
            moved_at=_at(self.opens_on, 8),
            closes_on=self.closes_on,
            first_closes_on=self.first_closes_on,
            days_required=term.days,
            law=term.law,
            summary_due_on=terms.summary_due(self.made.kind_id, self.closes_on),
            revision=2,
        )

    def comments(self) -> list[Comment]:
        made = Comment.objects.bulk_create(self._comments())
        CommentEvent.objects.bulk_create(self._looks(made))
        return made

    def answers(self, comments: Iterable[Comment]) -> None:
        """What says the same has the same answer; then the summary, where there is one."""
        given: dict[str, Answer] = {}
        for comment, told in zip(comments, self.one["comments"], strict=True):
            answer = told.get("answer")
            if isinstance(answer, list):
                verdict, gist, reason = answer
                given[gist] = self.made.answers.create(
                    article=comment.article, verdict=verdict, gist=gist, reason=reason
                )
            if answer:
                gist = answer if isinstance(answer, str) else answer[1]
                Comment.objects.filter(pk=comment.pk).update(answer=given[gist])
        if "summary" in self.one:
            at = _at(today() - timedelta(days=self.one["summed"]), 15)
            summary = self.one["summary"]
            self._write(state=State.SUMMED_UP, summary=summary, summed_up_at=at, moved_at=at)

    def history(self) -> None:
        ConsultationEvent.objects.bulk_create(self._events())

    # --- Rows -------------------------------------------------------------------------------

    def _comments(self) -> Iterator[Comment]:
        for number, told in enumerate(self.one["comments"]):
            showing = "shown" if told.get("shown") else "withheld" if "withheld" in told else "new"
            name = told.get("name", "")
            yield Comment(
                code=f"GY-{uuid.uuid5(self.made.form_key, str(number)).hex[:8].upper()}",
                form_key=uuid.uuid5(self.made.form_key, str(number)),
                consultation=self.made,
                article=self.articles.get(told["article"]),
                stance=told["stance"],
                said={
                    "text": told["text"],
                    "name": name,
                    "represents": told.get("represents", ""),
                    "email": told.get("email", ""),
                    "shows_name": False,
                },
                has_email="email" in told,
                doubts=told.get("doubts", []),
                received_at=_at(self.opens_on + timedelta(days=told["day"]), 9 + number % 9),
                showing=Showing(showing),
                why_not=told.get("withheld", ""),
                public_text=told["text"] if told.get("shown") else "",
                public_name=told.get("represents", "") if told.get("shown") else "",
                revision=1 if showing == "new" else 2,
            )

    def _looks(self, comments: Iterable[Comment]) -> Iterator[CommentEvent]:
        post, person = self.hands.drafter
        for each in comments:
            if each.showing != Showing.NEW:
                yield CommentEvent(
                    comment=each,
                    showing=each.showing,
                    why_not=each.why_not,
                    person_id=person,
                    post_id=post,
                    at=each.received_at + timedelta(hours=3),
                )

    def _events(self) -> Iterator[ConsultationEvent]:
        first = self.opens_on
        opened = {"to": self.first_closes_on.isoformat()}
        yield self._event(workflow.PREPARE, Role.DRAFTER, _at(first - timedelta(days=4), 9))
        yield self._event(workflow.OPEN, Role.APPROVER, _at(first, 8), payload=opened)
        if self.one.get("extended"):
            days = {"from": self.first_closes_on.isoformat(), "to": self.closes_on.isoformat()}
            at, reason = _at(first + timedelta(days=6), 10), self.one["extension"]
            yield self._event(workflow.EXTEND, Role.APPROVER, at, payload=days, reason=reason)
        if "summary" in self.one:
            at = _at(today() - timedelta(days=self.one["summed"]), 15)
            yield self._event(workflow.SUM_UP, Role.APPROVER, at, payload={"late": False})

    def _event(self, move: Move, role: Role, at: datetime, **facts: Any) -> ConsultationEvent:
        post, person = self.hands.drafter if role is Role.DRAFTER else self.hands.approver
        return ConsultationEvent(
            consultation=self.made,
            verb=move.verb,
            role=role,
            state=move.target,
            person_id=person,
            post_id=post,
            at=at,
            **facts,
        )

    def _write(self, **columns: Any) -> None:
        Consultation.objects.filter(pk=self.made.pk).update(**columns)
        self.made.refresh_from_db()


def _hands(office: int) -> Hands:
    held = list(
        Appointment.objects.on(today())
        .filter(post__organization=office)
        .select_related("post")
        .order_by("pk")
    )
    drafter = next(one for one in held if one.post.has_duty(Duty.APPRAISE))
    approver = next(one for one in held if one.post.has_duty(Duty.DECIDE))
    return Hands((drafter.post_id, drafter.person_id), (approver.post_id, approver.person_id))


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour, 20), VIETNAM)
