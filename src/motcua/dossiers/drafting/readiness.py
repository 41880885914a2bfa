"""May a draft become a dossier, and where does it arrive? If not, which situation is it?"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from motcua.catalog import endings
from motcua.catalog import forms as procedure_forms
from motcua.dossiers import exceptions, places
from motcua.dossiers.drafting import confirming

if TYPE_CHECKING:
    from motcua.dossiers.models import Draft
    from motcua.organizations.wrong_door import Arrival


def arrival_on(draft: Draft, today: date) -> Arrival:
    """At the chosen organization, or at its heir, if that and the procedure are in force."""
    _refuse_out_of_force(draft, today)
    _refuse_incomplete(draft)
    if missing := confirming.unconfirmed(draft):
        raise exceptions.Unconfirmed([one.shown_name for one in missing])
    if draft.organization is None:
        raise exceptions.OfficeMissing
    arrival = places.arrival(draft.version, draft.organization, draft.contact_address, today)
    offices = draft.version.offices_on(today)
    if arrival is None or not offices.filter(pk=arrival.organization.pk).exists():
        raise exceptions.OfficeClosed
    return arrival


def _refuse_incomplete(draft: Draft) -> None:
    """By the first thing that is missing, in the order of the pages."""
    if draft.organization is None:
        raise exceptions.OfficeMissing
    if draft.unread:
        raise exceptions.ContactUnread
    if not draft.contact_name.strip():
        raise exceptions.ContactMissing
    if procedure_forms.check(draft.version, draft.data):
        raise exceptions.AnswersWanting


def _refuse_out_of_force(draft: Draft, today: date) -> None:
    if not draft.version.is_published or not draft.version.holds_on(today):
        raise _gone_on(draft, today)


def _gone_on(draft: Draft, today: date) -> exceptions.MoveRefused:
    """Why the version is no longer in force: another one is, or the procedure ended."""
    procedure = draft.version.procedure
    end = endings.of(procedure.code, today)
    if end is not None and end.ending.has_come(today):
        successors = [f"{one.name} ({one.procedure.code})" for one in end.successors]
        return exceptions.ProcedureEnded(successors)
    there = procedure.version_on(today)
    if there is not None and not there.takes_online:
        return exceptions.NoLongerOnline()
    return exceptions.ProcedureChanged()
