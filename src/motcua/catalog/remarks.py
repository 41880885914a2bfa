"""What is said in results of procedures that ended: since when, and what is done now?"""

from __future__ import annotations

from collections.abc import Collection

from django.utils.translation import gettext as _

from motcua.periods import clock
from motcua.search import queries
from motcua.search.kinds import Lead, Remark
from motcua.search.ranking import Hit

from . import endings
from .endings import End
from .former import KIND

MOST_NAMED = 2


def asked(words: str) -> list[tuple[Hit, Remark]]:
    """Those that are called by all the words, and what is done now; mostly one query."""
    if not words or not queries.has_any(KIND):
        return []
    hits = [hit for hit in queries.find(words, KIND, limit=MOST_NAMED) if hit.is_by_name]
    told = of([hit.key for hit in hits])
    return [(hit, told[hit.key]) for hit in hits if hit.key in told]


def of(codes: Collection[str]) -> dict[str, Remark]:
    """Since when each is no longer there, and what holds in its place; few at a time."""
    day = clock.today()
    ends = {code: endings.of(code, day) for code in codes}
    return {code: _remark(end) for code, end in ends.items() if end}


def _remark(end: End) -> Remark:
    said = _("Hết áp dụng từ ngày %(day)s theo quyết định %(decision)s.") % {
        "day": f"{end.ends_on:%d/%m/%Y}",
        "decision": end.ending.decision_number,
    }
    then = _("Nay làm theo:") if end.successors else _("Không có thủ tục thay thế.")
    leads = (Lead(v.name, v.procedure.code, v.procedure.get_absolute_url()) for v in end.successors)
    return Remark(f"{said} {then}", tuple(leads))
