"""Whom did the rules on duties turn away in the demo, and which exception was used? All invented.

Each vice chair decides and is director of the counter beside it, so that returning what they
decided is a second duty: refused, but for copies (2.000815), where the pair is allowed here. In
phường Hồng Gai ``hotich.honggai`` declared somebody whose dossier lies on their desk. Everything
goes through the verbs of the desk, and was refused or noted by them.
"""

from __future__ import annotations

from contextlib import suppress

from django.db import transaction

from motcua.accounts.models import Person
from motcua.catalog.models import Procedure
from motcua.demo.apparatus import TWO_TIERS
from motcua.dossiers import exceptions, workflow
from motcua.dossiers.models import AllowedPair, DeclaredRelative, Dossier
from motcua.dossiers.models.allowed_pair import Pair
from motcua.dossiers.queries import DossierQuerySet
from motcua.dossiers.workflow import Role, State
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment
from motcua.periods.clock import today
from motcua.periods.models import since

COPIES = "2.000815"
REASON = "Bản sao chứng thực trả ngay trong ngày; trung tâm cấp xã ít người. (Minh họa.)"
DECISION = "Quyết định 30/QĐ-UBND (minh họa)"
REGISTRAR = "hotich.honggai"
REFUSED, ALLOWED = 4, 2
"""How many go to return what they decided, in vain and by the permission."""


@transaction.atomic
def seed() -> None:
    """Enter them once; dossiers are seeded before."""
    if AllowedPair.objects.exists():
        return
    _allow_a_pair()
    decided = Dossier.objects.filter(state=State.FINISHED).order_by("organization", "pk")
    copies = decided.filter(version__procedure__code=COPIES)
    _return_what_they_decided(copies, ALLOWED)
    _return_what_they_decided(decided.exclude(version__procedure__code=COPIES), REFUSED)
    _take_up_a_relative_s()


def _allow_a_pair() -> None:
    AllowedPair.objects.create(
        procedure=Procedure.objects.get(code=COPIES),
        pair=Pair.RECEIVE_DECIDE,
        reason=REASON,
        decision=DECISION,
        valid_during=since(TWO_TIERS),
    )


def _return_what_they_decided(decided: DossierQuerySet, count: int) -> None:
    """In so many communes, one dossier each."""
    offices: set[int] = set()
    for dossier in decided.select_related("version"):
        director = _decider_at_the_counter(dossier)
        if director and dossier.organization_id not in offices and len(offices) < count:
            offices.add(dossier.organization_id)
            with suppress(exceptions.SameHands):
                dossier.hand_over(by=director)


def _decider_at_the_counter(dossier: Dossier) -> Acting | None:
    """Who decided it, as director of the counter that returns it."""
    decided = dossier.events.filter(verb=workflow.FINISH.verb, role=Role.APPROVER)
    held = Appointment.objects.on(today()).filter(
        post__organization=dossier.counter, person__in=decided.values("person")
    )
    found = held.select_related("person", "post").first()
    return Acting(found.person, found.post) if found else None


def _take_up_a_relative_s() -> None:
    """The first that waits on the desk, after its applicant was declared."""
    held = Appointment.objects.on(today()).select_related("person", "post")
    registrar = held.get(person__username=REGISTRAR)
    waiting = Dossier.objects.filter(
        organization=registrar.post.organization_id, state=State.RECEIVED
    )
    if dossier := waiting.select_related("version", "applicant").order_by("pk").first():
        _declare(registrar.person, dossier.applicant)
        with suppress(exceptions.OfRelative):
            dossier.take_up(by=Acting(registrar.person, registrar.post))


def _declare(officer: Person, near: Person) -> None:
    DeclaredRelative.objects.create(
        officer=officer,
        name=near.full_name,
        relation=DeclaredRelative.Relation.SIBLING,
        account=near,
        valid_during=since(today()),
    )
