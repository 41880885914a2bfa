"""Who leads an organization, in which posts, for whom do they stand in, and what else do they hold?

Public are the posts of those who lead (NĐ 224/2026/NĐ-CP, Điều 9); of everybody else only how many.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.db.models import Count, F, Prefetch
from django.utils.translation import pgettext_lazy
from django_stubs_ext import StrPromise

from motcua.organizations.models import IN_PLACE, Appointment, Organization, Post, Profile
from motcua.organizations.queries import LEADING_RANKS
from motcua.periods.clock import today

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.queries import AppointmentQuerySet

TAGS: dict[str, StrPromise] = {
    Appointment.Kind.SUBSTANTIVE: pgettext_lazy("appointment", "Chính"),
    Appointment.Kind.CONCURRENT: pgettext_lazy("appointment", "Kiêm"),
    Appointment.Kind.ACTING: pgettext_lazy("appointment", "Quyền"),
    Appointment.Kind.IN_CHARGE: pgettext_lazy("appointment", "Phụ trách"),
    Appointment.Kind.COVER: pgettext_lazy("appointment", "Thay"),
    Appointment.Kind.DELEGATED: pgettext_lazy("appointment", "Ủy quyền"),
}
"""One or two words before a post: as what it is held."""


@dataclass(frozen=True, slots=True)
class Held:
    """A post as somebody holds it, ready to be read."""

    appointment: Appointment

    @property
    def post(self) -> Post:
        return self.appointment.post

    @property
    def organization(self) -> Organization:
        return self.appointment.post.organization

    @property
    def is_plain(self) -> bool:
        """Held in one's own right, and as one's main post."""
        return self.appointment.kind == Appointment.Kind.SUBSTANTIVE

    @property
    def is_in_place(self) -> bool:
        """Held for another, or until somebody has it in their own right."""
        return self.appointment.kind in IN_PLACE

    @property
    def how(self) -> str:
        """*thay Trần Văn A trong thời gian vắng mặt*, *quyền*; empty in one's own right."""
        return (self.appointment.for_whom or self.tag.lower()) if self.is_in_place else ""

    @property
    def said(self) -> str:
        """*Chủ tịch*, *Chủ tịch (thay Trần Văn A trong thời gian vắng mặt)*."""
        return f"{self.post.title} ({self.how})" if self.how else self.post.title

    @property
    def tag(self) -> str:
        return str(TAGS[self.appointment.kind])

    @property
    def stands_in_for(self) -> Person | None:
        covered = self.appointment.covers
        return covered.person if covered else None

    @property
    def since(self) -> date | None:
        first: date | None = self.appointment.valid_during.lower
        return first

    @property
    def last_day(self) -> date | None:
        ends = self.appointment.valid_during.upper
        return ends - timedelta(days=1) if ends else None


@dataclass(slots=True)
class Leader:
    """A person who leads, with the posts here and those held elsewhere at the same time."""

    person: Person
    slug: str = ""
    here: list[Held] = field(default_factory=list)
    elsewhere: list[Held] = field(default_factory=list)

    @property
    def posts(self) -> list[Held]:
        return [*self.here, *self.elsewhere]

    @property
    def are_several(self) -> bool:
        return len(self.posts) > 1


@dataclass(frozen=True, slots=True)
class Staff:
    """Posts of those who do not lead: how many people hold them."""

    title: str
    people: int
    places: int


@dataclass(frozen=True, slots=True)
class Leadership:
    """Who leads on a day, which leading posts are empty, and the other posts."""

    leaders: list[Leader]
    vacant: list[Post]
    staff: list[Staff]


def of(organization: Organization, day: date) -> Leadership:
    """Six queries, however many people there are."""
    posts = list(
        Post.objects.on(day).filter(organization=organization).order_by("rank", "title", "pk")
    )
    leading = [post for post in posts if post.rank in LEADING_RANKS]
    held = list(in_place(day).filter(post__in=leading).order_by("post__rank", "post__title", "pk"))
    taken = {each.post_id for each in held}
    return Leadership(
        leaders=_with_others(held, day),
        vacant=[post for post in leading if post.pk not in taken],
        staff=_staff([post for post in posts if post.rank not in LEADING_RANKS], day),
    )


def in_place(day: date) -> AppointmentQuerySet:
    """Appointments to leading posts on a day, with everything that a page says of them."""
    return leading_posts(day).on(day)


def leading_posts(day: date) -> AppointmentQuerySet:
    """Appointments to leading posts of all times, named as on ``day``."""
    named = Organization.objects.with_names(day)
    found: AppointmentQuerySet = Appointment.objects.filter(post__rank__in=LEADING_RANKS)
    return found.select_related("post", "person", "covers__person").prefetch_related(
        Prefetch("post__organization", named)
    )


def slugs(people: Iterable[int]) -> dict[int, str]:
    """By person, the address of the page that is public."""
    shown = Profile.objects.shown().filter(person__in=people)
    return dict(shown.values_list("person", "slug"))


def heads(organizations: Iterable[int], day: date) -> dict[int, Appointment]:
    """By organization, who stands at its head on a day; who stands in goes before who is away.

    To whom a part of the work is delegated stands beside the head, not at it.
    """
    found = Appointment.objects.on(day).filter(
        post__is_head=True, post__organization__in=organizations
    )
    at_it = found.exclude(kind=Appointment.Kind.DELEGATED)
    told = at_it.select_related("post", "person", "covers__person")
    in_order = told.order_by(F("seat").asc(nulls_last=True), "pk")
    return {each.post.organization_id: each for each in in_order}


def career(person: Person) -> tuple[list[Held], list[Held]]:
    """Public posts that somebody holds today, and those held before; the latest first.

    What is held in place of somebody comes after what is one's own.
    """
    now = today()
    every = (
        leading_posts(now)
        .filter(person=person)
        .order_by(F("valid_during").desc(nulls_last=True), "post__rank", "pk")
    )
    begun = [each for each in every if (each.valid_during.lower or now) <= now]
    held = [Held(each) for each in begun if each.holds_on(now)]
    held.sort(key=lambda each: each.is_in_place)
    return held, [Held(each) for each in begun if not each.holds_on(now)]


def _with_others(held: Sequence[Appointment], day: date) -> list[Leader]:
    leaders: dict[int, Leader] = {}
    for each in held:
        leaders.setdefault(each.person_id, Leader(each.person)).here.append(Held(each))
    pages = slugs(leaders)
    for each in in_place(day).filter(person__in=leaders).exclude(pk__in=[one.pk for one in held]):
        leaders[each.person_id].elsewhere.append(Held(each))
    for key, leader in leaders.items():
        leader.slug = pages.get(key, "")
    return list(leaders.values())


def _staff(posts: Sequence[Post], day: date) -> list[Staff]:
    there = Appointment.objects.on(day).filter(post__in=posts)
    people = dict(there.order_by().values_list("post").annotate(Count("person", distinct=True)))
    return [Staff(post.title, people.get(post.pk, 0), post.holders_allowed) for post in posts]
