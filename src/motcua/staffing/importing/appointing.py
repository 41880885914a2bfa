"""Which appointment does a row make, or which one of the register does it say again?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.accounts.models import Person
from motcua.organizations.models import SEATED, Appointment, AppointmentKind, Post
from motcua.periods.models import overlap, since
from motcua.staffing import checks, exceptions, hands
from motcua.staffing.importing.columns import Key
from motcua.staffing.importing.known import title_key
from motcua.staffing.terms import Problem, Terms, day_after

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.staffing.importing.known import Known
    from motcua.staffing.importing.rows import Row

Said = Iterator[tuple[Key, str]]
FIELDS = {"first": Key.FIRST, "last": Key.LAST, "person": Key.NAME, "covers": Key.COVERS}
"""Fields of the single acts that have another name, or none, as columns."""
NEEDED = {
    Key.KIND: gettext_lazy("Hãy ghi hình thức: chính thức, kiêm nhiệm, quyền, phụ trách…"),
    Key.FIRST: gettext_lazy("Hãy ghi ngày bắt đầu giữ chức danh."),
    Key.NUMBER: gettext_lazy("Hãy ghi số quyết định: không ai được bổ nhiệm mà không có."),
    Key.SIGNED: gettext_lazy("Hãy ghi ngày ký quyết định."),
    Key.ISSUER: gettext_lazy("Hãy ghi cơ quan hoặc người ký quyết định."),
}
"""Without which nobody is appointed, and what is said where it is missing."""
PERIOD = frozenset({Key.KIND, Key.FIRST, Key.LAST})
"""What cannot be read here leaves open whom a row meets in its post."""


class Appointments:
    """Everybody who holds a post of the file, in the register or by the rows before."""

    def __init__(self, known: Known, by: Acting) -> None:
        self.known, self.by = known, by
        self._of_new: dict[int, list[Appointment]] = {}
        self._open: set[tuple[str, str, str]] = set()

    def of(self, post: Post) -> list[Appointment]:
        if post.pk:
            return self.known.held.setdefault(post.pk, [])
        return self._of_new.setdefault(id(post), [])  # one that is to be made has no key yet

    def against(
        self, row: Row, post: Post | None, person: Person | None
    ) -> tuple[Terms | None, list[tuple[Key, str]]]:
        """The terms of a row, if they are whole, and all that stands against them."""
        if not (post and person and row.kind and row.first) or row.unclear & PERIOD:
            return None, [*self._in_any_post(row, person)]
        covers, wrong = self._covered(row, post)
        terms = _terms(row, post, person, covers)
        found = _of_checks(row, checks.of_terms(terms, there=self.of(post)), covers)
        return terms, [*wrong, *found, *self._own(person, covers)]

    def leave_open(self, row: Row) -> None:
        """This row makes no appointment yet; who stands in for its person is not told so."""
        self._open.add(_names(row, row.username))

    def _in_any_post(self, row: Row, person: Person | None) -> Said:
        """What is wrong whichever post is meant, and however long."""
        if row.first is None:
            found = [*checks.of_decision(row.decision, date.max), *checks.of_last(row.last)]
        else:
            whom = person or Person(full_name=row.full_name)
            found = checks.of_itself(_terms(row, Post(title=row.title), whom, None))
        yield from _of_checks(row, found, None)
        yield from self._own(person, None)

    def _covered(self, row: Row, post: Post) -> tuple[Appointment | None, list[tuple[Key, str]]]:
        if not row.covers or _names(row, row.covers) in self._open:
            return None, []
        days = since(row.first, day_after(row.last))  # type: ignore[arg-type]
        named = (e for e in self.of(post) if e.person.username.lower() == row.covers.lower())
        for each in named:
            if each.kind in SEATED and overlap(each.valid_during, days):
                return each, []
        said = _("Trong những ngày ấy %(name)s không giữ chức danh này. Hãy sửa tên đăng nhập.")
        return None, [(Key.COVERS, said % {"name": row.covers})]

    def _own(self, person: Person | None, covers: Appointment | None) -> Said:
        try:
            hands.refuse_own(self.by, person, covers.person if covers else None)
        except exceptions.YourOwn as own:
            yield Key.NAME, str(own)


def same(row: Row, person: Person, there: Iterable[Appointment]) -> Appointment | None:
    """The appointment of the register that the row speaks of: by person and first day."""
    own = [each for each in there if each.pk and each.person == person]
    return next((each for each in own if each.valid_during.lower == row.first), None)


def differing(row: Row, kept: Appointment) -> Said:
    """The register has it: the file may say it again, or nothing, but nothing else."""
    said = _(
        "Sổ đã ghi người này giữ chức danh ấy %(period)s (%(kind)s), khác với cột này. Hãy ghi như "
        "trong sổ; muốn kết thúc, kéo dài hay thay đổi thì làm ở trang của người ấy."
    )
    told = {"period": checks.period(kept), "kind": kept.get_kind_display()}
    covered = kept.covers.person.username.lower() if kept.covers else ""
    differs = {
        Key.KIND: bool(row.kind) and row.kind != kept.kind,
        Key.LAST: row.last != kept.last_day,
        Key.COVERS: bool(row.covers) and row.covers.lower() != covered,
        Key.SCOPE: bool(row.scope) and row.scope != " ".join(kept.scope.split()),
    }
    yield from ((key, said % told) for key, is_other in differs.items() if is_other)


def missing(row: Row) -> Said:
    """Without what nobody is appointed."""
    yield from ((key, str(said)) for key, said in NEEDED.items() if not getattr(row, key))
    if row.kind == AppointmentKind.COVER and not row.covers:
        yield Key.COVERS, _("Hãy ghi tên đăng nhập của người được thay.")
    if row.kind in SEATED and row.covers:
        said = _("Người giữ chính thức hoặc kiêm nhiệm không thay ai. Hãy để trống ô này.")
        yield Key.COVERS, said


def held(row: Row, terms: Terms, there: list[Appointment]) -> Appointment:
    """The appointment itself, in the first free seat; not written yet."""
    made = Appointment(
        post=terms.post,
        person=terms.person,
        kind=terms.kind,
        seat=checks.free_seat(terms.post, terms.days, there) if terms.is_seated else None,
        covers=terms.covers,
        scope=terms.scope,
        decision=terms.decision.words,
        valid_during=terms.days,
    )
    made.in_row = row.line  # type: ignore[attr-defined]  # checks.period tells it
    return made


def _terms(row: Row, post: Post, person: Person, covers: Appointment | None) -> Terms:
    assert row.first is not None  # noqa: S101  asked before
    return Terms(
        post=post,
        person=person,
        kind=row.kind or "",
        first=row.first,
        last=row.last,
        decision=row.decision,
        covers=covers,
        scope=row.scope,
    )


def _names(row: Row, username: str) -> tuple[str, str, str]:
    return row.code, title_key(row.title), username.lower()


def _of_checks(row: Row, found: Iterable[Problem], covers: Appointment | None) -> Said:
    """Who is named but was not found has a sentence of their own."""
    is_told = bool(row.covers) and covers is None
    for problem in found:
        key = FIELDS.get(problem.field) or Key(problem.field)
        if not (is_told and key is Key.COVERS):
            yield key, problem.sentence
