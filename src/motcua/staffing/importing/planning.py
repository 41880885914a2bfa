"""What would come of a file? Every row held against the register and against the rows before it.

A row is told all that stands against it at once: each of its parts is asked whatever was wrong with
the others, and a cell that could not be read hides only what depends on it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.organizations.models import SEATED
from motcua.staffing import duties, hands
from motcua.staffing.importing import appointing, humans
from motcua.staffing.importing import known as register
from motcua.staffing.importing import posts as posts_of
from motcua.staffing.importing.appointing import Appointments
from motcua.staffing.importing.columns import BY_KEY, Key
from motcua.staffing.importing.humans import Humans
from motcua.staffing.importing.known import Known
from motcua.staffing.importing.offices import Offices
from motcua.staffing.importing.people import People
from motcua.staffing.importing.plan import Given, Plan
from motcua.staffing.importing.posts import Posts
from motcua.staffing.importing.problems import RowProblem, in_order

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Appointment, Post
    from motcua.staffing.importing.rows import Row, Said
    from motcua.staffing.terms import Terms


@dataclass(frozen=True, slots=True)
class Meant:
    """A row, and what it means in the register as far as that can be told."""

    row: Row
    post: Post | None
    person: Person | None


def plan(said: Said, *, by: Acting) -> Plan:
    """Hold what a file says against the register of this moment; nothing is written."""
    return _Planning(said, by).plan


class _Planning:
    def __init__(self, said: Said, by: Acting) -> None:
        self.known = Known(said.rows)
        self.offices = Offices(self.known, None if by.person.is_machine else hands.houses(by))
        self.people, self.posts = People(self.known), Posts(self.known, said.rows)
        self.humans = Humans(self.known, by)
        self.appointments = Appointments(self.known, by)
        self.plan = Plan(rows=len(said.rows), problems=list(said.problems))
        self.wrong = {problem.row for problem in said.problems}
        self.told: dict[int, set[Key]] = {}
        self._read_all(said.rows)

    def _read_all(self, rows: list[Row]) -> None:
        """Who holds a post in their own right comes before who stands in for them."""
        meant = [self._meant(row) for row in rows]
        self.beside = register.beside(each.person for each in meant if each.person)
        for each in sorted(meant, key=_seated_first):
            self._settle(each)
        self.plan.posts = [*self.posts.new.values()]
        self.plan.people = [*self.people.new.values()]
        self.plan.numbered = self.humans.given
        self.plan.problems = in_order(self.plan.problems)
        self.plan.warnings = in_order(self.plan.warnings)

    # --- What a row means -----------------------------------------------------------------------

    def _meant(self, row: Row) -> Meant:
        office, against_office = self.offices.of(row)
        post, against_post = self.posts.of(row, office) if office else (None, [])
        person, against_person = self._person(row)
        self._refuse(row, [*against_office, *against_post, *against_person])
        return Meant(row, post, person)

    def _person(self, row: Row) -> tuple[Person | None, list[tuple[Key, str]]]:
        if row.has_person:
            person, against = self.people.of(row)
            if person and (person.pk or not row.unclear & {Key.NAME, Key.USERNAME}):
                against = [*against, *self.humans.against(row, person)]
            self._doubt(row)
            return person, against
        if row.kind or row.covers or row.scope or row.number:
            said = _("Dòng này có quyết định nhưng chưa ghi ai. Hãy ghi họ tên và tên đăng nhập.")
            return None, [(Key.NAME, said)]
        return None, []

    def _doubt(self, row: Row) -> None:
        for said in humans.doubts(row):
            self._warn(row, said, Key.PERSONAL)

    # --- What comes of it -----------------------------------------------------------------------

    def _settle(self, meant: Meant) -> None:
        row, post, person = meant.row, meant.post, meant.person
        if post and not post.pk:
            self._of_new_post(row, post)
        if not row.has_person:
            self._only_post(row, post)
        elif kept := self._kept(meant):
            self._refuse(row, appointing.differing(row, kept))
            self.plan.unchanged += not self._is_refused(row)
        else:
            self._as_new(row, post, person)

    def _of_new_post(self, row: Row, post: Post) -> None:
        """Said once, where the post is made."""
        if self.posts.is_made_by(row, post) and (said := duties.of_post(post)):
            self._warn(row, said, Key.DUTIES)

    def _only_post(self, row: Row, post: Post | None) -> None:
        if post and post.pk:
            self.plan.unchanged += not self._is_refused(row)
        elif post:
            self._refuse(row, posts_of.against_days(row, post))

    def _kept(self, meant: Meant) -> Appointment | None:
        if not (meant.post and meant.person) or Key.FIRST in meant.row.unclear:
            return None
        return appointing.same(meant.row, meant.person, self.appointments.of(meant.post))

    def _as_new(self, row: Row, post: Post | None, person: Person | None) -> None:
        if self._is_new(row, post, person):
            told = self.told.get(row.line, set())
            self._refuse(row, (each for each in appointing.missing(row) if each[0] not in told))
        terms, against = self.appointments.against(row, post, person)
        self._refuse(row, against)
        if terms and not against:
            self._begin(row, terms)
        else:
            self.appointments.leave_open(row)

    def _is_new(self, row: Row, post: Post | None, person: Person | None) -> bool:
        """Whether the register cannot have it already: then it needs a decision."""
        if post and person:
            return Key.FIRST not in row.unclear or not (post.pk and person.pk)
        is_somebody_new = row.username and row.username.lower() not in self.known.by_username
        decided = row.number or row.decided_on or row.issuer
        return bool(is_somebody_new or decided or (post and not post.pk))

    def _begin(self, row: Row, terms: Terms) -> None:
        there = self.appointments.of(terms.post)
        held = appointing.held(row, terms, there)
        beside = self.beside.setdefault(terms.person.pk or id(terms.person), [])
        for sentence in duties.of_many(terms, beside):
            self._warn(row, sentence)
        beside.append(held)
        there.append(held)
        if not self._is_refused(row):
            self.plan.given.append(Given(row.line, held, row.decision))

    # --- What is said ---------------------------------------------------------------------------

    def _is_refused(self, row: Row) -> bool:
        return row.line in self.wrong or row.line in self.told

    def _refuse(self, row: Row, found: Iterable[tuple[Key, str]]) -> None:
        """Of a cell that could not be read only that is said."""
        for key, sentence in found:
            if key not in row.unclear:
                self.told.setdefault(row.line, set()).add(key)
                self.plan.problems.append(RowProblem(sentence, row.line, BY_KEY[key].head))

    def _warn(self, row: Row, sentence: str, key: Key | None = None) -> None:
        head = BY_KEY[key].head if key else ""
        self.plan.warnings.append(RowProblem(sentence, row.line, head))


def _seated_first(meant: Meant) -> tuple[bool, str, int]:
    row = meant.row
    return row.kind not in SEATED, str(row.first or ""), row.line
