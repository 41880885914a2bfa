"""What would come of a file? Every row held against the register and against the rows before it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.organizations import rights
from motcua.organizations.models import SEATED, Appointment, AppointmentKind
from motcua.periods.clock import today
from motcua.periods.models import overlap, since
from motcua.staffing import checks, duties, exceptions, hands, numbers
from motcua.staffing.importing import humans
from motcua.staffing.importing import known as register
from motcua.staffing.importing import posts as posts_of
from motcua.staffing.importing.columns import BY_KEY, Key
from motcua.staffing.importing.humans import Humans
from motcua.staffing.importing.known import Known
from motcua.staffing.importing.people import People
from motcua.staffing.importing.posts import Posts
from motcua.staffing.importing.problems import RowProblem, in_order
from motcua.staffing.terms import Problem, Terms, day_after

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization, Post
    from motcua.staffing.importing.rows import Row, Said
    from motcua.staffing.terms import Decision

FIELDS = {"first": Key.FIRST, "last": Key.LAST, "person": Key.NAME, "covers": Key.COVERS}
"""Fields of the single acts that have another name, or none, as columns."""
COVERING = (AppointmentKind.COVER, AppointmentKind.DELEGATED)


@dataclass(slots=True)
class Given:
    """An appointment that a row would make."""

    row: int
    held: Appointment
    decision: Decision


@dataclass(slots=True)
class Plan:
    """All that would be written, what stands against it, and what one should think of first."""

    rows: int = 0
    posts: list[Post] = field(default_factory=list)
    people: list[Person] = field(default_factory=list)
    given: list[Given] = field(default_factory=list)
    numbered: list[Person] = field(default_factory=list)
    """Officers of the register whose personal number the file tells."""
    unchanged: int = 0
    problems: list[RowProblem] = field(default_factory=list)
    warnings: list[RowProblem] = field(default_factory=list)

    @property
    def changes_nothing(self) -> bool:
        return not (self.posts or self.people or self.given or self.numbered)

    @property
    def fingerprint(self) -> str:
        """The same for the same outcome: what was read is what will be written, or asked anew."""
        lines = [
            *(f"{post.organization.identifier} {post.title}" for post in self.posts),
            *(person.username for person in self.people),
            *(f"{each.row} {each.held.seat}" for each in self.given),
            *(f"{numbers.key_of(each)} {each.pk}" for each in self.numbered),
            *(str(each) for each in (*self.problems, *self.warnings)),
        ]
        return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def plan(said: Said, *, by: Acting) -> Plan:
    """Hold what a file says against the register of this moment; nothing is written."""
    return _Planning(said, by).plan


class _Planning:
    def __init__(self, said: Said, by: Acting) -> None:
        self.by = by
        self.houses = None if by.person.is_machine else hands.houses(by)
        self.known = Known(said.rows)
        self.people, self.posts = People(self.known), Posts(self.known, said.rows)
        self.humans = Humans(self.known, by)
        self.added: dict[int, list[Appointment]] = {}
        self.plan = Plan(rows=len(said.rows), problems=list(said.problems))
        self.wrong = {problem.row for problem in said.problems}
        self._read_all(said.rows)

    def _read_all(self, rows: list[Row]) -> None:
        """Who holds a post in their own right comes before who stands in for them."""
        ready = [found for row in rows if (found := self._ready(row))]
        self.beside = register.beside(person for _row, _post, person in ready if person)
        for row, post, person in sorted(ready, key=_seated_first):
            if person:
                self._give(row, post, person)
        self.plan.posts = [*self.posts.new.values()]
        self.plan.people = [*self.people.new.values()]
        self.plan.numbered = self.humans.given
        self.plan.problems = in_order(self.plan.problems)
        self.plan.warnings = in_order(self.plan.warnings)

    def _ready(self, row: Row) -> tuple[Row, Post, Person | None] | None:
        """Organization, post and person of a row, once nothing stands against them."""
        if row.line in self.wrong:
            return None
        office = self._office(row)
        if office is None:
            return None
        post, against_post = self.posts.of(row, office)
        person, against_person = self._person(row)
        if against := [*against_post, *against_person]:
            self._refuse(row, against)
        if post is None or against:
            return None
        if person is None:
            self._only_post(row, post)
        return row, post, person

    def _only_post(self, row: Row, post: Post) -> None:
        if post.pk:
            self.plan.unchanged += 1
        self._refuse(row, posts_of.against_days(row, post) if not post.pk else ())

    def _person(self, row: Row) -> tuple[Person | None, list[tuple[Key, str]]]:
        if row.has_person:
            person, against = self.people.of(row)
            if person:
                against = [*against, *self.humans.against(row, person)]
                self._doubt(row)
            return person, against
        if row.kind or row.covers or row.scope or row.number:
            said = _("Dòng này có quyết định nhưng chưa ghi ai. Hãy ghi họ tên và tên đăng nhập.")
            return None, [(Key.NAME, said)]
        return None, []

    def _doubt(self, row: Row) -> None:
        head = BY_KEY[Key.PERSONAL].head
        self.plan.warnings += [RowProblem(said, row.line, head) for said in humans.doubts(row)]

    def _office(self, row: Row) -> Organization | None:
        office = self.known.offices.get(row.code)
        if not row.code:
            self._refuse(row, [(Key.CODE, _("Hãy ghi mã cơ quan."))])
        elif office is None:
            said = _("Không có cơ quan nào mang mã “%(code)s”. Hãy tra mã ở trang Tổ chức bộ máy.")
            self._refuse(row, [(Key.CODE, said % {"code": row.code})])
        elif self.houses is not None and not rights.is_over(self.houses, office):
            said = _(
                "Chức vụ bạn đang chọn không quản lý nhân sự của %(code)s. Hãy bỏ dòng này, hoặc "
                "chuyển cho đầu mối nhân sự của cơ quan ấy."
            )
            self._refuse(row, [(Key.CODE, said % {"code": row.code})])
        elif gone := self._ended(row, office):
            self._refuse(row, [(Key.CODE, gone)])
        elif not row.title:
            self._refuse(row, [(Key.TITLE, _("Hãy ghi tên chức danh."))])
        else:
            return office
        return None

    def _ended(self, row: Row, office: Organization) -> str:
        """Of what has ended nobody holds a post beyond its last day; who took over is named."""
        after = office.valid_during.upper
        in_its_days = row.last is not None and after is not None and row.last < after
        if after is None or after > today() or in_its_days:
            return ""
        told = {"code": row.code, "last": checks.written(office.last_day)}
        heir = self.known.heirs.get(office.pk)
        if heir is None:
            said = _("Cơ quan %(code)s kết thúc sau ngày %(last)s. Hãy ghi mã cơ quan kế thừa.")
            return said % told
        said = _(
            "Cơ quan %(code)s kết thúc sau ngày %(last)s, nay là %(heir)s. Hãy ghi mã %(new)s."
        )
        return said % {**told, "heir": heir.name, "new": heir.identifier}

    # --- Appointments ---------------------------------------------------------------------------

    def _give(self, row: Row, post: Post, person: Person) -> None:
        there = self._there(post)
        if same := _same(row, person, there):
            self._as_kept(row, same)
        elif against := [*_missing(row)]:
            self._refuse(row, against)
        else:
            self._as_new(row, post, person, there)

    def _as_new(self, row: Row, post: Post, person: Person, there: list[Appointment]) -> None:
        terms, wrong = self._terms(row, post, person, there)
        found = [*wrong, *_of_checks(checks.of_terms(terms, there=there)), *self._own(terms)]
        if found:
            self._refuse(row, found)
        else:
            self._begin(row, terms, there)

    def _as_kept(self, row: Row, same: Appointment) -> None:
        """The register has it: the file may say it again, or nothing, but nothing else."""
        if differs := [*_differing(row, same)]:
            self._refuse(row, differs)
        else:
            self.plan.unchanged += 1

    def _terms(
        self, row: Row, post: Post, person: Person, there: list[Appointment]
    ) -> tuple[Terms, list[tuple[Key, str]]]:
        covers, wrong = self._covered(row, there)
        assert row.first is not None  # noqa: S101  a missing one has a sentence
        terms = Terms(
            post=post,
            person=person,
            kind=str(row.kind),
            first=row.first,
            last=row.last,
            decision=row.decision,
            covers=covers,
            scope=row.scope,
        )
        return terms, wrong

    def _covered(
        self, row: Row, there: list[Appointment]
    ) -> tuple[Appointment | None, list[tuple[Key, str]]]:
        if not row.covers:
            return None, []
        days = since(row.first, day_after(row.last))  # type: ignore[arg-type]
        named = (each for each in there if each.person.username.lower() == row.covers.lower())
        for each in named:
            if each.kind in SEATED and overlap(each.valid_during, days):
                return each, []
        said = _("Trong những ngày ấy %(name)s không giữ chức danh này. Hãy sửa tên đăng nhập.")
        return None, [(Key.COVERS, said % {"name": row.covers})]

    def _own(self, terms: Terms) -> Iterator[tuple[Key, str]]:
        try:
            hands.refuse_own(self.by, terms.person, terms.covers.person if terms.covers else None)
        except exceptions.YourOwn as own:
            yield Key.NAME, str(own)

    def _begin(self, row: Row, terms: Terms, there: list[Appointment]) -> None:
        seat = checks.free_seat(terms.post, terms.days, there) if terms.is_seated else None
        held = Appointment(
            post=terms.post,
            person=terms.person,
            kind=terms.kind,
            seat=seat,
            covers=terms.covers,
            scope=terms.scope,
            decision=terms.decision.words,
            valid_during=terms.days,
        )
        held.in_row = row.line  # type: ignore[attr-defined]  # checks.period tells it
        beside = self.beside.setdefault(terms.person.pk or id(terms.person), [])
        for sentence in duties.of_many(terms, beside):
            self.plan.warnings.append(RowProblem(sentence, row.line))
        beside.append(held)
        there.append(held)
        self.plan.given.append(Given(row.line, held, row.decision))

    def _there(self, post: Post) -> list[Appointment]:
        """Everybody with this post, in the register or in the rows before."""
        if post.pk:
            return self.known.held.setdefault(post.pk, [])
        return self.added.setdefault(id(post), [])  # one that is to be made has no key yet

    def _refuse(self, row: Row, found: Iterable[tuple[Key, str]]) -> None:
        self.plan.problems += [
            RowProblem(sentence, row.line, BY_KEY[key].head) for key, sentence in found
        ]


def _seated_first(ready: tuple[Row, Post, Person | None]) -> tuple[bool, str, int]:
    row = ready[0]
    return row.kind not in SEATED, str(row.first or ""), row.line


def _same(row: Row, person: Person, there: Iterable[Appointment]) -> Appointment | None:
    """The appointment of the register that the row speaks of: by person and first day."""
    own = [each for each in there if each.pk and each.person == person]
    return next((each for each in own if each.valid_during.lower == row.first), None)


def _differing(row: Row, same: Appointment) -> Iterator[tuple[Key, str]]:
    said = _(
        "Sổ đã ghi người này giữ chức danh ấy %(period)s (%(kind)s), khác với cột này. Hãy ghi như "
        "trong sổ; muốn kết thúc, kéo dài hay thay đổi thì làm ở trang của người ấy."
    )
    told = {"period": checks.period(same), "kind": same.get_kind_display()}
    covered = same.covers.person.username.lower() if same.covers else ""
    differs = {
        Key.KIND: bool(row.kind) and row.kind != same.kind,
        Key.LAST: row.last != same.last_day,
        Key.COVERS: bool(row.covers) and row.covers.lower() != covered,
        Key.SCOPE: bool(row.scope) and row.scope != " ".join(same.scope.split()),
    }
    yield from ((key, said % told) for key, is_other in differs.items() if is_other)


NEEDED = {
    Key.KIND: gettext_lazy("Hãy ghi hình thức: chính thức, kiêm nhiệm, quyền, phụ trách…"),
    Key.FIRST: gettext_lazy("Hãy ghi ngày bắt đầu giữ chức danh."),
    Key.NUMBER: gettext_lazy("Hãy ghi số quyết định: không ai được bổ nhiệm mà không có."),
    Key.SIGNED: gettext_lazy("Hãy ghi ngày ký quyết định."),
    Key.ISSUER: gettext_lazy("Hãy ghi cơ quan hoặc người ký quyết định."),
}
"""Without which nobody is appointed, and what is said where it is missing."""


def _missing(row: Row) -> Iterator[tuple[Key, str]]:
    yield from ((key, str(said)) for key, said in NEEDED.items() if not getattr(row, key))
    if row.kind == AppointmentKind.COVER and not row.covers:
        yield Key.COVERS, _("Hãy ghi tên đăng nhập của người được thay.")
    if row.kind in SEATED and row.covers:
        said = _("Người giữ chính thức hoặc kiêm nhiệm không thay ai. Hãy để trống ô này.")
        yield Key.COVERS, said


def _of_checks(found: Iterable[Problem]) -> Iterator[tuple[Key, str]]:
    for problem in found:
        yield FIELDS.get(problem.field) or Key(problem.field), problem.sentence
