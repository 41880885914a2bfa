"""Which procedures that ended are still found, by their last names? (``remarks`` says the rest)"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from motcua.periods import clock
from motcua.periods.models import since
from motcua.search import actions as search
from motcua.search.kinds import Findable

if TYPE_CHECKING:
    from .models import Procedure, ProcedureVersion
    from .queries import VersionQuerySet

KIND = "former"
"""Under which kind procedures that ended stand in the site's index."""


def everything() -> Iterator[Findable]:
    """Every procedure that ended, by its last name."""
    from .models import Procedure

    gone = Procedure.objects.filter(endings__ends_on__lte=clock.today())
    yield from map(_findable, _last_versions(gone).iterator())


def put_in_index(procedure: Procedure) -> None:
    """Let it be found as what ended; nothing where it goes on."""
    search.put_all(KIND, map(_findable, _last_versions([procedure])))


def take_from_index(codes: Iterable[str]) -> None:
    """They are there again."""
    search.remove_these(KIND, codes)


def _last_versions(procedures: Iterable[Procedure]) -> VersionQuerySet:
    """What was published last of those that hold neither today nor later."""
    from .models import ProcedureVersion

    published = ProcedureVersion.objects.published()
    there = published.during(since(clock.today())).values("procedure")
    ended = published.filter(procedure__in=procedures).exclude(procedure__in=there)
    last = ended.select_related("procedure").order_by("procedure_id", "-number")
    return last.distinct("procedure_id")


def _findable(version: ProcedureVersion) -> Findable:
    words = [*version.popular_names, *version.keywords]
    return Findable(version.procedure.code, version.name, " ".join(words))
