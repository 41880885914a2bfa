"""What of a draft of a procedure that ended fits the one that stands in its place?

The draft stays as it is. A new one is made beside it, once: its key follows from the old one's, so
that whoever presses twice has one. Only answers to the same question in the same words are copied,
papers of the same name, and no declaration; the rest is told in full, as after a move
(``drafting.moving``). Who wrote along is asked again.
"""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.db import transaction

from motcua.catalog import endings
from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.schema import Answers, pattern_of, value_at, with_value
from motcua.dossiers import exceptions
from motcua.dossiers.drafting import carrying, cases, facts, moving
from motcua.dossiers.drafting.papers import Counterparts
from motcua.dossiers.drafting.unread import OFFICE_PAGE
from motcua.dossiers.models import Attachment, CoApplicant, Draft, DraftMove
from motcua.dossiers.signals import co_applicant_invited
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion
    from motcua.dossiers.drafting.carrying import Left, Questions
    from motcua.organizations.acting import Acting

FIRST = 2
"""The revision of a copy: somebody typed what stands there."""


def key_of(draft: Draft, version: ProcedureVersion) -> uuid.UUID:
    """The key of the one copy that a draft has for another procedure."""
    return uuid.uuid5(draft.key, version.procedure.code)


def original_of(copy: Draft, earlier: ProcedureVersion) -> Draft | None:
    """The draft from which ``copy`` was made, while it is there."""
    mine = Draft.objects.of(copy.person).unsubmitted().filter(version=earlier).with_version()
    return next((one for one in mine if key_of(one, copy.version) == copy.key), None)


def heir(draft: Draft, code: str) -> ProcedureVersion:
    """What stands in place of the draft's procedure today, by its code; raises NoHeir."""
    day = today()
    end = endings.of(draft.version.procedure.code, day)
    there = end.successors if end is not None and end.ending.has_come(day) else []
    for version in there:
        if version.procedure.code == code and version.takes_online:
            return version
    raise exceptions.NoHeir


@transaction.atomic
def copy(draft: Draft, code: str, *, by: Acting) -> tuple[Draft, bool]:
    """The copy for the procedure with that code, and whether it was made now."""
    if by.person.pk != draft.person_id:
        raise exceptions.NotYourMove
    there = heir(draft, code)
    old = draft.held()
    if made := Draft.objects.with_version().filter(key=key_of(old, there)).first():
        return made, False
    return _copied(old, there), True


def _copied(old: Draft, there: ProcedureVersion) -> Draft:
    was = carrying.questions(old.version)
    fitting = _alike(was, carrying.questions(there))
    carried = carrying.carry(old.data, was, fitting)
    aside, homeless = moving.at_home(old.aside, was, fitting)
    new = _begin(old, there, data=_with_sign_in(old, there, carried.answers), aside=aside)
    left = [*_told(carried.left, was), *homeless, *_copy_papers(old, new)]
    DraftMove.objects.create(draft=new, earlier=old.version, later=there, left=left)
    _ask_again(old, new, was, fitting)
    return new


def _alike(was: Questions, asks: Questions) -> Questions:
    """What both ask in the same words; nobody declares anything by copying it."""
    return {
        path: one
        for path, one in asks.items()
        if not carrying.is_reworded(was.get(path), one) and "const" not in one.found
    }


def _told(left: list[Left], was: Questions) -> list[Left]:
    """Without declarations: those are made anew or not at all."""
    asked = [(one, was.get(pattern_of(one["path"]))) for one in left]
    return [one for one, there in asked if there is None or "const" not in there.found]


def _with_sign_in(old: Draft, there: ProcedureVersion, answers: Answers) -> Answers:
    """What the sign-in tells stands where nothing else does, as in every new draft."""
    known = procedure_forms.prefilled(there, facts.of_person(old.person))
    for path, value in carrying.spelled(known):
        if value_at(answers, path) is None:
            answers = with_value(answers, path, value)
    return answers


def _begin(old: Draft, there: ProcedureVersion, **columns: Any) -> Draft:
    """The office stays where it decides the other procedure, too."""
    offices = there.offices_on(today()).filter(pk=old.organization_id)
    return Draft.objects.create(
        key=key_of(old, there),
        person=old.person,
        version=there,
        organization=offices.first(),
        case=cases.here(old.case, there),
        unread=old.unread,
        contact_name=old.contact_name,
        contact_phone=old.contact_phone,
        contact_email=old.contact_email,
        contact_address=old.contact_address,
        revision=FIRST,
        moved_revision=FIRST,
        **columns,
    )


def _copy_papers(old: Draft, new: Draft) -> list[Left]:
    """Papers that the other procedure names, and those that none did; the rest is told."""
    there, loose = Counterparts(new.version), []
    for paper in old.attachments.select_related("component__case", "file"):
        component = there.of(paper.component) if paper.component else None
        if paper.file.threat:
            continue
        if paper.component and component is None:
            loose.append(_as_left(paper))
        else:
            Attachment.objects.create(
                draft=new, file=paper.file, name=paper.name, component=component
            )
    return loose


def _as_left(paper: Attachment) -> Left:
    name = paper.component.name if paper.component else ""
    return {"page": OFFICE_PAGE, "label": name, "text": paper.name, "is_paper": True}


def _ask_again(old: Draft, new: Draft, was: Questions, asks: Questions) -> None:
    """Whoever writes along agreed to the other procedure; what they typed stays theirs."""
    told = ("name", "personal_number_key", "email", "pages", "wrote", "revoked_at", "declined_at")
    for one in old.co_applicants.all():
        again = CoApplicant.objects.create(draft=new, **{name: getattr(one, name) for name in told})
        moving.follow([again], was, asks)
        if again.revoked_at is None:
            co_applicant_invited.send(CoApplicant, co_applicant=again)
