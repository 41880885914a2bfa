"""The plan of 1 July 2025: drafted from the map, and its divided communes told hamlet by hamlet.

By made-up rule *thôn 1* to *thôn 8* of a divided commune belong to its heirs in turn, by their
codes; of *thôn 0* nobody knows, so that a human has to place what comes from there.
"""

from collections.abc import Iterator
from datetime import date

from motcua.organizations.acting import Acting
from motcua.reorganization import actions
from motcua.reorganization.drafting.scenery import Scenery
from motcua.reorganization.drafting.writing import Drafting
from motcua.reorganization.files.words import Heading, PlanWords, ShareWords
from motcua.reorganization.models import Plan

from .world import DAY

HAMLETS = range(1, 9)
HEADING = Heading(
    number="202/2025/QH15",
    decided_on=date(2025, 6, 12),
    issuer="Quốc hội",
    title="Sắp xếp đơn vị hành chính cấp tỉnh, cấp xã; kết thúc hoạt động cấp huyện",
    day=DAY,
)
HEAD = {
    "title": "Người đứng đầu",
    "rank": "head",
    "head": True,
    "duties": [],
    "holders": 1,
    "tasks": "",
    "answers": False,
    "follows": False,
    "from": [],
}
"""Every new organization has somebody at its head; a plan without is not carried out."""


def words() -> PlanWords:
    drafting = Drafting(Scenery(DAY))
    said = drafting.words(HEADING)
    for body in said.organizations:
        body.posts = [HEAD] if body.is_founded else []
    for original, heir, unit, number, every in _divided(drafting):
        hamlets = [f"Thôn {n}" for n in HAMLETS if (n - 1) % every == number]
        own = drafting.scenery.organizations[original].identifier
        share = ShareWords(own, heir, unit=unit, localities=hamlets)
        drafting.said_in[original, heir].shares.append(share)
    return said


def entered() -> Plan:
    """The plan, checked, with its routes, and settled for its day."""
    plan = actions.enter_words(words(), by=Acting.machine())
    actions.schedule(plan, by=Acting.machine())
    return plan


def _divided(drafting: Drafting) -> Iterator[tuple[int, str, str, int, int]]:
    """Original, heir, old unit, which of its heirs, and how many: of communes and of districts."""
    scenery = drafting.scenery
    for commune, heirs in scenery.heirs.items():
        unit = scenery.old_units[commune]
        if len(unit.code) != 5 or len(heirs) < 2:
            continue
        for holder in (scenery.committees[commune], _district(scenery, commune)):
            for suffix, office in ({"": holder} | scenery.offices[holder]).items():
                for number, heir in enumerate(heirs):
                    committee = drafting.governs[heir]
                    here = drafting.under[committee][suffix] if suffix else committee
                    yield office, here, unit.code, number, len(heirs)


def _district(scenery: Scenery, commune: int) -> int:
    return scenery.committees[scenery.around_before[commune]]
