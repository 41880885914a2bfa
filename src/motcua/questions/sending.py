"""How does what somebody wrote become a question? Once, and marked where a human should look."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import ExitStack
from typing import IO, TYPE_CHECKING

from django.db import transaction

from motcua.catalog.models import Procedure
from motcua.periods.clock import today
from motcua.questions import actions, addressee, complaints, exceptions
from motcua.questions.actions import Asked, Contact
from motcua.questions.models import Category, Inquiry, Question
from motcua.questions.workflow import Kind
from motcua.strangers.doubts import Doubt
from motcua.territory.models import Unit

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.addressee import Addressee
    from motcua.questions.complaints import Recognized

OF_MACHINES = {Doubt.NO_PROOF, Doubt.TOO_FAST}
"""Doubts that do not apply to somebody whom the identity provider vouches for."""


def looks_like_complaint(inquiry: Inquiry) -> Recognized | None:
    """What the words seem to be, besides a question."""
    return complaints.recognized(inquiry.typed.get("title", ""), inquiry.typed.get("text", ""))


def procedure_of(inquiry: Inquiry) -> Procedure | None:
    return Procedure.objects.filter(code=inquiry.typed.get("procedure", "")).first()


def place_of(inquiry: Inquiry) -> Unit | None:
    code = inquiry.typed.get("place", "")
    return Unit.objects.on(today()).filter(code=code).first() if code else None


def addressee_of(inquiry: Inquiry) -> Addressee | None:
    """Whom the asker chose, or asked before, else the likeliest; nobody where there is none."""
    typed, before = inquiry.typed, inquiry.follows
    named = typed.get("organization") or (before.organization.identifier if before else "")
    sketch = Question(
        title=typed.get("title", ""),
        text=typed.get("text", ""),
        asker_name=typed.get("name", ""),
        contact={name: typed.get(name, "") for name in ("phone", "email", "address")},
        procedure=procedure_of(inquiry),
        unit=place_of(inquiry),
    )
    return (addressee.chosen(named, sketch) if named else None) or addressee.likeliest(sketch)


def doubts_about(inquiry: Inquiry, by: Acting) -> list[Doubt]:
    """Why a human should look first, once it is known who sends it."""
    found = [Doubt(one) for one in inquiry.doubts]
    if not by.person.is_machine:
        found = [one for one in found if one not in OF_MACHINES]
    return [*found, *([Doubt.COMPLAINT] if looks_like_complaint(inquiry) else [])]


def send(inquiry: Inquiry, *, by: Acting) -> Question:
    """Make the question, once: a double click or a retry returns the same one."""
    doubts = doubts_about(inquiry, by)
    with ExitStack() as opened, transaction.atomic():
        held = Inquiry.objects.select_for_update().get(pk=inquiry.pk)
        if held.question is not None:
            return held.question
        kept = held.files.select_related("file")
        files = [(opened.enter_context(one.file.open()), one.name) for one in kept]
        question = actions.ask(_asked(held, files, is_suspect=bool(doubts)), by=by)
        held.become(question, doubts=doubts)
        return question


def _asked(inquiry: Inquiry, files: Sequence[tuple[IO[bytes], str]], *, is_suspect: bool) -> Asked:
    typed = inquiry.typed
    office = addressee_of(inquiry)
    if office is None:
        raise exceptions.OfficeClosed
    return Asked(
        form_key=inquiry.key,
        title=typed["title"],
        text=typed["text"],
        organization=office.sent_to or office.organization,
        kind=Kind(typed["kind"]),
        category=Category.objects.filter(slug=typed.get("category") or None).first(),
        procedure=procedure_of(inquiry),
        unit=place_of(inquiry),
        wants_public=bool(typed.get("wants_public")),
        contact=Contact(
            name=typed["name"],
            phone=typed.get("phone", ""),
            email=typed.get("email", ""),
            address=typed.get("address", ""),
        ),
        follows=inquiry.follows,
        files=files,
        is_suspect=is_suspect,
    )
