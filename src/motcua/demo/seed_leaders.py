"""Who leads in the demo beside those who handle dossiers, and who holds two posts at once?

All of them invented. ``chutich.honggai`` is secretary of the Party's committee and chair of the
People's Committee, ``truongban.danvan`` leads a board of the Party and the Front,
``truongban.vandon`` a merged body and a center; ``lanhdao.campha`` stands in
for ``chutich.campha``, who is on leave now.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from django.db import transaction
from django.db.backends.postgresql.psycopg_any import DateRange

from motcua.demo import other_lines, seed_organizations
from motcua.demo.apparatus import MERGED, PROVINCE, TWO_TIERS, numbered
from motcua.demo.former_tiers import FormerTiers
from motcua.demo.other_lines import FRONT, MERGED_BOARD, PARTY, PILOT
from motcua.demo.seed_officers import LEADS, Job, enter, login_of
from motcua.organizations.models import Appointment, Duty, Organization
from motcua.organizations.models.appointment import AppointmentKind as Kind
from motcua.periods.clock import today
from motcua.periods.models import since, until
from motcua.territory import crosswalk

SECRETARIES = ("phường Hồng Gai", "phường Móng Cái 1", "đặc khu Cô Tô")
"""Where the secretary is also the chair (*nhất thể hóa*, domain.md §13)."""
STAFFED = ("phường Bãi Cháy", "phường Hồng Gai", "đặc khu Vân Đồn")
"""Where the heads of the inner offices are named."""
ON_LEAVE = "phường Cẩm Phả"
AWAY = timedelta(days=21)

OF_THE_PARTY = (
    (PARTY, "Bí thư", "bithu.quangninh"),
    (f"{PARTY}.01", "Chánh Văn phòng", "chanhvanphong.quangninh"),
    (f"{PARTY}.02", "Trưởng Ban", "truongban.tochuc"),
    (f"{PARTY}.03", "Chủ nhiệm", "chunhiem.quangninh"),
    (f"{PARTY}.04", "Trưởng Ban", "truongban.danvan"),
    (f"{PARTY}.05", "Trưởng Ban", "truongban.noichinh"),
)
NEW_BODIES = {MERGED_BOARD: MERGED}
"""The others stood since before records, and so did who leads them here."""
WHOLE = LEADS.format("cơ quan")


@transaction.atomic
def seed() -> None:
    """Enter what is missing; doing it again changes nothing. Officers are seeded before."""
    leaders = Leaders(
        dict(Organization.objects.values_list("identifier", "pk")),
        {each.full_name: number for number, each in numbered(seed_organizations.communes())},
    )
    enter([*leaders.jobs()])
    leaders.cover_a_leave()


@dataclass(frozen=True)
class Leaders:
    """Everybody, with the keys of organizations and the numbers of communes."""

    keys: dict[str, int]
    numbers: dict[str, int]

    def jobs(self) -> Iterator[Job]:
        for identifier, title, login in OF_THE_PARTY:
            yield self._head(identifier, title, login, first=NEW_BODIES.get(identifier))
        beside, since_then = Kind.CONCURRENT, NEW_BODIES[MERGED_BOARD]
        yield self._head(FRONT, "Chủ tịch", "truongban.danvan", kind=beside, first=since_then)
        for commune in SECRETARIES:
            party = f"{PARTY}.{self.numbers[commune]}"
            yield self._head(party, "Bí thư", f"chutich.{_place(commune)}", kind=Kind.CONCURRENT)
        for commune in STAFFED:
            yield from self._inner_offices(f"{PROVINCE}.{self.numbers[commune]}", commune)
        yield from self._of_the_pilot(f"{PARTY}.{self.numbers[other_lines.PILOT_PLACE]}")
        yield from self._former_chairs()

    def cover_a_leave(self) -> None:
        """One that runs now; the next one begins where the last ended."""
        chair = f"{PROVINCE}.{self.numbers[ON_LEAVE]}"
        place, day = _place(ON_LEAVE), today()
        away = Appointment.objects.on(day).get(
            post__organization__identifier=chair, person__username=f"chutich.{place}"
        )
        stand_in = Appointment.objects.on(day).filter(person__username=f"lanhdao.{place}").first()
        former = [each.valid_during.upper for each in away.covered_by.all()]
        first = max([day - timedelta(days=7), *former])
        if stand_in and first <= day:
            Appointment.objects.create(
                post=away.post,
                person=stand_in.person,
                kind=Kind.COVER,
                seat=None,
                covers=away,
                decision="Thông báo phân công điều hành (minh họa)",
                valid_during=since(first, first + AWAY),
            )

    def _head(
        self,
        identifier: str,
        title: str,
        login: str,
        *,
        kind: Kind = Kind.SUBSTANTIVE,
        first: date | None = TWO_TIERS,
    ) -> Job:
        """The head of a body that handles no dossiers."""
        own, days = self.keys[identifier], DateRange(first, None)
        return Job(own, title, (), (login,), is_head=True, tasks=WHOLE, kind=kind, days=days)

    def _inner_offices(self, committee: str, commune: str) -> Iterator[Job]:
        """In Hồng Gai the deputy of one acts as its head."""
        place = _place(commune)
        for group, title, login in (
            ("02", "Chánh Văn phòng", "chanhvanphong"),
            ("03", "Trưởng phòng", "truongphongkinhte"),
            ("04", "Trưởng phòng", "truongphongvanhoa"),
        ):
            own, acts = self.keys[f"{committee}.{group}"], (group, place) == ("03", "honggai")
            holder, kind = (f"{login}.{place}",), Kind.ACTING if acts else Kind.SUBSTANTIVE
            yield Job(own, title, (), holder, is_head=True, is_inner=True, tasks=WHOLE, kind=kind)
            if acts:
                yield Job(own, "Phó Trưởng phòng", (), holder)

    def _of_the_pilot(self, party: str) -> Iterator[Job]:
        head = "truongban.vandon"
        yield self._head(f"{party}.01", "Trưởng ban", head, first=PILOT)
        yield self._head(f"{party}.02", "Chủ nhiệm", "chunhiem.vandon", first=PILOT)
        yield self._head(f"{party}.03", "Giám đốc", head, kind=Kind.CONCURRENT)

    def _former_chairs(self) -> Iterator[Job]:
        """Of the districts; a commune that bears the name of one has the same chair."""
        former = FormerTiers(crosswalk.read(), seed_organizations.communes())
        for identifier, place in former.districts().items():
            own, login = self.keys[identifier], (f"chutich.{login_of(place.name)}",)
            days: DateRange = until(TWO_TIERS)
            duties, tasks = (Duty.DECIDE,), LEADS.format("Ủy ban nhân dân")
            yield Job(own, "Chủ tịch", duties, login, is_head=True, tasks=tasks, days=days)


def _place(commune: str) -> str:
    """``phường Hồng Gai`` is honggai."""
    return login_of(commune.removeprefix("phường ").removeprefix("xã ").removeprefix("đặc khu "))
