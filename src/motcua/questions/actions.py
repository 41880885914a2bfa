"""What takes several nouns? Asking."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.accounts.fields import seal_again
from motcua.dossiers import second_facts
from motcua.filekeeping import files as kept_files
from motcua.filekeeping.models import StoredFile
from motcua.organizations.models import Organization
from motcua.periods.clock import day_of
from motcua.periods.closing import closed_means
from motcua.questions import arriving, clocks, codes, exceptions, workflow
from motcua.questions.models import Question, QuestionEvent
from motcua.questions.workflow import Kind, Role
from motcua.search.folding import fold, nfc

if TYPE_CHECKING:
    from datetime import datetime

    from motcua.catalog.models import Procedure
    from motcua.organizations.acting import Acting
    from motcua.organizations.wrong_door import Arrival
    from motcua.questions.models import Category
    from motcua.territory.models import Unit


@dataclass(frozen=True, slots=True)
class Contact:
    """How the asker is called and reached; kept sealed except the name."""

    name: str = ""
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """What was typed into the form, checked."""

    form_key: UUID
    title: str
    text: str
    organization: Organization
    kind: Kind = Kind.QUESTION
    category: Category | None = None
    procedure: Procedure | None = None
    unit: Unit | None = None
    wants_public: bool = True
    contact: Contact = field(default_factory=Contact)
    follows: Question | None = None
    files: Sequence[tuple[IO[bytes], str]] = ()
    """Streams with the names under which they came."""
    is_suspect: bool = False
    """Whether a human should look first (spam)."""


@closed_means(exceptions.OfficeClosed)
def ask(asked: Asked, *, by: Acting) -> Question:
    """Send a question to an office, or to whoever answers for one that has ended.

    The same form key a second time is the same question.

    ``by`` is the signed-in citizen, or the machine for somebody without an account. Raises a
    MoveRefused, or the FileRefused of a file that is not kept.
    """
    _refuse(asked, by)
    if known := Question.objects.filter(form_key=asked.form_key).first():
        return known
    arrival = _arriving(asked)
    papers = _kept(asked.files)
    try:
        return _ask(asked, arrival, papers, by)
    except IntegrityError:
        if known := Question.objects.filter(form_key=asked.form_key).first():
            return known
        raise


def seal_contacts_again() -> int:
    """Contacts that a retired key sealed (``manage.py seal_again``)."""
    return seal_again(Question.objects.all(), "contact")


def _refuse(asked: Asked, by: Acting) -> None:
    if by.post is not None:
        raise exceptions.NotYourMove
    before = asked.follows
    if before and (before.asker_id != _asker(by) or not before.is_answered):
        raise exceptions.NotAnswered


def _arriving(asked: Asked) -> Arrival:
    """At the office that was asked, or at whoever answers for it today."""
    day = day_of(timezone.now())
    sketch = Question(procedure=asked.procedure, unit=asked.unit)
    arrival = arriving.at(asked.organization, sketch, day)
    if arrival is None:
        raise exceptions.OfficeClosed
    return arrival


def _asker(by: Acting) -> int | None:
    return None if by.person.is_machine else by.person.pk


def _kept(files: Sequence[tuple[IO[bytes], str]]) -> list[tuple[StoredFile, str]]:
    """The files under their hashes, before the question refers to them; the same one once."""
    papers: dict[str, tuple[StoredFile, str]] = {}
    for stream, name in files:
        kept_files.refuse_too_many(len(papers))
        kept = StoredFile.keep(stream)
        papers.setdefault(kept.sha256, (kept, kept.named(name)))
    return list(papers.values())


@transaction.atomic
def _ask(
    asked: Asked, arrival: Arrival, papers: list[tuple[StoredFile, str]], by: Acting
) -> Question:
    now = timezone.now()
    question = _written(replace(asked, organization=arrival.organization), by, now)
    told = {"reason": "", "at": now, "payload": arrival.payload}
    event = question.remember(workflow.ASK, Role.ASKER, by=by, **told)
    _attach(question, event, papers)
    question.announce(event)
    return question


def _written(asked: Asked, by: Acting, now: datetime) -> Question:
    code = codes.next_code(asked.kind, day_of(now))
    contact = asked.contact
    return Question.objects.create(
        code=code,
        form_key=asked.form_key,
        kind=asked.kind,
        category=asked.category,
        title=nfc(asked.title).strip()[:200],
        text=nfc(asked.text).strip(),
        wants_public=asked.wants_public,
        asker_id=_asker(by),
        asker_name=contact.name,
        contact={"phone": contact.phone, "email": contact.email, "address": contact.address},
        phone_tail_key=second_facts.tail_key(code, contact.phone),
        is_suspect=asked.is_suspect,
        organization=asked.organization,
        procedure=asked.procedure,
        unit=asked.unit,
        follows=asked.follows,
        asked_at=now,
        moved_at=now,
        search_text=fold(f"{code} {asked.title} {contact.name}"),
        **clocks.begun(asked.kind, asked.organization.pk, now),
    )


def _attach(question: Question, event: QuestionEvent, papers: list[tuple[StoredFile, str]]) -> None:
    for kept, name in papers:
        question.attachments.create(event=event, file=kept, name=name)
