"""Who writes along in a draft, sees what, and has confirmed what stands?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.accounts import personal_numbers
from motcua.accounts.attempts import Attempted
from motcua.catalog import forms as procedure_forms
from motcua.dossiers import exceptions
from motcua.dossiers.drafting import confirming
from motcua.dossiers.models import CoApplicant, Draft
from motcua.dossiers.parts import WHOLE, Part
from motcua.dossiers.signals import co_applicant_invited, co_applicants_awaited

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.dossiers.models import Dossier
    from motcua.organizations.acting import Acting

AT_MOST = 6
"""So many people may be asked to one draft."""


@dataclass(frozen=True, slots=True)
class Invitee:
    """Who is asked; ``pages`` are what they see and fill in, none means all."""

    name: str
    number: str
    email: str = ""
    pages: Collection[str] = ()


@transaction.atomic
def invite(draft: Draft, who: Invitee, *, by: Acting) -> CoApplicant:
    """Ask somebody to apply along; raises a MoveRefused that says why not."""
    _refuse_others(draft, by)
    draft.held()
    key = personal_numbers.key_of(who.number)
    _refuse_what_cannot_be(draft, by, key)
    known = {page.key for page in procedure_forms.pages(draft.version)}
    made = CoApplicant.objects.create(
        draft=draft,
        name=who.name,
        personal_number_key=key,
        email=who.email,
        pages=[page for page in who.pages if page in known],
    )
    co_applicant_invited.send(CoApplicant, co_applicant=made)
    return made


def _refuse_what_cannot_be(draft: Draft, by: Acting, key: str) -> None:
    standing = list(draft.co_applicants.standing())
    if key == by.person.personal_number_key:
        raise exceptions.InvitesThemselves
    if any(one.personal_number_key == key for one in standing):
        raise exceptions.InvitedAlready
    if len(standing) >= AT_MOST:
        raise exceptions.InvitedTooMany
    asked = Attempted("invitation", settings.INVITATION_ALLOWANCES, person=str(by.person.pk))
    if asked.count():
        raise exceptions.InvitedTooMany


@transaction.atomic
def accept(invitation: CoApplicant, *, by: Acting) -> CoApplicant:
    """Write along from now on; only whose number was named, and once."""
    invitation.draft.held()
    mine = CoApplicant.objects.waiting_for(by.person).filter(pk=invitation.pk)
    try:
        with transaction.atomic():
            if not mine.update(person=by.person, accepted_at=timezone.now()):
                raise exceptions.InvitationGone
    except IntegrityError:
        raise exceptions.InvitationGone from None
    invitation.refresh_from_db()
    return invitation


@transaction.atomic
def decline(invitation: CoApplicant, *, by: Acting) -> None:
    """No to an invitation; whoever invited sees it and may invite again."""
    now = timezone.now()
    mine = CoApplicant.objects.waiting_for(by.person).filter(pk=invitation.pk)
    if not mine.update(revoked_at=now, declined_at=now):
        raise exceptions.InvitationGone


@transaction.atomic
def remind(draft: Draft, *, by: Acting) -> None:
    """Tell those who have not confirmed what stands that it waits for them."""
    _refuse_others(draft, by)
    awaited = confirming.unconfirmed(draft)
    co_applicants_awaited.send(Draft, draft=draft, awaited=awaited)


@transaction.atomic
def revoke(draft: Draft, pk: int, *, by: Acting) -> None:
    """Take an invitation back, or end it; who was invited may end it, too."""
    draft.held()
    now = timezone.now()
    ended, told = draft.co_applicants.standing().filter(pk=pk), {"revoked_at": now}
    if by.person.pk != draft.person_id:
        ended, told = ended.filter(person=by.person), {**told, "declined_at": now}
    if not ended.update(**told):
        raise exceptions.InvitationGone


@transaction.atomic
def confirm(draft: Draft, *, by: Acting, seen: int | None) -> None:
    """Say that what stands is right; a change of what they see asks them again."""
    now = draft.held()
    if seen != now.revision:
        raise exceptions.DraftChanged
    mine = now.co_applicants.accepted().filter(person=by.person)
    for one in mine:
        mine.filter(pk=one.pk).update(
            confirmed=confirming.what_stands(now, one),
            confirmed_at=timezone.now(),
            seen=confirming.told(now, one),
        )
        return
    raise exceptions.NotYourMove


def part_of(draft: Draft, person: Person) -> Part | None:
    """What of the draft ``person`` sees; None for strangers."""
    if draft.person_id == person.pk:
        return WHOLE
    mine = draft.co_applicants.accepted().filter(person=person).first()
    return Part.of(mine) if mine else None


def part_of_dossier(dossier: Dossier, person: Person) -> Part | None:
    """The same of a dossier: who applied along keeps seeing what they saw."""
    if dossier.applicant_id == person.pk:
        return WHOLE
    mine = CoApplicant.objects.accepted().filter(draft=dossier.draft_id, person=person).first()
    return Part.of(mine) if mine else None


def _refuse_others(draft: Draft, by: Acting) -> None:
    if by.person.pk != draft.person_id:
        raise exceptions.NotYourMove
