"""Under which words does the site's search find an organization? Its names of all times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from django.db.models import Prefetch, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from motcua.organizations import successors
from motcua.organizations.models import Organization, Succession
from motcua.periods.clock import today
from motcua.search import actions as search
from motcua.search.kinds import Findable, Kind

if TYPE_CHECKING:
    from motcua.organizations.queries import OrganizationQuerySet

KIND = "organization"
AT_ONCE = 200


def address(identifier: str) -> str:
    """Its page; that of an ended one says who answers today."""
    return reverse("apparatus:organization", args=[identifier])


def everything() -> Iterator[Findable]:
    """Every organization that ever was."""
    yield from map(_findable, _told(Organization.objects.all()).iterator(chunk_size=AT_ONCE))


def put_in_index(organizations: Iterable[int]) -> None:
    """Let them be found by their names of now, and by those of whom they took over from.

    Whoever founds, renames, ends or revives organizations says it in the same transaction, with the
    keys of the old and of the new ones: ``finding.put_in_index([*old, *new])``.
    """
    search.put_all(KIND, map(_findable, _told(Organization.objects.filter(pk__in=organizations))))


def _told(found: OrganizationQuerySet) -> OrganizationQuerySet:
    """With their own names and those of whom they took over from, in four queries."""
    before = Succession.objects.select_related("old").prefetch_related("old__names")
    named = found.with_names_now(today()).order_by("pk")
    begun = Q(valid_during__startswith__lte=today()) | Q(valid_during__startswith=None)
    named = named.exclude(valid_during__isempty=True)  # founded by a change that was undone
    return named.filter(begun).prefetch_related("names", Prefetch("taken_from", before))


def _findable(each: Organization) -> Findable:
    """The title says of an ended one who it is now; former names lead to whoever took over."""
    name = successors.name_now(each, today())
    own = [said.full_name for said in each.names.all()]
    former = [said.full_name for row in each.taken_from.all() for said in row.old.names.all()]
    words = " ".join(dict.fromkeys([each.identifier, *own, *former]))
    return Findable(each.identifier, f"{name[:1].upper()}{name[1:]}", words)


ORGANIZATIONS = Kind(KIND, _("Cơ quan"), address, everything, place=40)
