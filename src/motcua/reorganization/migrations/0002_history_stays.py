"""The history of a plan stays as it was written, and a planning post ends with its post."""

from django.db import migrations

from motcua.periods.nesting import stays_within

REFUSE = """
CREATE FUNCTION reorganization_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of a plan is appended to, never changed or removed'
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER reorganization_planevent_is_append_only
    BEFORE UPDATE OR DELETE ON reorganization_planevent
    FOR EACH ROW EXECUTE FUNCTION reorganization_refuse_rewriting();
"""
ALLOW = """
DROP TRIGGER reorganization_planevent_is_append_only ON reorganization_planevent;
DROP FUNCTION reorganization_refuse_rewriting();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("reorganization", "0001_plans_and_what_they_change"),
        ("periods", "0001_what_lives_within_what"),
    ]
    operations = [
        migrations.RunSQL(REFUSE, ALLOW),
        stays_within(
            "reorganization_planningpost",
            "post_id",
            "organizations_post",
            name="planning_post_within_its_post",
        ),
    ]
