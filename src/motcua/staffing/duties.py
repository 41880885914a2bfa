"""What should whoever appoints think of first? Duties that clash, and second main posts.

None of it forbids the appointment: a person may hold several posts. What one human may not do is
to touch the same dossier twice; dossiers refuse that by themselves and count it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from motcua.dossiers.models import Clash
from motcua.organizations.models import Appointment, AppointmentKind, Duty, Organization
from motcua.periods.models import overlap
from motcua.staffing.checks import period

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.models import Post
    from motcua.staffing.terms import Terms

LOOKED_BACK = timedelta(days=365)
WORDS = dict(Duty.choices)


def warnings(terms: Terms) -> list[str]:
    """Sentences to read before the appointment is made; three queries."""
    if terms.person.pk is None:
        return []
    beside = [*Appointment.objects.of(terms.person).during(terms.days).told()]
    turned_away = _turned_away(terms.person) if _clashing(terms, beside) else ()
    return [*of_many(terms, beside), *turned_away]


def of_many(terms: Terms, beside: Iterable[Appointment]) -> Iterator[str]:
    """The same without a query, where ``beside`` is all that the person holds.

    How often they were turned away is not told.
    """
    others = _others(terms, beside)
    yield from _second_main(terms, others)
    yield from _clashes(terms, _clashing(terms, others))


def _others(terms: Terms, beside: Iterable[Appointment]) -> list[Appointment]:
    during = (each for each in beside if overlap(each.valid_during, terms.days))
    return [each for each in during if each.post != terms.post]


def _clashing(terms: Terms, others: Iterable[Appointment]) -> list[Appointment]:
    return [each for each in _others(terms, others) if clash(terms.post, each.post)]


def share_dossiers(one: Organization, other: Organization) -> bool:
    """Whether the same dossier may lie at both: the same office, or an office and its counter."""
    if one.pk == other.pk:
        return True
    above, below = sorted((one, other), key=lambda each: len(each.identifier))
    is_counter = below.kind == Organization.Kind.COUNTER
    return is_counter and below.identifier.rpartition(".")[0] == above.identifier


def clash(one: Post, other: Post) -> bool:
    """Whether one human in both posts could do two duties on the same dossier."""
    mine, theirs = frozenset(one.duties), frozenset(other.duties)
    if not mine or not theirs or len(mine | theirs) < 2:
        return False
    return share_dossiers(one.organization, other.organization)


def of_post(post: Post) -> str:
    """What to think of before a post with several duties is made; empty where it has few."""
    if len(set(post.duties)) < 2:
        return ""
    said = _(
        "Chức danh “%(title)s” có nhiều nhiệm vụ (%(duties)s). Một người không làm hai nhiệm vụ "
        "trên cùng một hồ sơ: ở cơ quan này cần thêm người khác cho bước sau."
    )
    return said % {"title": post.title, "duties": in_words(post)}


def _second_main(terms: Terms, others: list[Appointment]) -> Iterator[str]:
    if terms.kind != AppointmentKind.SUBSTANTIVE:
        return
    for each in others:
        if each.kind == AppointmentKind.SUBSTANTIVE:
            said = _(
                "%(name)s đang giữ chính thức “%(title)s” tại %(office)s %(period)s. Nếu đây là "
                "chức vụ thứ hai, hãy chọn hình thức kiêm nhiệm."
            )
            yield said % _told(each)


def _clashes(terms: Terms, clashing: list[Appointment]) -> Iterator[str]:
    for each in clashing:
        said = _(
            "%(name)s còn giữ “%(title)s” tại %(office)s (nhiệm vụ: %(theirs)s), chức danh này có "
            "nhiệm vụ: %(mine)s. Một người không làm hai nhiệm vụ trên cùng một hồ sơ, nên hệ "
            "thống sẽ từ chối bước thứ hai."
        )
        yield said % {**_told(each), "mine": in_words(terms.post)}


def _told(held: Appointment) -> dict[str, str]:
    return {
        "name": held.person.full_name,
        "title": held.title,
        "office": held.post.organization.name,
        "period": period(held),
        "theirs": in_words(held.post),
    }


def in_words(post: Post) -> str:
    """*tiếp nhận, quyết định*."""
    return ", ".join(str(WORDS[duty]) for duty in Duty if duty in post.duties)


def _turned_away(person: Person) -> Iterator[str]:
    since = timezone.now() - LOOKED_BACK
    kept = Clash.objects.filter(person=person, kind=Clash.Kind.SAME_HANDS, at__gte=since)
    if count := kept.count():
        said = _("Trong 12 tháng qua, %(name)s đã bị từ chối %(count)s lần vì trùng nhiệm vụ.")
        yield said % {"name": person.full_name, "count": count}
