"""Which posts are there on a day, who holds them as what, and which are empty?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Count, Exists, F, OuterRef, Prefetch, Q, QuerySet

from motcua.accounts.models import Person
from motcua.organizations import rights
from motcua.organizations.leaders import Held
from motcua.organizations.models import IN_PLACE, SEATED, Appointment, Organization, Post, Quota
from motcua.search.folding import fold

PAGE = 40
ALL, EMPTY, STOOD_IN, CONCURRENT, UNNUMBERED = "", "trong", "thay", "kiem-nhiem", "chua-so"
"""Which posts are asked for: all; with a free seat; with somebody standing in; held beside; by
somebody whose personal number nobody knows.
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants to see of the register."""

    day: date
    houses: Sequence[Organization]
    office: Organization | None = None
    words: str = ""
    standing: str = ALL


@dataclass(slots=True)
class Row:
    """One post on the day."""

    post: Post
    held: list[Held] = field(default_factory=list)
    beside: dict[int, list[Held]] = field(default_factory=dict)
    """By person, the posts that they hold elsewhere on the same day."""

    @property
    def holders(self) -> list[tuple[Held, list[Held]]]:
        """Everybody who holds it, with what else they hold."""
        return [(each, self.beside.get(each.appointment.person_id, [])) for each in self.held]

    @property
    def free(self) -> int:
        """Seats that nobody has."""
        seated = sum(each.appointment.kind in SEATED for each in self.held)
        return max(0, self.post.holders_allowed - seated)

    @property
    def is_empty(self) -> bool:
        return not self.held


def posts(asked: Asked) -> QuerySet[Post]:
    """The posts of the day that ``asked`` wants, in the order of the list."""
    there = Post.objects.on(asked.day).filter(rights.within(_houses(asked), "organization__"))
    kept = _named(_standing(there, asked), asked)
    named = Prefetch("organization", Organization.objects.with_names(asked.day))
    in_order = kept.order_by("organization__identifier", "rank", "title", "pk")
    return in_order.prefetch_related(named)


def rows(posts: Iterable[Post], day: date) -> list[Row]:
    """Each post with its holders and what these hold beside it: four queries for all of them."""
    found = {post.pk: Row(post) for post in posts}
    people: set[int] = set()
    for each in Appointment.objects.on(day).filter(post__in=found).told(day).order_by(*SEATS):
        each.post = found[each.post_id].post
        found[each.post_id].held.append(Held(each))
        people.add(each.person_id)
    others = _others(people, day)
    for row in found.values():
        for held in row.held:
            person = held.appointment.person_id
            row.beside[person] = [
                Held(each) for each in others.get(person, ()) if each.post_id != row.post.pk
            ]
    return list(found.values())


SEATS = (F("seat").asc(nulls_last=True), "pk")
"""Who holds it in their own right stands before who stands in."""


def unnumbered(asked: Asked) -> int:
    """Holders of the day whose own dossiers nobody can recognize; one query."""
    there = Appointment.objects.on(asked.day).filter(
        rights.within(_houses(asked), "post__organization__")
    )
    people: int = Person.objects.without_number().filter(pk__in=there.values("person")).count()
    return people


# --- Headcount ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Headcount:
    """How many people an organization may employ, and how many hold a main post there."""

    quotas: list[Quota]
    people: int

    @property
    def assigned(self) -> int:
        return sum(quota.assigned for quota in self.quotas)

    @property
    def is_over(self) -> bool:
        return bool(self.quotas) and self.people > self.assigned


def headcount(office: Organization, day: date) -> Headcount:
    """Of the office itself, without those under it, by the quotas of that year: two queries.

    Counted is who holds a main post: somebody's second post takes no place in the headcount.
    """
    quotas = list(office.quotas.filter(year=day.year).order_by("kind"))
    main = Appointment.objects.on(day).filter(
        post__organization=office, kind=Appointment.Kind.SUBSTANTIVE
    )
    counted = main.aggregate(people=Count("person", distinct=True))
    return Headcount(quotas, counted["people"])


# --- What is asked --------------------------------------------------------------------------------


def _houses(asked: Asked) -> Sequence[Organization]:
    return [asked.office] if asked.office else asked.houses


def _standing(posts: QuerySet[Post], asked: Asked) -> QuerySet[Post]:
    here = Appointment.objects.on(asked.day).filter(post=OuterRef("pk"))
    if asked.standing == STOOD_IN:
        return posts.filter(Exists(here.filter(kind__in=IN_PLACE)))
    if asked.standing == UNNUMBERED:
        nameless = Person.objects.without_number()
        return posts.filter(Exists(here.filter(person__in=nameless)))
    if asked.standing == CONCURRENT:
        concurrent = Appointment.objects.concurrent_with(asked.day)
        return posts.filter(Exists(concurrent.filter(post=OuterRef("pk"))))
    if asked.standing == EMPTY:
        seated = Count(
            "appointments",
            filter=Q(appointments__kind__in=SEATED, appointments__valid_during__contains=asked.day),
        )
        return posts.annotate(seated=seated).filter(seated__lt=F("holders_allowed"))
    return posts


def _named(posts: QuerySet[Post], asked: Asked) -> QuerySet[Post]:
    """Whose title or whose holder's name has all the words, with or without marks."""
    words = fold(asked.words).split()
    if not words:
        return posts
    there = Appointment.objects.on(asked.day).filter(
        rights.within(_houses(asked), "post__organization__")
    )
    people = there.values_list("post", "person__full_name", "person__username")
    titles = posts.order_by().values_list("pk", "title")
    found = {post for post, *said in people if _says(said, words)}
    found |= {pk for pk, title in titles if _says([title], words)}
    return posts.filter(pk__in=found)


def _says(said: Iterable[str], words: Iterable[str]) -> bool:
    text = fold(" ".join(said))
    return all(word in text for word in words)


def _others(people: Iterable[int], day: date) -> dict[int, list[Appointment]]:
    found: defaultdict[int, list[Appointment]] = defaultdict(list)
    for each in Appointment.objects.on(day).filter(person__in=people).told(day).order_by("pk"):
        found[each.person_id].append(each)
    return found
