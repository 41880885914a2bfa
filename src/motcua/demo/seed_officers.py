"""The demo province's posts and the people who hold them; all of them invented.

Login names say duty and place: ``tiepnhan.baichay`` receives, ``hotich.baichay`` appraises and
``lanhdao.baichay`` decides in phường Bãi Cháy. Each vice chair is also director of the counter: a
concurrent post beside the main one. How they sign in: demo/credentials.py.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from motcua.accounts.models import Person
from motcua.accounts.names import sort_name
from motcua.demo import apparatus, credentials, people
from motcua.demo.seed_organizations import known_since
from motcua.organizations.models import Appointment, Duty, Organization, OrganizationKind, Post
from motcua.organizations.models.appointment import SEATED, AppointmentKind
from motcua.periods.ledger import Ledger, Row
from motcua.periods.models import since
from motcua.search.folding import slug
from motcua.territory.models import UnitName

POSTS = Ledger(
    Post,
    (
        "organization_id",
        "title",
        "duties",
        "is_head",
        "rank",
        "holders_allowed",
        "tasks",
        "recorded_at",
        "valid_during",
    ),
    known_by=2,
)
APPOINTMENTS = Ledger(
    Appointment,
    ("post_id", "person_id", "kind", "seat", "decision", "recorded_at", "valid_during"),
    known_by=2,
)
HEADS = {
    "Sở": "Giám đốc",
    "Văn phòng": "Chánh Văn phòng",
    "Thanh tra": "Chánh Thanh tra",
    "Ban": "Trưởng ban",
}
"""What the head of a department is called, by the first words of its name."""
SHORT_LOGINS = {apparatus.PROVINCIAL_OFFICE: "vanphong", apparatus.INSPECTORATE: "thanhtra"}
"""Whose names change with the province's, and login names do not."""
DAYS = since(apparatus.TWO_TIERS)
LEADS = "Lãnh đạo, điều hành toàn diện hoạt động của {}"
HELPS = "Giúp Chủ tịch chỉ đạo tư pháp, hộ tịch, cải cách hành chính; phụ trách một cửa"
"""What the public page says of their duties; invented."""


@dataclass(frozen=True)
class Job:
    """A post to be, and the login names of its holders."""

    organization: int
    title: str
    duties: tuple[Duty, ...]
    holders: tuple[str, ...]
    is_head: bool = False
    seats: int = 1
    tasks: str = ""
    is_inner: bool = False
    """Whether the organization is an office inside of another."""
    kind: AppointmentKind = AppointmentKind.SUBSTANTIVE
    days: DateRange = DAYS

    @property
    def rank(self) -> Post.Rank:
        """As its title and its house say."""
        if self.is_head:
            return Post.Rank.DIVISION_HEAD if self.is_inner else Post.Rank.HEAD
        return Post.Rank.DEPUTY if self.title.startswith("Phó") else Post.Rank.STAFF


@transaction.atomic
def seed() -> None:
    """Enter what is missing; doing it again changes nothing. Agencies are seeded before."""
    enter([*_jobs()])


def enter(jobs: list[Job]) -> None:
    """Posts, people and who holds what; whoever stands in has no seat."""
    persons = _persons({login for job in jobs for login in job.holders})
    POSTS.put(_post(job) for job in jobs)
    posts = {
        (organization, title): pk
        for pk, organization, title in Post.objects.values_list("pk", "organization_id", "title")
    }
    APPOINTMENTS.put(
        (
            posts[job.organization, job.title],
            persons[login],
            job.kind.value,
            seat if job.kind in SEATED else None,
            "",
            known_since(job.days.lower),
            job.days,
        )
        for job in jobs
        for seat, login in enumerate(job.holders, 1)
    )


def _post(job: Job) -> Row:
    known = known_since(job.days.lower)
    duties, seats = [*job.duties], job.seats
    head = job.organization, job.title, duties, job.is_head, job.rank, seats
    return *head, job.tasks, known, job.days


def _persons(logins: set[str]) -> dict[str, int]:
    """Keys by login name; those who are new get a name and the demo's credentials."""
    known = set(Person.objects.filter(username__in=logins).values_list("username", flat=True))
    new = [_person(login) for login in sorted(logins - known)]
    Person.objects.bulk_create(new)
    credentials.give_to(new)
    return dict(Person.objects.filter(username__in=logins).values_list("username", "pk"))


def _person(login: str) -> Person:
    name = people.name_of(login)
    return Person(
        username=login,
        full_name=name,
        sort_name=sort_name(name),
        email=f"{login}@motcua.example",
        is_demo=True,
    )


def _jobs() -> Iterator[Job]:
    day = apparatus.CITY
    agencies = {each.identifier: each for each in Organization.objects.on(day).with_names(day)}
    places = dict(
        UnitName.objects.on(day).values_list(
            "unit__jurisdictions__organization__identifier", "proper_name"
        )
    )
    for identifier, agency in sorted(agencies.items()):
        if agency.kind == OrganizationKind.COMMUNE_COMMITTEE:
            counter = agencies[f"{identifier}.{apparatus.COUNTER_GROUP}"]
            yield from _of_commune(agency.pk, counter.pk, login_of(places[identifier]))
        elif agency.kind == OrganizationKind.DEPARTMENT:
            yield from _of_department(agency, agency.name_on(day))
    yield from _of_province(agencies)


def _of_commune(committee: int, counter: int, place: str) -> Iterator[Job]:
    leader = f"lanhdao.{place}"
    clerks = (f"tiepnhan.{place}", f"tiepnhan2.{place}")
    chair, all_of_it = (f"chutich.{place}",), LEADS.format("Ủy ban nhân dân")
    yield Job(committee, "Chủ tịch", (Duty.DECIDE,), chair, is_head=True, tasks=all_of_it)
    yield Job(committee, "Phó Chủ tịch", (Duty.DECIDE,), (leader,), seats=2, tasks=HELPS)
    registrar = (f"hotich.{place}",)
    yield Job(committee, "Công chức tư pháp – hộ tịch", (Duty.APPRAISE,), registrar, seats=2)
    beside = AppointmentKind.CONCURRENT
    yield Job(counter, "Giám đốc", (Duty.RECEIVE,), (leader,), is_head=True, kind=beside)
    yield Job(counter, "Công chức tiếp nhận", (Duty.RECEIVE,), clerks, seats=4)


def _of_department(department: Organization, name: str) -> Iterator[Job]:
    days = department.valid_during
    place = SHORT_LOGINS.get(department.identifier) or login_of(name)
    title = next(title for beginning, title in HEADS.items() if name.startswith(beginning))
    leader, all_of_it = (f"lanhdao.{place}",), LEADS.format("cơ quan")
    yield Job(department.pk, title, (Duty.DECIDE,), leader, True, 1, all_of_it, days=days)
    expert = (f"chuyenvien.{place}",)
    yield Job(department.pk, "Chuyên viên", (Duty.APPRAISE,), expert, seats=9, days=days)


def _of_province(agencies: dict[str, Organization]) -> Iterator[Job]:
    committee = agencies[apparatus.PROVINCE].pk
    counter = agencies[apparatus.PROVINCIAL_COUNTER].pk
    place, days = "quangninh", DateRange(None, None)
    chair, all_of_it = (f"chutich.{place}",), LEADS.format("Ủy ban nhân dân")
    yield Job(
        committee, "Chủ tịch", (Duty.DECIDE,), chair, is_head=True, tasks=all_of_it, days=days
    )
    yield Job(committee, "Phó Chủ tịch", (Duty.DECIDE,), (f"lanhdao.{place}",), seats=5, days=days)
    yield Job(
        committee, "Chuyên viên", (Duty.APPRAISE,), (f"chuyenvien.{place}",), seats=9, days=days
    )
    yield Job(counter, "Giám đốc", (Duty.RECEIVE,), (f"giamdoc.{place}",), is_head=True, days=days)
    clerks = (f"tiepnhan.{place}", f"tiepnhan2.{place}")
    yield Job(counter, "Công chức tiếp nhận", (Duty.RECEIVE,), clerks, seats=20, days=days)


def login_of(name: str) -> str:
    """``Bãi Cháy`` is baichay, ``Sở Tư pháp`` sotuphap."""
    return slug(name).replace("-", "")
