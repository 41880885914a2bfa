"""Which places, on which day, and what came before and after them?"""

from datetime import date
from typing import TYPE_CHECKING, Self

from django.db import connection, models
from django.db.models import F, OuterRef, Q, Value
from django.db.models.expressions import RawSQL

from motcua.periods.naming import NamedQuerySet
from motcua.territory.tiers import Tier

if TYPE_CHECKING:
    from motcua.territory.models import Unit


REACHED_FORWARDS = """
    WITH RECURSIVE reached(unit_id) AS (
        SELECT %s::bigint
        UNION
        SELECT s.new_id FROM territory_succession s JOIN reached ON s.old_id = reached.unit_id
        WHERE s.day <= %s
    ) SELECT unit_id FROM reached"""
"""A unit and everything that took over its territory up to a day, however many steps later."""

REACHED_BACKWARDS = """
    WITH RECURSIVE reached(unit_id) AS (
        SELECT %s::bigint
        UNION
        SELECT s.old_id FROM territory_succession s JOIN reached ON s.new_id = reached.unit_id
        WHERE s.day > %s
    ) SELECT unit_id FROM reached"""
"""A unit and everything whose territory it took over after a day."""

HEIRS = """
    WITH RECURSIVE reached(origin_id, unit_id) AS (
        SELECT origin, origin FROM unnest(%s::bigint[]) origin
        UNION
        SELECT reached.origin_id, s.new_id
        FROM territory_succession s JOIN reached ON s.old_id = reached.unit_id
        WHERE s.day <= %s
    ) SELECT origin_id, unit_id FROM reached JOIN territory_unit u ON u.id = unit_id
    WHERE u.valid_during @> %s::date"""
"""The same for many units at once, each with those that hold its territory on a day."""

CHAINS = """
    WITH RECURSIVE later(origin_id, unit_id) AS (
        SELECT origin, origin FROM unnest(%(units)s::bigint[]) origin
        UNION
        SELECT later.origin_id, s.new_id
        FROM territory_succession s JOIN later ON s.old_id = later.unit_id
        WHERE s.day <= %(day)s
    ), earlier(origin_id, unit_id) AS (
        SELECT origin, origin FROM unnest(%(units)s::bigint[]) origin
        UNION
        SELECT earlier.origin_id, s.old_id
        FROM territory_succession s JOIN earlier ON s.new_id = earlier.unit_id
        WHERE s.day > %(day)s
    ), above(origin_id, holder_id, unit_id) AS (
        SELECT origin_id, unit_id, unit_id
        FROM (TABLE later UNION TABLE earlier) holder JOIN territory_unit u ON u.id = unit_id
        WHERE u.valid_during @> %(day)s::date
        UNION
        SELECT above.origin_id, above.holder_id, c.parent_id
        FROM territory_containment c JOIN above ON c.unit_id = above.unit_id
        WHERE c.valid_during @> %(day)s::date
    ) SELECT origin_id, holder_id, array_agg(unit_id) FROM above GROUP BY origin_id, holder_id"""
"""Who holds on a day the territory of many units, earlier or later, each with what contains it."""

Chains = dict[int, list[frozenset[int]]]

CHAIN_ABOVE = """
    WITH RECURSIVE above(unit_id) AS (
        SELECT %s::bigint
        UNION
        SELECT c.parent_id FROM territory_containment c JOIN above ON c.unit_id = above.unit_id
        WHERE c.valid_during @> %s::date
    ) SELECT unit_id FROM above"""
"""A unit and what contains it on a day, up to the province."""


class UnitQuerySet(NamedQuerySet):
    """Questions to the administrative map."""

    def on(self, day: date) -> Self:
        """The map of ``day``; what follows in the sentence speaks of the same day."""
        as_of = Value(day, output_field=models.DateField())
        return super().on(day).alias(as_of=as_of)

    def provinces(self) -> Self:
        return self.filter(tier=Tier.PROVINCE)

    def communes(self) -> Self:
        return self.filter(tier=Tier.COMMUNE)

    def communes_of(self, province: "Unit | models.QuerySet") -> Self:
        """Wards, communes and special zones of a province; ask after :meth:`on`.

        Until 30/06/2025 a district stood between the two.
        """
        districts = self.model._base_manager.filter(
            containments__parent=province, containments__valid_during__contains=OuterRef("as_of")
        )
        return self.communes().filter(
            Q(containments__parent=province) | Q(containments__parent__in=districts),
            containments__valid_during__contains=F("as_of"),
        )

    def in_vietnamese_order(self, day: date) -> Self:
        """By its name of ``day`` as a Vietnamese dictionary sorts it: a ă â b … đ."""
        named = self.filter(names__valid_during__contains=day)
        return named.order_by("names__sort_key", "code")

    def holding_the_territory_of(self, unit: "Unit", day: date) -> Self:
        """Who holds on ``day`` what was the territory of ``unit``; itself, if it still holds."""
        return self.filter(pk__in=_steps(REACHED_FORWARDS, unit, day)).on(day)

    def heirs(self, keys: list[int], day: date) -> dict[int, list[int]]:
        """For each unit, the keys of those who hold its territory on ``day``, in one question."""
        heirs: dict[int, list[int]] = {key: [] for key in keys}
        with connection.cursor() as cursor:
            cursor.execute(HEIRS, [keys, day, day])
            for origin, heir in cursor.fetchall():
                heirs[origin].append(heir)
        return heirs

    def chains(self, keys: list[int], day: date) -> Chains:
        """For each unit, the chains to the province of all that hold its territory on ``day``.

        ``day`` may lie before the unit's first day, in its life or after its last. One question.
        """
        chains: Chains = {key: [] for key in keys}
        with connection.cursor() as cursor:
            cursor.execute(CHAINS, {"units": keys, "day": day})
            for origin, _holder, chain in cursor.fetchall():
                chains[origin].append(frozenset(chain))
        return chains

    def that_became(self, unit: "Unit", day: date) -> Self:
        """Who held on ``day`` what is now the territory of ``unit``; itself, if it held already."""
        return self.filter(pk__in=_steps(REACHED_BACKWARDS, unit, day)).on(day)

    def around(self, unit: "Unit", day: date) -> Self:
        """The unit itself and what contains it on ``day``."""
        return self.filter(pk__in=_steps(CHAIN_ABOVE, unit, day))


def _steps(sql: str, unit: "Unit", day: date) -> RawSQL:
    return RawSQL(sql, (unit.pk, day))  # noqa: S611  # constants above; values are parameters
