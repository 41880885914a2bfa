"""What does the page of *your case* say? Four answers of one address."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from motcua.catalog.facts import limit_in_words
from motcua.catalog.models import ProcedureVersion
from motcua.statistics import speeds
from motcua.worktime.limits import Limit

from . import costs, eligibility, in_force, my_office, whose_place
from .models import Condition


def told(version: ProcedureVersion, address: Mapping[str, str], day: date) -> dict[str, Any]:
    """May I, what does it cost me, where is my office, how long does it really take?"""
    condition = Condition.objects.on(day).filter(procedure=version.procedure_id).first()
    asked = eligibility.checks(condition.questions.raw_data, address) if condition else []
    ticks = [] if asked else eligibility.ticks(version.conditions, address)
    verdict = eligibility.verdict(asked)
    where = my_office.find(version, address, day)
    cost = costs.costs(version, address, day)
    office = where.office.organization if where.office else None
    decides_here = version.offices_on(day).exists()
    return {
        "condition": condition,
        "checks": asked,
        "verdict": verdict,
        "instead": _instead(verdict, day),
        "ticks": ticks,
        "open_ticks": sum(not one.is_set for one in ticks),
        "costs": cost,
        "where": where,
        "place_question": whose_place.question(version.procedure.code),
        "limit": limit_in_words(_limit(version, where, cost.channel)),
        "speed": speeds.of_procedure(version.procedure.code, day),
        "speed_there": speeds.of_procedure(version.procedure.code, day, office) if office else None,
        "decides_here": decides_here,
        "can_apply": decides_here and version.takes_online,
    }


def _instead(verdict: eligibility.Verdict, day: date) -> list[ProcedureVersion]:
    """The procedures that are meant for such a case, as they are in force."""
    codes = {reason.instead for reason in verdict.reasons if reason.instead}
    found = in_force.of_codes(codes, day).values() if codes else ()
    return [one for each in found for one in (each.version, *each.instead) if one]


def _limit(version: ProcedureVersion, where: my_office.Found, channel: int) -> Limit:
    """The office's own limit, else that of the way to file."""
    own = where.office.terms.limit if where.office and where.office.terms else None
    row = version.channel(channel)
    return own or (row.limit if row else Limit(None, None))
