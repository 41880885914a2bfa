"""Who answers today for an organization that is no more, and under which name is it shown?"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, cast

from django.db.models.expressions import RawSQL
from django.utils.translation import gettext as _

from motcua.periods.clock import today
from motcua.territory.models import Unit

from . import matters
from .matters import Matter
from .models import Organization

if TYPE_CHECKING:
    from motcua.organizations.models import Function


INHERITED = """
    WITH RECURSIVE reached(id, until) AS (
        SELECT unnest(%s::bigint[]), 'infinity'::date
        UNION
        SELECT s.old_id, s.day
        FROM organizations_succession s JOIN reached ON s.new_id = reached.id
        WHERE s.is_default AND s.day < reached.until AND s.day <= %s
    )
    SELECT reached.id FROM reached JOIN organizations_organization o ON o.id = reached.id
    WHERE upper(o.valid_during) <= %s"""


def successor_for(
    old: Organization,
    day: date,
    *,
    function: Function | str = "",
    procedure_code: str = "",
    unit: Unit | None = None,
) -> Organization | None:
    """Who answers on ``day`` for what ``old`` answered for; itself, if it still does.

    Several reorganizations are followed one after the other; at each the narrowest row on record
    wins: place and procedure, place, procedure, function, default. Where the record ends at a body
    that is closed, whoever of its kind serves its territory answers, if that is exactly one.
    None where nobody knows.
    """
    asked = Matter(old.pk, str(function), procedure_code, unit.pk if unit else None)
    return successors_for([asked], day)[asked]


def successors_for(asked: Iterable[Matter], day: date) -> dict[Matter, Organization | None]:
    """The same for many matters at once, in a number of queries that does not grow with them.

    Only for bodies that are closed without a successor on record each costs some more.
    """
    keys = matters.answering(asked, day)
    there = Organization.objects.with_names(day).in_bulk(set(keys.values()))
    closed = {key: each for key, each in there.items() if not each.holds_on(day)}
    return {
        matter: _in_its_place(closed[key], matter.unit, day) if key in closed else there[key]
        for matter, key in keys.items()
    }


def heirs(old: Organization, day: date) -> list[Organization]:
    """All that took over from ``old``, whole or in part, with their names: the default one first.

    Without a succession on record: those of its kind that serve its territory on ``day``.
    """
    on_record = [*old.successors_on(day).with_names(day).in_vietnamese_order(day)]
    if on_record:
        default = matters.answering([Matter(old.pk)], day)
        return sorted(on_record, key=lambda each: each.pk not in default.values())
    return _serving_its_territory(old, [*_served(old, day)], day)


def inherited_by(organizations: Iterable[int], day: date) -> RawSQL:
    """Keys of the ended ones that passed by default to one of these, for ``pk__in=``; no query.

    Each belongs to whoever is its default heir on ``day``, however many changes later.
    """
    return RawSQL(INHERITED, ([*organizations], day, day))  # noqa: S611  no words of anybody


def name_now(organization: Organization, day: date | None = None) -> str:
    """Its name, and of what has ended also who answers now: *UBND xã A (nay là UBND xã B)*.

    Of a list built with ``with_names_now(day)`` without a query; ``day`` is today if not given.
    """
    asked = day or today()
    if getattr(organization, "named_on", None) != asked or not hasattr(organization, "heirs_then"):
        organization = Organization.objects.with_names_now(asked).get(pk=organization.pk)
    names: list[str] = cast("list[str]", organization.heirs_then)  # type: ignore[attr-defined]
    return _in_words(organization.name_on(asked), names)


def _in_words(old: str, names: list[str]) -> str:
    match names:
        case []:
            return old
        case [new]:
            return _("%(old)s (nay là %(new)s)") % {"old": old, "new": new}
        case [first, second]:
            words = {"old": old, "first": first, "second": second}
            return _("%(old)s (nay do %(first)s và %(second)s đảm nhiệm)") % words
    words = {"old": old, "new": names[0], "others": str(len(names) - 1)}
    return _("%(old)s (nay do %(new)s và %(others)s cơ quan khác đảm nhiệm)") % words


def _in_its_place(closed: Organization, unit: int | None, day: date) -> Organization | None:
    there = _serving_its_territory(closed, [unit] if unit else [*_served(closed, day)], day)
    return there[0] if len(there) == 1 else None


def _served(old: Organization, day: date) -> Iterable[int]:
    return old.units_on(day).values_list("pk", flat=True)


def _serving_its_territory(old: Organization, units: list[int], day: date) -> list[Organization]:
    there = {heir for heirs in Unit.objects.heirs(units, day).values() for heir in heirs}
    same = Organization.objects.on(day).filter(kind=old.kind).in_charge_of(there)
    return list(same.exclude(pk=old.pk).with_names(day).order_by("identifier"))
