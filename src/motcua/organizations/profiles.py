"""Which leaders get a page of their own, and at which address?"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from motcua.accounts.models import Person
from motcua.organizations.models import Appointment, Profile
from motcua.organizations.queries import LEADING_RANKS
from motcua.search.folding import slug

NAMELESS = "lanh-dao"


@transaction.atomic
def open_for_leaders() -> int:
    """Give everybody who leads or led, and has none, a page; how many got one.

    Say it after appointing. The second time it does nothing.
    """
    leading = Appointment.objects.filter(post__rank__in=LEADING_RANKS)
    without = Person.objects.filter(pk__in=leading.values("person"), profile=None)
    people = list(without.order_by("pk").only("pk", "full_name"))
    taken = set(Profile.objects.values_list("slug", flat=True)) if people else set()
    new = [Profile(person=each, slug=_free(each.full_name, taken)) for each in people]
    Profile.objects.bulk_create(new, ignore_conflicts=True)
    return len(new)


def _free(name: str, taken: set[str]) -> str:
    """An address made of the name; of several who bear it the later get a number."""
    stem = slug(name) or NAMELESS
    found = next(each for each in _numbered(stem) if each not in taken)
    taken.add(found)
    return found


def _numbered(stem: str) -> Iterable[str]:
    yield stem
    number = 2
    while True:
        yield f"{stem}-{number}"
        number += 1
