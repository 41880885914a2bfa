"""Which work of the demo does nobody but a human know where to put?

Phường Hà Khẩu was divided on 01/07/2025 between phường Việt Hưng and phường Tuần Châu (Nghị quyết
1679/NQ-UBTVQH15), which is real. **Invented** are the dossiers that came in on the eve from people
who wrote no street by which to tell the two apart. They went to the default heir, wait there for
papers from their applicants, and stand in the queue (``/can-bo/sap-xep/cho-xep/``) ever since.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from motcua.accounts.models import Person
from motcua.catalog.models import Channel
from motcua.demo.apparatus import TWO_TIERS
from motcua.demo.dossier_rows import Case, Former, Office, Written
from motcua.demo.history import Made, Teller, is_short
from motcua.dossiers import workflow as dossier_workflow
from motcua.organizations.models import Organization, Succession
from motcua.periods.clock import VIETNAM
from motcua.reorganization import compiling, workflow
from motcua.reorganization.models import Body, Change, Party, Plan, Share, ToPlace
from motcua.reorganization.workflow import Role, State
from motcua.territory.models import Unit
from motcua.worktime.limits import Limit

if TYPE_CHECKING:
    from motcua.catalog.models import ProcedureVersion

DIVIDED = "06655"
"""Phường Hà Khẩu."""
EVE = TWO_TIERS - timedelta(days=1)
DECISION: dict[str, Any] = {
    "number": "1679/NQ-UBTVQH15",
    "decided_on": date(2025, 6, 16),
    "issuer": "Ủy ban Thường vụ Quốc hội",
    "title": "Sắp xếp các đơn vị hành chính cấp xã của tỉnh Quảng Ninh năm 2025: phường Hà Khẩu",
    "day": TWO_TIERS,
}
ADDRESSES = (
    "phường Hà Khẩu, thành phố Hạ Long",
    "tổ 4, khu 2, phường Hà Khẩu, thành phố Hạ Long",
    "tổ 7, khu 6, phường Hà Khẩu, thành phố Hạ Long",
    "phường Hà Khẩu, thành phố Hạ Long",
)
LONG_AGO = datetime.combine(TWO_TIERS, time(0), VIETNAM)


def cases(teller: Teller, offices: Sequence[Office]) -> Iterator[Case]:
    """One for each address; the organizations are seeded before."""
    old = Organization.objects.on(EVE).get(
        kind=Organization.Kind.COMMUNE_COMMITTEE, jurisdictions__unit__code=DIVIDED
    )
    plan = _carried_out(old)
    heir = plan.routes.get(rank=compiling.DEFAULT).body.organization
    office = next(each for each in offices if each.organization == heir)
    place = Unit.objects.on(EVE).get(code=DIVIDED).pk
    moving = _moving(plan, old, office)
    slow = [each for each in office.versions if not is_short(_limit(each))]
    for number, address in enumerate(ADDRESSES):
        version = slow[number % len(slow)]
        made = _life(teller, number, version)
        yield Case(office, version, Channel.Kind.ONLINE, made, Former(old, address, place, moving))


def queue(written: Sequence[Written]) -> None:
    """What of it a human must place."""
    for one in written:
        if former := one.case.former:
            ToPlace.objects.create(
                plan_id=former.moving["payload"]["plan"],
                dossier=one.dossier,
                old=former.organization,
                held_by=one.case.office.organization,
                since=LONG_AGO,
            )


# --- The decision ---------------------------------------------------------------------------------


def _carried_out(old: Organization) -> Plan:
    """As the register has it: who took over which part."""
    plan: Plan = Plan.objects.create(**DECISION, state=State.CARRIED_OUT, moved_at=LONG_AGO)
    change = Change.objects.create(plan=plan, position=1, kind=Change.Kind.DIVIDE)
    Party.objects.create(change=change, side=Party.Side.ORIGINAL, organization=old)
    for each in Succession.objects.filter(old=old).select_related("new").order_by("-is_default"):
        body = Body.objects.create(
            plan=plan,
            identifier=each.new.identifier,
            is_founded=False,
            organization=each.new,
        )
        Party.objects.create(change=change, side=Party.Side.RESULTING, body=body)
        Share.objects.create(
            change=change,
            original=old,
            resulting=body,
            unit=each.unit,
            is_default=each.is_default,
        )
    compiling.compile_routes(plan)
    _remember(plan)
    return plan


def _remember(plan: Plan) -> None:
    plan.events.create(
        verb=workflow.CARRY_OUT.verb,
        role=Role.SYSTEM,
        state=State.CARRIED_OUT,
        person=Person.objects.machine(),
        at=LONG_AGO,
        payload={"moved": {"dossiers": len(ADDRESSES)}},
    )


def _moving(plan: Plan, old: Organization, office: Office) -> dict[str, Any]:
    """What the events say that took them along."""
    return {
        "person": Person.objects.machine(),
        "reason": plan.legal_basis,
        "payload": {
            "plan": plan.pk,
            "number": plan.number,
            "from": old.pk,
            "to": office.organization.pk,
            "counter_from": old.pk,
            "counter_to": office.counter.pk,
        },
    }


# --- What happened to each ------------------------------------------------------------------------


def _life(teller: Teller, number: int, version: ProcedureVersion) -> list[Made]:
    """Sent on the last evening, looked at in the first days, and asked for papers since."""
    hour = timedelta(hours=1)
    received = LONG_AGO + (8 + number) * hour
    return [
        Made("submit", LONG_AGO - (2 + number) * hour),
        Made(dossier_workflow.TRANSFER.verb, LONG_AGO),
        Made("receive", received, teller.promise(received, _limit(version))),
        Made("take_up", received + 24 * hour),
        Made("request_supplement", received + 47 * hour),
    ]


def _limit(version: ProcedureVersion) -> Limit:
    row = version.channel(Channel.Kind.ONLINE)
    return row.limit if row else Limit(5, None)
