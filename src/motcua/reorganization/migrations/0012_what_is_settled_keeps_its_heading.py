"""Number, days, issuer and title of a plan are written as long as it is a draft, and never after."""

from django.db import migrations

HEADING = (
    """
CREATE FUNCTION reorganization_keep_heading() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the heading of a plan changes only while it is a draft'
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER plan_keeps_its_heading
    BEFORE UPDATE OF number, decided_on, issuer, title, day ON reorganization_plan
    FOR EACH ROW WHEN (
        (OLD.state <> 'draft' OR NEW.state <> 'draft')
        AND (OLD.number, OLD.decided_on, OLD.issuer, OLD.title, OLD.day)
            IS DISTINCT FROM (NEW.number, NEW.decided_on, NEW.issuer, NEW.title, NEW.day)
    ) EXECUTE FUNCTION reorganization_keep_heading();
""",
    """
DROP TRIGGER plan_keeps_its_heading ON reorganization_plan;
DROP FUNCTION reorganization_keep_heading;
""",
)


class Migration(migrations.Migration):
    dependencies = [("reorganization", "0011_hamlets_keep_their_names")]
    operations = [migrations.RunSQL(*HEADING)]
