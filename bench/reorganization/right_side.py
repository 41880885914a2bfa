"""Did every dossier end up where the crosswalk says? Asked anew, without the plan's own routes.

Each statement counts what is wrong; nothing wrong is 0.
"""

from .sums import one
from .world import DAY

EXPECTED = """
CREATE TABLE bench_expected AS
WITH heirs AS (
    SELECT old.id AS place_id, new.id AS unit_id, new.code,
        row_number() OVER (PARTITION BY old.id ORDER BY new.code) - 1 AS number,
        count(*) OVER (PARTITION BY old.id) AS every
    FROM territory_succession s JOIN territory_unit old ON old.id = s.old_id
        JOIN territory_unit new ON new.id = s.new_id
    WHERE s.day = %(day)s
)
SELECT h.place_id, 'thon ' || n AS locality, h.unit_id
FROM heirs h, generate_series(0, 8) n WHERE h.every = 1 OR n > 0 AND (n - 1) %% h.every = h.number
UNION ALL
SELECT u.id, 'thon ' || n, u.id FROM territory_unit u, generate_series(0, 8) n
WHERE u.valid_during @> %(day)s::date AND u.id NOT IN (SELECT place_id FROM heirs)
"""
"""Place and hamlet before, and the commune that holds them from the day on, where it is known."""

OPEN = "d.state NOT IN (3, 7, 8, 10)"
WRONG = {
    "dossiers_not_at_the_one_right_office": f"""
        SELECT count(*) FROM dossiers_dossier d
        JOIN bench_expected e ON e.place_id = d.place_id AND e.locality = d.locality
        WHERE {OPEN} AND NOT EXISTS (
            SELECT FROM organizations_organization o JOIN organizations_jurisdiction j
                ON j.organization_id = o.id AND j.unit_id = e.unit_id
                AND j.valid_during @> %(day)s::date
            WHERE o.id = d.organization_id AND o.kind = 'commune'
                AND o.valid_during @> %(day)s::date)""",
    "dossiers_at_an_office_that_has_ended": f"""
        SELECT count(*) FROM dossiers_dossier d
        JOIN organizations_organization o ON o.id IN (d.organization_id, d.counter_id)
        WHERE {OPEN} AND NOT o.valid_during @> %(day)s::date""",
    "dossiers_whose_counter_is_another_committees": f"""
        SELECT count(*) FROM dossiers_dossier d WHERE {OPEN} AND NOT EXISTS (
            SELECT FROM organizations_subordination s WHERE s.child_id = d.counter_id
            AND s.parent_id = d.organization_id AND s.valid_during @> %(day)s::date)""",
    "undecidable_dossiers_that_no_human_is_asked_about": f"""
        SELECT count(*) FROM dossiers_dossier d WHERE {OPEN}
        AND NOT EXISTS (SELECT FROM bench_expected e
            WHERE e.place_id = d.place_id AND e.locality = d.locality)
        AND NOT EXISTS (SELECT FROM reorganization_toplace t WHERE t.dossier_id = d.id)""",
    "decidable_dossiers_that_a_human_is_asked_about": """
        SELECT count(*) FROM dossiers_dossier d
        JOIN bench_expected e ON e.place_id = d.place_id AND e.locality = d.locality
        JOIN reorganization_toplace t ON t.dossier_id = d.id""",
    "dossiers_moved_without_their_one_event": """
        SELECT count(*) FROM (
            SELECT d.id FROM dossiers_dossier d JOIN bench_held h ON h.id = d.id
            LEFT JOIN dossiers_event e ON e.dossier_id = d.id AND e.verb = 'transfer'
            GROUP BY d.id, d.organization_id, d.counter_id, h.organization_id, h.counter_id
            HAVING count(e.id) <> ((d.organization_id, d.counter_id)
                IS DISTINCT FROM (h.organization_id, h.counter_id))::int) wrong""",
}
HELD = "CREATE TABLE bench_held AS SELECT id, organization_id, counter_id FROM dossiers_dossier"
TO_PLACE = "SELECT count(*) FROM reorganization_toplace WHERE placed_at IS NULL"


def wrong() -> dict[str, int]:
    """How many dossiers are wrong, by what is wrong about them."""
    return {name: int(str(one(query, {"day": DAY}))) for name, query in WRONG.items()}
