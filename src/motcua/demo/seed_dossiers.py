"""The demo's dossiers: fourteen months of invented history, and a dozen open ones at every counter.

Everybody in them is invented. They are written in bulk with the history that their moves would have
left, due dates and receipts included; then the figures are counted from that history.
"""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta

from django.db import connection, transaction
from django.utils import timezone

from motcua.accounts.models import Person
from motcua.accounts.names import sort_name
from motcua.catalog.models import Channel, ProcedureVersion
from motcua.demo import dossier_rows, people, seed_placing
from motcua.demo.copying import copy_in
from motcua.demo.dossier_rows import Case, Office, Written
from motcua.demo.former_tiers import PROVINCE_CODE
from motcua.demo.history import Made, Teller, Temper
from motcua.dossiers.models import CodeCounter, Event
from motcua.organizations.acting import Acting
from motcua.organizations.models import Appointment, Duty, Organization, OrganizationKind
from motcua.periods.clock import day_of, today
from motcua.statistics import recounting
from motcua.territory.models import Unit
from motcua.worktime.limits import Limit
from motcua.worktime.queries import read_calendar

SOWN, MONTHS, CITIZENS = 2700, 14, 400
LOGIN = "dan-{:04d}"
BUSY = (
    "phường Hồng Gai",
    "phường Bãi Cháy",
    "phường Cẩm Phả",
    "phường Uông Bí",
    "phường Móng Cái 1",
    "phường Quảng Yên",
    "phường Mạo Khê",
    "phường Hạ Long",
    "xã Tiên Yên",
    "xã Bình Liêu",
    "xã Hải Hà",
    "đặc khu Vân Đồn",
)
"""Where most of the history happened, busiest first."""
STEADY, HURRIED = Temper(), Temper(late=7, incomplete=14, lying=6)
OPEN = {"submit": 3, "receive": 2, "take_up": 4, "request_supplement": 2, "finish": 1}
"""How far the open ones at a counter have come: about a dozen; at some, one is overdue."""
LATE = 0.4
BATCH, TRIES = 500, 200


@transaction.atomic
def seed() -> None:
    """Enter them once; procedures, officers and the calendar are seeded before."""
    if Person.objects.filter(username=LOGIN.format(1)).exists():
        return
    now = timezone.now()
    teller = Teller(read_calendar(), now, random.Random(2026))  # noqa: S311  invents, hides nothing
    applicants = _citizens()
    offices = _offices(day_of(now))
    told = [*_history(teller, offices), *_open_ones(teller, offices)]
    told += seed_placing.cases(teller, offices)
    seed_placing.queue(_write(sorted(told, key=lambda case: case.made[0].at), applicants))
    recounting.recount()


# --- Who and where ----------------------------------------------------------------------------


def _citizens() -> list[Person]:
    logins = [LOGIN.format(number) for number in range(1, CITIZENS + 1)]
    names = [people.name_of(login) for login in logins]
    return Person.objects.bulk_create(
        Person(
            username=login,
            full_name=name,
            sort_name=sort_name(name),
            phone=f"0900{number:06d}",
            password="!",  # noqa: S106  none to use
            is_demo=True,
        )
        for number, (login, name) in enumerate(zip(logins, names, strict=True), 1)
    )


def _offices(day: date) -> list[Office]:
    """Those that decide something, with their counter, their hands and what they decide."""
    versions = ProcedureVersion.objects.published().on(day).filter(form__isnull=False)
    versions = versions.select_related("procedure").prefetch_related("channels")
    decided: defaultdict[int, list[ProcedureVersion]] = defaultdict(list)
    for version in versions:
        for organization in version.offices_on(day).values_list("pk", flat=True):
            decided[organization].append(version)
    hands = _hands(day)
    there = Organization.objects.on(day).prefetch_related("names")
    known = {each.pk: each for each in there}
    places = there.places(day)
    counters = {places[each.pk]: each for each in there if each.kind == OrganizationKind.COUNTER}
    return [
        Office(known[pk], counters[places[pk]], hands, known[pk].name_on(day), mine)
        for pk, mine in sorted(decided.items())
    ]


def _hands(day: date) -> dict[tuple[int, Duty], Acting]:
    """Who does what where: by organization and duty, those who are not the head before the head."""
    held = Appointment.objects.on(day).select_related("person", "post").order_by("-post__is_head")
    return {
        (each.post.organization_id, Duty(duty)): Acting(each.person, each.post)
        for each in held.order_by("-post__is_head", "-pk")
        for duty in each.post.duties
    }


# --- What happened ------------------------------------------------------------------------------


def _history(teller: Teller, offices: list[Office]) -> Iterator[Case]:
    """Where most people live most happens; departments have their share."""
    communes = {office.place: office for office in offices if office.is_commune}
    busy = [communes[name] for name in BUSY if name in communes]
    others = [office for office in offices if not office.is_commune]
    crowd = [*(o for n, o in enumerate(busy) for _ in range(3 * (len(busy) - n) + 6))]
    crowd += [*others * 9, *communes.values()]
    days = teller.days(MONTHS)
    for _number in range(SOWN):
        office, day = teller.dice.choice(crowd), teller.dice.choice(days)
        temper = HURRIED if office.works_in_a_hurry else STEADY
        yield from _told(teller, office, teller.submission(day), temper)


def _told(teller: Teller, office: Office, at: datetime, temper: Temper) -> Iterator[Case]:
    version = teller.dice.choice(office.versions)
    channel = teller.dice.choices((2, 1, 3), (78, 18, 4))[0]
    if at < teller.now:
        yield Case(office, version, channel, teller.life(at, _limit(version, channel), temper))


def _open_ones(teller: Teller, offices: list[Office]) -> Iterator[Case]:
    for office in offices:
        if office.is_commune:
            for verb, count in OPEN.items():
                for number in range(count + teller.dice.choice((-1, 0, 0, 1)) * (count > 1)):
                    is_late = verb == "take_up" and number == 0 and teller.dice.random() < LATE
                    yield from _open_one(teller, office, verb, is_late=is_late)


def _open_one(teller: Teller, office: Office, verb: str, *, is_late: bool) -> Iterator[Case]:
    """One that stands after ``verb`` today; told until a life goes that way, as most soon do."""
    incomplete = 100 if verb == "request_supplement" else 0
    wanted = Temper(late=0, incomplete=incomplete, refused=0, lying=0)
    for _try in range(TRIES):
        version = teller.dice.choice(office.versions)
        limit = _limit(version, Channel.Kind.ONLINE)
        longest = timedelta(days=1 if verb == "submit" else 10 + 2 * (limit.value or 1) * is_late)
        submitted = teller.now - teller.dice.uniform(0.05, 1) * longest
        made = teller.life(submitted, limit, wanted, until=verb)
        if made[-1].verb == verb and _is_late(made, teller.now) == is_late:
            yield Case(office, version, Channel.Kind.ONLINE, made)
            return


def _is_late(made: list[Made], now: datetime) -> bool:
    promises = [one.due.at for one in made if one.due]
    return bool(promises) and promises[-1] < now


def _limit(version: ProcedureVersion, channel: int) -> Limit:
    row = version.channel(channel)
    return row.limit if row else Limit(5, None)


# --- Written down ---------------------------------------------------------------------------------


def _write(cases: list[Case], applicants: list[Person]) -> list[Written]:
    """Drafts, dossiers with their codes, events, and how far the codes of each day have come."""
    last: defaultdict[tuple[int, date], int] = defaultdict(int)
    last.update({(each.organization_id, each.day): each.last for each in CodeCounter.objects.all()})
    units = _units()
    written: list[Written] = []
    for number, case in enumerate(cases):
        key = (case.first.pk, day_of(case.made[0].at))
        last[key] += 1
        person = applicants[(number * 7) % len(applicants)]
        written.append(dossier_rows.written(case, person, number, last[key], units))
    copy_in([one.draft for one in written])
    for one in written:
        one.dossier.draft = one.draft  # whose key is known now
    copy_in([one.dossier for one in written])
    _copy_events(event for one in written for event in dossier_rows.events(one))
    _count_codes(last)
    return written


def _units() -> dict[str, int]:
    """Communes of today by name."""
    there = Unit.objects.on(today())
    communes = there.communes_of(there.provinces().get(code=PROVINCE_CODE))
    return {each.name_on(today()): each.pk for each in communes.with_names(today())}


def _copy_events(events: Iterable[Event]) -> None:
    """By COPY, three times as fast as bulk_create, since there are so many."""
    columns = ("dossier_id", "verb", "role", "state", "person_id", "post_id", "reason", "at")
    copied = f"COPY dossiers_event ({', '.join(columns)}, payload) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(copied) as copy:
        for event in events:
            payload = json.dumps(event.payload, ensure_ascii=False)
            copy.write_row([*(getattr(event, column) for column in columns), payload])


def _count_codes(last: dict[tuple[int, date], int]) -> None:
    CodeCounter.objects.bulk_create(
        (CodeCounter(organization_id=o, day=day, last=n) for (o, day), n in last.items()),
        batch_size=BATCH,
        update_conflicts=True,
        unique_fields=["organization", "day"],
        update_fields=["last"],
    )
