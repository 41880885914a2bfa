"""Which rows does a told life leave behind? A draft, a dossier, its events with what they kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, NamedTuple

from motcua.accounts.models import Person
from motcua.catalog.models import ProcedureVersion
from motcua.demo import answers
from motcua.demo.history import Made
from motcua.dossiers import clocks, receipts, references, second_facts, workflow
from motcua.dossiers.models import Dossier, Draft, Event
from motcua.dossiers.workflow import Role, State
from motcua.organizations.acting import Acting
from motcua.organizations.models import Duty, Organization, OrganizationKind
from motcua.periods.clock import day_of
from motcua.search.folding import fold
from motcua.territory import addresses

HANDS = {
    "receive": Role.CLERK,
    "refuse": Role.CLERK,
    "return": Role.CLERK,
    "take_up": Role.HANDLER,
    "request_supplement": Role.HANDLER,
    "stop": Role.HANDLER,
    "finish": Role.APPROVER,
    "transfer": Role.SYSTEM,
}
"""Whoever is not named here is the applicant."""
DUTIES = {Role.CLERK: Duty.RECEIVE, Role.HANDLER: Duty.APPRAISE, Role.APPROVER: Duty.DECIDE}
REASONS = {
    "refuse": "Hồ sơ không thuộc thẩm quyền giải quyết của cơ quan.",
    "stop": "Người nộp không bổ sung được giấy tờ theo yêu cầu.",
    "request_supplement": "",
    "supplement": "Đã gửi lại bản chụp rõ.",
}
WARD, VILLAGE = "tổ 2, khu {}", "thôn {}"
"""What lies below a ward, and below other communes."""
ASKED = [{"component": None, "name": "Bản chụp giấy tờ", "reason": "Bản chụp mờ, không đọc được."}]


Units = Mapping[str, int]
"""Communes of today by name, each with its key."""


class Home(NamedTuple):
    """Where an applicant lives, as ``places.home`` would have understood it."""

    address: str
    place: int
    locality: str


@dataclass(frozen=True, slots=True)
class Office:
    """An organization that decides, its counter, who works there, and what it decides."""

    organization: Organization
    counter: Organization
    hands: dict[tuple[int, Duty], Acting]
    name: str
    versions: list[ProcedureVersion]

    @property
    def is_commune(self) -> bool:
        return self.organization.kind == OrganizationKind.COMMUNE_COMMITTEE

    @property
    def place(self) -> str:
        """``phường Bãi Cháy``."""
        return self.name.removeprefix("Ủy ban nhân dân ")

    @property
    def works_in_a_hurry(self) -> bool:
        return self.name.endswith(("Môi trường", "Móng Cái 1", "Xây dựng"))

    def acting(self, role: Role) -> Acting:
        where = self.counter if role is Role.CLERK else self.organization
        return self.hands[where.pk, DUTIES[role]]


@dataclass(frozen=True, slots=True)
class Former:
    """An office that ended, how somebody there wrote where they live, and why it moved on."""

    organization: Organization
    address: str
    place: int
    moving: dict[str, Any]
    """Of the event: ``person``, ``reason``, ``payload``."""


@dataclass(frozen=True, slots=True)
class Case:
    """What happened to one dossier, and where."""

    office: Office
    version: ProcedureVersion
    channel: int
    made: list[Made]
    former: Former | None = None
    """Where it was sent, before a reorganization took it to ``office``."""

    @property
    def first(self) -> Organization:
        """Whose code it bears."""
        return self.former.organization if self.former else self.office.organization


@dataclass(frozen=True, slots=True)
class Written:
    """The rows of one dossier."""

    case: Case
    draft: Draft
    dossier: Dossier


def written(case: Case, person: Person, number: int, serial: int, units: Units) -> Written:
    """The draft and the dossier, not saved yet; ``serial`` is the number of its code."""
    office, version, submitted = case.office, case.version, case.made[0].at
    code = references.written(case.first.identifier, day_of(submitted), serial)
    home = _home(case, number, units)
    form = answers.to_form(
        version.form, person.full_name, number, address=home.address, phone=person.phone
    )
    draft = Draft(
        person=person,
        version=version,
        organization=office.organization,
        data=form,
        contact_name=person.full_name,
        contact_phone=person.phone,
        created_at=submitted,
    )
    words = f"{code} {version.procedure.code} {version.name} {person.full_name}"
    dossier = Dossier(
        code=code,
        draft=draft,
        version=version,
        applicant=person,
        organization=office.organization,
        counter=office.counter,
        channel=case.channel,
        submitted_at=submitted,
        applicant_name=person.full_name,
        phone=person.phone,
        address=home.address,
        place_id=home.place,
        locality=home.locality,
        phone_tail_key=second_facts.tail_key(code, person.phone),
        search_text=fold(words),
        data=form,
        **_standing(case.made),
    )
    dossier.people_along = {}  # nobody does here, and nothing can be asked while rows are copied
    return Written(case, draft, dossier)


def _home(case: Case, number: int, units: Units) -> Home:
    """Of every third the hamlet is known; who applies to a department lives anywhere."""
    if case.former:
        below = case.former.address.rpartition(", phường")[0]
        return Home(case.former.address, case.former.place, addresses.locality(below))
    names = sorted(units)
    place = case.office.place if case.office.is_commune else names[number % len(names)]
    below = f"Số {number % 90 + 1}"
    if number % 3 == 0:
        below += ", " + (WARD if place.startswith("phường") else VILLAGE).format(number % 7 + 1)
    return Home(f"{below}, {place}", units[place], addresses.locality(below))


def events(one: Written) -> Iterator[Event]:
    """The history; the dossier is saved."""
    state, was_received = State.REGISTERED, False
    for made in one.case.made:
        was_received = was_received or made.verb == "receive"
        state = _state_after(made, was_received)
        role = HANDS.get(made.verb, Role.APPLICANT)
        by = one.case.office.acting(role) if role in DUTIES else Acting(one.dossier.applicant)
        facts = {
            "person": by.person,
            "post": by.post,
            "reason": REASONS.get(made.verb, ""),
            "payload": _payload(one, made, by),
        }
        if one.case.former and role is Role.SYSTEM:
            facts |= one.case.former.moving
        told = {"verb": made.verb, "role": role.value, "state": state.value, "at": made.at}
        yield Event(dossier=one.dossier, **told, **facts)


def _standing(made: list[Made]) -> dict[str, Any]:
    """The columns of the dossier as its moves leave them."""
    at = {one.verb: one.at for one in made}
    promises = [one.due.at for one in made if one.due]
    state = _state_after(made[-1], "receive" in at)
    return {
        "state": state,
        "revision": len(made),
        "moved_at": made[-1].at,
        "received_at": at.get("receive"),
        "due_original": promises[0] if promises else None,
        "due_current": promises[-1] if promises else None,
        "finished_at": at.get("finish"),
    }


def _state_after(made: Made, was_received: bool) -> State:
    if made.verb == "supplement":
        return workflow.after_supplement(was_received=was_received, policy=workflow.RESTART)
    return workflow.BY_VERB[made.verb].target


def _payload(one: Written, made: Made, by: Acting) -> dict[str, Any]:
    if made.verb == "request_supplement":
        return {"items": ASKED}
    if made.due is None:
        return {}
    clerk = one.case.office.acting(Role.CLERK)
    receipt = receipts.snapshot(one.dossier, by=clerk, at=made.at, due=made.due, components=[])
    if made.verb == "supplement":
        receipt["supplemented_at"] = made.at.isoformat(timespec="seconds")
    return {"due": clocks.written(made.due), "receipt": receipt}
