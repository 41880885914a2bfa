"""What happens when versions are published? They come into force, end others, and can be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils import timezone

from motcua.catalog import exceptions, former
from motcua.legal import actions as laws
from motcua.operations.batching import batches
from motcua.periods import clock
from motcua.periods.models import since
from motcua.search import actions as search
from motcua.search.kinds import Findable

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .models import ProcedureVersion
    from .queries import VersionQuerySet

AT_ONCE = 200
"""So many versions are read at once."""
KIND = "procedure"
"""Under which kind procedures stand in the site's index."""
NEAR = [("commune", 3), ("other", 2), ("province", 2)]
"""How near a tier is to people; the nearest at which a procedure is done counts."""
CITIZENS = "Công dân"


FORM_CHECKS: list[Callable[[Any, Any], list[str]]] = []
"""What names the faults of a form and its layout; the engine of forms enters itself here."""


@transaction.atomic
def publish(versions: Sequence[ProcedureVersion], *, by: Acting) -> None:
    """Put drafts in force, one of a procedure, in a few statements however many they are."""
    if any(version.is_published for version in versions):
        raise exceptions.VersionPublished
    _refuse_unusable_forms(versions)
    _end_those_before(versions)
    now = timezone.now()
    for version in versions:
        version.published_at, version.published_by, version.published_in = now, by.person, by.post
    _rows(versions).update(published_at=now, published_by=by.person, published_in=by.post)
    put_in_index(versions)
    _shelve_laws(versions)


def _refuse_unusable_forms(versions: Sequence[ProcedureVersion]) -> None:
    """No citizen's page finds out that a form cannot be shown."""
    for version in versions:
        for faults in FORM_CHECKS:
            if told := faults(version.form, version.form_layout):
                raise exceptions.FormUnusable(told)


def address(code: str) -> str:
    """Where the procedure of that code stands."""
    return reverse("catalog:procedure", args=[code])


def everything() -> Iterator[Findable]:
    """Every procedure of today, to be found."""
    from .models import ProcedureVersion

    versions = ProcedureVersion.objects.published().on(clock.today()).order_by("pk")
    for some in batches(versions.iterator(chunk_size=AT_ONCE), AT_ONCE):
        yield from _findables(some)


def put_in_index(versions: Iterable[ProcedureVersion]) -> None:
    """Let procedures be found by name, popular names, keywords, results, sector and description."""
    found = list(_findables(list(versions)))
    search.put_all(KIND, found)
    former.take_from_index(one.key for one in found)


def _findables(versions: Sequence[ProcedureVersion]) -> Iterator[Findable]:
    """The names of their parts come in one question a kind; rows would be read for nothing."""
    from .models import Component, Procedure, ResultType

    codes = dict(Procedure.objects.filter(versions__in=versions).values_list("pk", "code"))
    results = _named(ResultType.objects.filter(version__in=versions), "version", "position")
    papers = Component.objects.filter(case__version__in=versions)
    called = _named(papers, "case__version", "case__position", "position")
    for each in versions:
        words = [*each.popular_names, *each.keywords, *results[each.pk], each.recorded_sector]
        body = "\n".join([each.summary, *each.steps, *each.conditions, *called[each.pk]])
        code = codes[each.procedure_id]
        near = nearness(each.levels, each.audiences)
        yield Findable(code, each.name, " ".join(words), body.replace("**", ""), near)


def nearness(levels: Collection[str], audiences: Collection[str]) -> int:
    """How close to people's lives: 3 at the commune, 1 more where citizens are meant."""
    tier = next((near for level, near in NEAR if level in levels), 0)
    return tier + any(audience.startswith(CITIZENS) for audience in audiences)


def _named(parts: QuerySet[Any], version: str, *order: str) -> dict[int, list[str]]:
    """The names of parts by their version, in its order."""
    named: dict[int, list[str]] = defaultdict(list)
    for pk, name in parts.order_by(version, *order).values_list(version, "name"):
        named[pk].append(name)
    return named


def _end_those_before(versions: Sequence[ProcedureVersion]) -> None:
    """What holds, or was to hold, on the first day of a version or later ends on that day."""
    begins = {version.procedure_id: version.valid_during.lower for version in versions}
    there = _all(versions).published().filter(procedure__in=begins)
    goes_on = Q(valid_during__upper_inf=True) | Q(valid_during__endswith__gt=min(begins.values()))
    ended = [one for one in there.filter(goes_on).select_for_update() if _reaches(one, begins)]
    for before in ended:
        first = before.valid_during.lower
        before.valid_during = since(first, max(first, begins[before.procedure_id]))
    _all(versions).bulk_update(ended, ["valid_during"])


def _reaches(version: ProcedureVersion, begins: dict[int, date]) -> bool:
    """Whether it holds on or after the day on which the next version begins."""
    last = version.valid_during.upper
    return not version.valid_during.isempty and (
        last is None or last > begins[version.procedure_id]
    )


def _shelve_laws(versions: Sequence[ProcedureVersion]) -> None:
    """The laws that they stand on, for others to cite and for editors to end."""
    from .models import LegalBasis

    found = LegalBasis.objects.filter(version__in=versions).exclude(number="")
    told = found.order_by("pk").values_list("number", "title", "issuer", "issued_on")
    laws.enter(laws.Told(a.strip(), b, c, d) for a, b, c, d in told)


def _all(versions: Sequence[ProcedureVersion]) -> VersionQuerySet:
    return type(versions[0]).objects.all()


def _rows(versions: Sequence[ProcedureVersion]) -> VersionQuerySet:
    return _all(versions).filter(pk__in=[version.pk for version in versions])
