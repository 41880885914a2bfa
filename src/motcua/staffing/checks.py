"""What stands against an appointment, its end or a cover? Every rule, with its sentence and field.

Forms ask before they are sent on, imports for every row, and the verbs once more under the lock of
the post. Rules are asked about ``there``, everybody with an appointment to the post: an import
hands in whom the register has and whom the file adds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from motcua.organizations.models import SEATED, Appointment, AppointmentKind, Post
from motcua.periods.clock import today
from motcua.periods.models import overlap
from motcua.staffing.terms import Decision, Problem, Terms

if TYPE_CHECKING:
    from django.db.backends.postgresql.psycopg_any import DateRange

YEARS_AHEAD = 10
"""Further ahead nothing is decided; a year was mistyped."""
Kind = AppointmentKind


There = Sequence[Appointment]


def of_terms(
    terms: Terms, *, leaving: Appointment | None = None, there: There | None = None
) -> list[Problem]:
    """All that stands against ``terms``; ``leaving`` is who makes room on the same day."""
    if there is None:
        there = of_post(terms.post)
    staying = [each for each in there if each != leaving]
    found = of_itself(terms)
    if not any(problem.field == "last" for problem in found):
        found += _of_covered(terms, there)
    if not any(problem.field in {"first", "last"} for problem in found):
        found += [*_of_house(terms), *_of_same_post(terms, staying), *_of_seat(terms, staying)]
    return found


def of_itself(terms: Terms) -> list[Problem]:
    """What is wrong with ``terms`` whichever post they are about."""
    return [
        *_of_days(terms),
        *of_decision(terms.decision, terms.first),
        *_of_person(terms),
        *_of_delegation(terms),
    ]


def of_last(last: date | None) -> Iterator[Problem]:
    """A last day that is mistyped, whenever the first one is."""
    if last and last.year > today().year + YEARS_AHEAD:
        yield Problem("last", _too_far(last))


def of_post(post: Post) -> list[Appointment]:
    """Everybody who holds, held or will hold a post; one query."""
    if post.pk is None:
        return []
    return list(post.appointments.select_related("person", "covers").order_by("seat", "pk"))


def of_decision(decision: Decision, first: date) -> Iterator[Problem]:
    """A decision that is signed, and signed by the day from which it holds."""
    signed = decision.signed_on
    if signed is None:
        return
    if signed > today():
        said = _("Ngày ký %(day)s chưa đến. Hãy ghi ngày ký trên quyết định.")
        yield Problem("decided_on", said % {"day": written(signed)})
    elif signed > first:
        said = _(
            "Quyết định ký ngày %(signed)s, sau ngày %(first)s. Hãy sửa ngày ký, hoặc để việc này "
            "có hiệu lực từ ngày ký trở đi."
        )
        yield Problem("decided_on", said % {"signed": written(signed), "first": written(first)})


def of_end(appointment: Appointment, last: date, decision: Decision) -> list[Problem]:
    """What stands against ``last`` as the last day of an appointment."""
    first, known = appointment.valid_during.lower, appointment.last_day
    found = [*of_decision(decision, last + timedelta(days=1))]
    if first and last < first:
        said = _("Ngày thôi giữ %(last)s đứng trước ngày bắt đầu %(first)s. Hãy sửa ngày thôi giữ.")
        found.append(Problem("last", said % {"last": written(last), "first": written(first)}))
    elif known and last >= known:
        said = _(
            "Chức vụ này đã có ngày thôi giữ là %(known)s. Hãy ghi một ngày sớm hơn; muốn kéo dài "
            "thì bổ nhiệm lại từ ngày hôm sau."
        )
        found.append(Problem("last", said % {"known": written(known)}))
    elif last.year > today().year + YEARS_AHEAD:
        found.append(Problem("last", _too_far(last)))
    return found


def same_person(held: Appointment) -> Problem:
    said = _("%(name)s đang giữ chức danh này. Hãy chọn người khác để thay.")
    return Problem("person", said % {"name": held.person.full_name})


def free_seat(post: Post, days: DateRange, there: There) -> int | None:
    """The first seat that nobody has on any of ``days``; None where all are taken."""
    taken = {each.seat for each in _seated(there, days)}
    return next((n for n in range(1, post.holders_allowed + 1) if n not in taken), None)


def written(day: date | None) -> str:
    return f"{day:%d/%m/%Y}" if day else ""


# --- One rule each --------------------------------------------------------------------------------


def _of_days(terms: Terms) -> Iterator[Problem]:
    if terms.last and terms.last < terms.first:
        said = _("Ngày cuối %(last)s đứng trước ngày đầu %(first)s. Hãy sửa một trong hai ngày.")
        told = {"last": written(terms.last), "first": written(terms.first)}
        yield Problem("last", said % told)
    if terms.first.year > today().year + YEARS_AHEAD:
        yield Problem("first", _too_far(terms.first))
    yield from of_last(terms.last)
    if terms.kind == Kind.COVER and terms.last is None:
        yield Problem("last", _("Việc thay khi vắng phải có ngày cuối. Hãy ghi ngày cuối."))


def _of_person(terms: Terms) -> Iterator[Problem]:
    if not terms.person.is_active:
        said = _("Tài khoản của %(name)s đang bị khóa. Hãy mở khóa trước, hoặc chọn người khác.")
        yield Problem("person", said % {"name": terms.person.full_name})


def _of_delegation(terms: Terms) -> Iterator[Problem]:
    if terms.kind != Kind.DELEGATED:
        return
    if terms.covers is None:
        yield Problem("covers", _("Hãy chọn người ủy quyền: người đang giữ chức danh này."))
    if not terms.scope.strip():
        yield Problem("scope", _("Hãy ghi phạm vi ủy quyền: những việc gì."))


def _of_house(terms: Terms) -> Iterator[Problem]:
    """Closed means closed: neither before the post begins nor after it ends."""
    house, organization = terms.post.valid_during, terms.post.organization.valid_during
    begins = max(filter(None, (house.lower, organization.lower)), default=None)
    after = min(filter(None, (house.upper, organization.upper)), default=None)
    if begins and terms.first < begins:
        said = _("Chức danh này chỉ có từ ngày %(begins)s. Hãy ghi ngày bắt đầu từ ngày ấy.")
        yield Problem("first", said % {"begins": written(begins)})
    elif after and terms.first >= after:
        said = _(
            "Chức danh này kết thúc sau ngày %(end)s, nên không bổ nhiệm ai từ ngày %(first)s. "
            "Hãy chọn chức danh ở cơ quan kế thừa."
        )
        told = {"end": written(after - timedelta(days=1)), "first": written(terms.first)}
        yield Problem("first", said % told)
    if after and terms.first < after and (terms.last is None or terms.last >= after):
        said = _("Chức danh này chỉ có đến ngày %(end)s. Hãy ghi ngày cuối không muộn hơn.")
        yield Problem("last", said % {"end": written(after - timedelta(days=1))})


def _of_same_post(terms: Terms, there: There) -> Iterator[Problem]:
    same = (each for each in there if each.person == terms.person)
    for held in (each for each in same if overlap(each.valid_during, terms.days)):
        said = _(
            "%(name)s đã có tên ở chức danh này %(period)s. Hãy chọn người khác hoặc những ngày "
            "khác."
        )
        told = {"name": terms.person.full_name, "period": period(held)}
        yield Problem("person", said % told)


def _of_seat(terms: Terms, there: There) -> Iterator[Problem]:
    if not terms.is_seated or free_seat(terms.post, terms.days, there):
        return
    holders = _seated(there, terms.days)
    said = _(
        "Chức danh này chỉ dành cho %(allowed)s người và đã có %(holders)s. Hãy kết thúc hoặc thay "
        "người đang giữ trước, chọn ngày khác, hoặc chọn hình thức quyền, phụ trách."
    )
    names = "; ".join(f"{each.person.full_name} ({period(each)})" for each in holders)
    yield Problem("first", said % {"allowed": terms.post.holders_allowed, "holders": names})


def _of_covered(terms: Terms, there: There) -> Iterator[Problem]:
    """Who stands in does so for a holder of the same post, on days on which that one holds it."""
    covered = terms.covers
    if covered is None:
        return
    if wrong := _wrong_cover(terms, covered):
        yield wrong
    elif terms.kind == Kind.COVER:
        yield from _of_other_covers(covered, terms.days, there)


def _wrong_cover(terms: Terms, covered: Appointment) -> Problem | None:
    if covered.kind not in SEATED or covered.post != terms.post:
        said = _("Chỉ thay hoặc nhận ủy quyền của người giữ chính thức chức danh này.")
        return Problem("covers", said)
    if covered.person == terms.person:
        return Problem("person", _("Không ai thay cho chính mình. Hãy chọn người khác."))
    if _lies_within(terms.days, covered.valid_during):
        return None
    said = _("%(name)s giữ chức danh này %(period)s. Hãy ghi những ngày nằm trong thời gian ấy.")
    told = {"name": covered.person.full_name, "period": period(covered)}
    return Problem("first", said % told)


def _of_other_covers(covered: Appointment, days: DateRange, there: There) -> Iterator[Problem]:
    covers = (each for each in there if each.kind == Kind.COVER and each.covers == covered)
    for other in (each for each in covers if overlap(each.valid_during, days)):
        said = _("%(name)s đã được cử thay %(period)s. Hãy chọn những ngày khác.")
        told = {"name": other.person.full_name, "period": period(other)}
        yield Problem("first", said % told)


def _seated(there: There, days: DateRange) -> list[Appointment]:
    return [each for each in there if each.kind in SEATED and overlap(each.valid_during, days)]


def _lies_within(days: DateRange, house: DateRange) -> bool:
    begins = house.lower is None or days.lower >= house.lower
    return begins and (
        house.upper is None or (days.upper is not None and days.upper <= house.upper)
    )


def period(held: Appointment) -> str:
    """*từ 01/07/2025*, *từ 01/07/2025 đến 31/12/2026*; of a file that is read, with its row."""
    row = getattr(held, "in_row", None)
    if row is not None:
        return _("%(period)s, dòng %(row)d") % {"period": _period(held), "row": row}
    return _period(held)


def _period(held: Appointment) -> str:
    told = {"first": written(held.valid_during.lower), "last": written(held.last_day)}
    if not told["first"]:
        return _("đến %(last)s") % told if told["last"] else _("từ trước")
    text = _("từ %(first)s đến %(last)s") if told["last"] else _("từ %(first)s")
    return text % told


def _too_far(day: date) -> str:
    return _("Ngày %(day)s còn quá xa. Hãy xem lại năm.") % {"day": written(day)}
