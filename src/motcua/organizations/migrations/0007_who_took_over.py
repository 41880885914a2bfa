"""Who answers today for an organization that is no more? Asked row by row, so that lists can."""

from django.db import migrations

# Every step is later than the one before: a body that took over from another on a day did not
# inherit what passed on from that other on the same day.
HEIRS = """
CREATE FUNCTION organizations_heirs(origin bigint, asked date)
RETURNS TABLE (heir bigint, by_default boolean) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE reached(id, since, by_default) AS (
        SELECT origin, '-infinity'::date, true
        UNION
        SELECT s.new_id, s.day, reached.by_default AND s.is_default
        FROM organizations_succession s JOIN reached ON s.old_id = reached.id
        WHERE s.day > reached.since AND s.day <= asked
    )
    SELECT reached.id, bool_or(reached.by_default)
    FROM reached JOIN organizations_organization o ON o.id = reached.id
    WHERE o.valid_during @> asked GROUP BY reached.id
$$;
"""

ORIGINS = """
CREATE FUNCTION organizations_origins(heir bigint, asked date)
RETURNS TABLE (origin bigint) LANGUAGE sql STABLE AS $$
    WITH RECURSIVE reached(id, until) AS (
        SELECT heir, 'infinity'::date
        UNION
        SELECT s.old_id, s.day
        FROM organizations_succession s JOIN reached ON s.new_id = reached.id
        WHERE s.day < reached.until AND s.day > asked
    )
    SELECT DISTINCT reached.id
    FROM reached JOIN organizations_organization o ON o.id = reached.id
    WHERE o.valid_during @> asked
$$;
"""

HEIR_NAMES = """
CREATE FUNCTION organizations_heir_names(origin bigint, asked date)
RETURNS text[] LANGUAGE sql STABLE AS $$
    SELECT coalesce(array_agg(n.full_name::text ORDER BY by_default DESC, n.sort_key), '{}')
    FROM organizations_heirs(origin, asked)
    JOIN organizations_organizationname n ON n.organization_id = heir AND n.valid_during @> asked
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("organizations", "0006_the_register_can_be_asked_what_it_knew")]

    operations = [
        migrations.RunSQL(HEIRS, "DROP FUNCTION organizations_heirs"),
        migrations.RunSQL(ORIGINS, "DROP FUNCTION organizations_origins"),
        migrations.RunSQL(HEIR_NAMES, "DROP FUNCTION organizations_heir_names"),
    ]
