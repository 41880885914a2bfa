"""Who can be tried in the demo, and what does one type to be them?"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import groupby

from motcua.demo import credentials
from motcua.organizations.models import Appointment, OrganizationName
from motcua.periods import clock
from motcua.search.folding import fold

SHOWN_FIRST = "Bãi Cháy"
"""A commune to begin with, where nobody searched."""
MOST = 12
"""Organizations on one page."""


@dataclass(frozen=True)
class Login:
    """One demo officer in one post."""

    username: str
    full_name: str
    title: str
    code: str


@dataclass(frozen=True)
class Office:
    """An organization with the officers who can be tried there."""

    name: str
    logins: list[Login] = field(default_factory=list)


def offices(searched: str) -> list[Office]:
    """Organizations whose name holds ``searched``, accents or not, in Vietnamese order."""
    wanted = fold(searched).strip()
    staffed = Appointment.objects.on(clock.today()).filter(person__is_demo=True)
    names = OrganizationName.objects.on(clock.today()).order_by("sort_key")
    names = names.filter(organization__in=staffed.values("post__organization"))
    found = [name for name in names if wanted in fold(name.full_name)][:MOST]
    places = {name.organization_id: index for index, name in enumerate(found)}
    held = sorted(_appointments(places), key=lambda held: places[held.post.organization_id])
    return [
        Office(found[index].full_name, [_login(each) for each in group])
        for index, group in groupby(held, key=lambda held: places[held.post.organization_id])
    ]


def _appointments(organizations: Iterable[int]) -> Iterable[Appointment]:
    there = Appointment.objects.on(clock.today()).filter(
        post__organization__in=organizations, person__is_demo=True
    )
    return there.with_posts().select_related("person").order_by("-post__is_head", "pk")


def _login(held: Appointment) -> Login:
    person = held.person
    return Login(
        person.username,
        person.full_name,
        held.post.title,
        credentials.current_code(person.username),
    )
