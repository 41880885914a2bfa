"""A small town for tests that visit everything: an office, its neighbors and their dossiers."""

import io
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from django.test import Client

from motcua.accounts.actions import give_credentials
from motcua.accounts.models import Person
from motcua.accounts.tests.sessions import as_citizen, as_officer, with_password_only
from motcua.catalog.models import ProcedureVersion
from motcua.consultations import loading as consultations_loading
from motcua.consultations.tests.stories import Consultations, Hands, in_office
from motcua.directives.tests.stories import Directives, given_by
from motcua.dossiers import arrivals
from motcua.dossiers.models import Attachment, Dossier, Draft, Result
from motcua.dossiers.tests.factories import (
    JPEG,
    DraftFactory,
    OrganizationFactory,
    PersonFactory,
    VersionFactory,
    officer,
    pdf,
)
from motcua.filekeeping.models import Rendition, StoredFile, Upload
from motcua.filekeeping.protocol import Announced
from motcua.news.tests import stories
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Duty, Organization, Post
from motcua.questions import loading
from motcua.questions.tests.stories import Office, Questions, asked_by
from motcua.reorganization.tests.pilots.stories import Pilots, tried_by
from motcua.worktime.actions import load_calendar

FORM = {
    "schema": {
        "type": "object",
        "properties": {"subject": {"type": "string", "title": "Nội dung đề nghị"}},
        "required": ["subject"],
    },
    "layout": {
        "pages": [
            {"key": "noi-dung", "title": "Nội dung đề nghị", "sections": [{"fields": ["subject"]}]}
        ]
    },
}
"""The smallest form that has a page."""
ASKED = [{"component": None, "name": "Giấy chứng sinh", "reason": "Ảnh mờ."}]
PASSWORD, TOTP_SECRET = "mot-cua-2026", "JBSWY3DPEHPK3PXP"
EVERYTHING = (Duty.RECEIVE, Duty.APPRAISE, Duty.DECIDE)


class Who(StrEnum):
    """Everyone who comes to a door."""

    STRANGER = "stranger"
    """Not signed in."""
    OTHER_CITIZEN = "other citizen"
    """Signed in by the citizens' door; nothing here is theirs."""
    OWNER = "owner"
    """The applicant, by the citizens' door."""
    OWNER_AT_LEVEL_ONE = "owner at level one"
    """The applicant, whose identity was vouched for at the basic level only."""
    CLERK = "clerk"
    HANDLER = "handler"
    APPROVER = "approver"
    """The right office's officers, one duty each."""
    OFFICER_ELSEWHERE = "officer elsewhere"
    """Has every duty, in another commune."""
    OFFICER_WITHOUT_POST = "officer without post"
    """Both locks open, no appointment today."""
    PASSWORD_ONLY = "password only"
    """Has every duty in the right office, and has not opened the second lock."""
    OWNER_AS_OFFICER = "owner as officer"
    """Has every duty in the right office; the dossier is their own; by the officers' door."""
    OWNER_WHO_IS_OFFICER = "owner who is officer"
    """The same human, by the citizens' door."""


@dataclass
class Things:
    """What one applicant has in this town."""

    applicant: Person
    office: Organization
    clerks_hat: Appointment
    draft: Draft
    paper: Attachment
    on_the_way: Upload
    """Announced for the draft."""
    asked_on_the_way: Upload
    """Announced for the dossier that waits for a supplement."""
    registered: Dossier
    received: Dossier
    in_process: Dossier
    supplement_requested: Dossier
    supplement: Attachment
    """In preparation for the dossier that waits for it."""
    finished: Dossier
    returned: Dossier
    questions: Questions
    consultations: Consultations
    directives: Directives
    pilots: Pilots
    """The office sets them up; the neighbors take part."""
    elsewhere: Post
    """Of the neighbors' officer, who does what this office gives."""

    @property
    def result(self) -> Result:
        return self.returned.results.get()


@dataclass
class Town:
    """One office and everybody who comes to it."""

    office: Organization
    version: ProcedureVersion
    clerk: Acting
    handler: Acting
    approver: Acting
    neighbor: Acting
    """Has every duty in another commune."""
    mine: dict[Who, Things] = field(default_factory=dict)
    cookies: dict[Who, dict[str, str]] = field(default_factory=dict)

    @cached_property
    def owner(self) -> Things:
        return self.mine[Who.OWNER]

    def things_before(self, who: Who) -> Things:
        """The dossiers that a test shows to ``who``: the owner's, and an officer's own."""
        return self.mine.get(who, self.owner)

    def arrives(self, who: Who) -> Client:
        """A browser in which ``who`` has signed in; each test gets a fresh one."""
        client = Client(raise_request_exception=True)
        for name, value in self.cookies[who].items():
            client.cookies[name] = value
        return client


def build() -> Town:
    """The whole town; slow enough to be built once."""
    load_calendar()
    loading.load()
    consultations_loading.load()
    office = OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")
    town = Town(
        office=office,
        version=VersionFactory(form=FORM["schema"], form_layout=FORM["layout"]),
        clerk=officer(office, Duty.RECEIVE, title="Công chức tiếp nhận"),
        handler=officer(office, Duty.APPRAISE, title="Công chức tư pháp – hộ tịch"),
        approver=officer(office, Duty.DECIDE, title="Phó Chủ tịch"),
        neighbor=officer(OrganizationFactory(identifier="H49.62"), *EVERYTHING),
    )
    _move_in(town)
    stories.in_town()
    return town


def _move_in(town: Town) -> None:
    owner, both = PersonFactory(full_name="Vũ Đức Thịnh"), PersonFactory(full_name="Lê Mai")
    officer(town.office, *EVERYTHING, person=both, title="Công chức nhiều việc")
    here = officer(town.office, *EVERYTHING, title="Công chức mới")
    there = town.neighbor
    former = officer(town.office, *EVERYTHING, title="Công chức đã nghỉ")
    Appointment.objects.filter(person=former.person).delete()

    things = _things_of(town, owner)
    town.mine = {Who.OWNER: things}
    town.mine |= dict.fromkeys(
        [Who.OWNER_AS_OFFICER, Who.OWNER_WHO_IS_OFFICER], _things_of(town, both)
    )
    for acting in (town.clerk, town.handler, town.approver, there, former):
        give_credentials(acting.person, PASSWORD, TOTP_SECRET)
    give_credentials(both, PASSWORD, TOTP_SECRET)
    give_credentials(here.person, PASSWORD)
    sessions = {
        Who.STRANGER: Client(),
        Who.OTHER_CITIZEN: as_citizen(Client(), PersonFactory()),
        Who.OWNER: as_citizen(Client(), owner),
        Who.OWNER_AT_LEVEL_ONE: as_citizen(Client(), owner, level=1),
        Who.CLERK: as_officer(Client(), town.clerk.person),
        Who.HANDLER: as_officer(Client(), town.handler.person),
        Who.APPROVER: as_officer(Client(), town.approver.person),
        Who.OFFICER_ELSEWHERE: as_officer(Client(), there.person),
        Who.OFFICER_WITHOUT_POST: as_officer(Client(), former.person),
        Who.PASSWORD_ONLY: with_password_only(Client(), here.person),
        Who.OWNER_AS_OFFICER: as_officer(Client(), both),
        Who.OWNER_WHO_IS_OFFICER: as_citizen(Client(), both),
    }
    for client in sessions.values():
        client.get("/robots.txt")  # the session notes when it was last seen; not again for a minute
    town.cookies = {
        who: {name: cookie.value for name, cookie in client.cookies.items()}
        for who, client in sessions.items()
    }


# --- One dossier on each step of the way, led there by the verbs themselves ------------------


def _things_of(town: Town, person: Person) -> Things:
    draft = _draft(town, person)
    waiting = _asked(town, person)
    return Things(
        applicant=person,
        office=town.office,
        clerks_hat=Appointment.objects.get(person=town.clerk.person),
        draft=draft,
        paper=_drawn(draft.attachments.get()),
        on_the_way=_announced(draft, person),
        asked_on_the_way=_announced(waiting, person),
        registered=_registered(town, person),
        received=_received(town, person),
        in_process=_in_process(town, person),
        supplement_requested=waiting,
        supplement=waiting.attach(pdf("bo-sung"), name="bo-sung.pdf", by=Acting.citizen(person)),
        finished=_finished(town, person),
        returned=_returned(town, person),
        consultations=in_office(person, Hands(town.handler, town.approver)),
        directives=given_by(town.approver, town.neighbor, number=str(person.pk)),
        pilots=tried_by(town.approver, town.office, [town.neighbor.organization]),
        elsewhere=town.neighbor.post,
        questions=asked_by(person, Office(town.office, town.clerk, town.handler, town.approver)),
    )


def _draft(town: Town, person: Person) -> Draft:
    draft = DraftFactory(
        person=person,
        version=town.version,
        organization=town.office,
        data={"subject": "Xin cấp giấy."},
    )
    draft.attach(pdf(person.username), name="giay-chung-sinh.pdf")
    return draft


def _drawn(paper: Attachment) -> Attachment:
    """Its look, made by hand: drawing takes a process of its own. They use one paper often."""
    for kind in Rendition.Kind.values:
        look = StoredFile.keep_drawn(io.BytesIO(JPEG))
        Rendition.objects.create(original=paper.file, kind=kind, file=look, width=8, height=6)
    return paper


def _announced(holder: Draft | Dossier, person: Person) -> Upload:
    return arrivals.begin(holder, Announced(9_000, "dở.pdf", "paper-0", ""), person=person)


def _registered(town: Town, person: Person) -> Dossier:
    return _draft(town, person).submit(by=Acting.citizen(person))


def _received(town: Town, person: Person) -> Dossier:
    dossier = _registered(town, person)
    dossier.receive(by=town.clerk)
    return dossier


def _in_process(town: Town, person: Person) -> Dossier:
    dossier = _received(town, person)
    dossier.take_up(by=town.handler)
    return dossier


def _asked(town: Town, person: Person) -> Dossier:
    dossier = _in_process(town, person)
    dossier.request_supplement(by=town.handler, items=ASKED, reason="Thiếu giấy.")
    return dossier


def _finished(town: Town, person: Person) -> Dossier:
    dossier = _in_process(town, person)
    dossier.finish(by=town.approver, result=pdf("ket-qua"), name="giay-khai-sinh.pdf")
    return dossier


def _returned(town: Town, person: Person) -> Dossier:
    dossier = _finished(town, person)
    dossier.hand_over(by=town.clerk)
    return dossier
