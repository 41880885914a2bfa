"""What does the register know of all that a file names? Asked at once, not for every row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from django.db.models import F, Q
from django.db.models.functions import Lower

from motcua.accounts import personal_numbers
from motcua.accounts.models import Person
from motcua.organizations import successors
from motcua.organizations.matters import Matter
from motcua.organizations.models import Appointment, Organization, Post, Succession
from motcua.periods.clock import today
from motcua.search.folding import accented
from motcua.staffing import opening

if TYPE_CHECKING:
    from motcua.staffing.importing.rows import Row


@dataclass(frozen=True)
class Known:
    """The part of the register that ``rows`` speak of; a dozen queries, however many rows."""

    rows: list[Row]

    @cached_property
    def offices(self) -> dict[str, Organization]:
        codes = {row.code for row in self.rows}
        named = Organization.objects.filter(identifier__in=codes).with_names(today())
        return {each.identifier: each for each in named}

    @cached_property
    def heirs(self) -> dict[int, Organization | None]:
        """Of those that have ended, who answers today."""
        ended = [Matter(each.pk) for each in self.offices.values() if not each.holds_on(today())]
        found = successors.successors_for(ended, today()) if ended else {}
        return {matter.old: heir for matter, heir in found.items()}

    @cached_property
    def divided(self) -> dict[int, list[str]]:
        """The codes of all that took over, of those that several took over."""
        ended = [each.pk for each in self.offices.values() if not each.holds_on(today())]
        told = Succession.objects.filter(old__in=ended).values_list("old", "new__identifier")
        found: defaultdict[int, list[str]] = defaultdict(list)
        for old, code in sorted(set(told) if ended else ()):
            found[old].append(code)
        return {old: codes for old, codes in found.items() if len(codes) > 1}

    @cached_property
    def posts(self) -> dict[int, list[Post]]:
        """By organization, all posts that it has, had or will have."""
        found: defaultdict[int, list[Post]] = defaultdict(list)
        by_key = {each.pk: each for each in self.offices.values()}
        for post in Post.objects.filter(organization__in=by_key).order_by("pk"):
            post.organization = by_key[post.organization_id]
            found[post.organization_id].append(post)
        return found

    @cached_property
    def held(self) -> dict[int, list[Appointment]]:
        """By post, everybody who holds, held or will hold it; the file's people come in here."""
        found: defaultdict[int, list[Appointment]] = defaultdict(list)
        posts = {post.pk: post for there in self.posts.values() for post in there}
        there = Appointment.objects.filter(post__organization__in=self.posts)
        for each in there.select_related("person", "covers__person").order_by("seat", "pk"):
            each.post = posts[each.post_id]
            if each.covers:
                each.covers.post = each.post
            found[each.post_id].append(each)
        return found

    @cached_property
    def by_username(self) -> dict[str, Person]:
        """Also those who are no officers: their names cannot be given again."""
        return {each.username.lower(): each for each in self._people}

    @cached_property
    def by_email(self) -> dict[str, list[Person]]:
        """Officers only: a citizen's address says nothing about who works here."""
        found: defaultdict[str, list[Person]] = defaultdict(list)
        for each in self._people:
            if each.email and each.pk in self.officers:
                found[each.email.lower()].append(each)
        return found

    @cached_property
    def by_number(self) -> dict[str, Person]:
        """By the keyed hash of a number, who has it, officer or citizen."""
        return {each.personal_number_key: each for each in self._people if each.personal_number_key}

    @cached_property
    def pointing(self) -> dict[int, Person]:
        """By the row of a citizen, the officer whose row points there."""
        there = Person.objects.filter(citizen__in=[each.pk for each in self.by_number.values()])
        return {each.citizen_id: each for each in there if each.citizen_id}

    @cached_property
    def officers(self) -> frozenset[int]:
        people = [each.pk for each in self._people]
        return frozenset(opening.officers().filter(pk__in=people).values_list("pk", flat=True))

    @cached_property
    def _people(self) -> list[Person]:
        names = {row.username.lower() for row in self.rows if row.username}
        mails = {row.email.lower() for row in self.rows if row.email}
        keys = {
            personal_numbers.key_of(row.personal_number) for row in self.rows if row.personal_number
        }
        lowered = Person.objects.select_related("citizen").annotate(
            name=Lower("username"), mail=Lower("email")
        )
        named = Q(name__in=names) | Q(mail__in=mails) | Q(personal_number_key__in=keys)
        return list(lowered.filter(named).order_by("pk"))

    def titled(self, office: Organization, key: str) -> list[Post]:
        """The posts of an office with a title, however its tones are placed."""
        return self._titled.get((office.pk, key), [])

    @cached_property
    def _titled(self) -> dict[tuple[int, str], list[Post]]:
        found: defaultdict[tuple[int, str], list[Post]] = defaultdict(list)
        for post in (post for there in self.posts.values() for post in there):
            found[post.organization_id, title_key(post.title)].append(post)
        return found


@lru_cache(maxsize=4096)  # thousands of rows bear few titles
def title_key(title: str) -> str:
    """By what a title is known: its letters and tones, wherever the tones are placed."""
    return accented(title)


def beside(people: Iterable[Person]) -> dict[int, list[Appointment]]:
    """By person, all that they hold, held or will hold; one query and what names need."""
    found: defaultdict[int, list[Appointment]] = defaultdict(list)
    there = Appointment.objects.filter(person__in=[each.pk for each in people if each.pk])
    for each in there.told().order_by(F("valid_during").asc(nulls_first=True), "pk"):
        found[each.person_id].append(each)
    return found
