"""No pilot is about who does not hold meanwhile, and a plan goes only where its moves lead."""

from django.db import migrations

from motcua.periods.closing import open_meanwhile

# The moves of motcua.reorganization.workflow; a test compares the two.
STATES = (
    """
CREATE FUNCTION reorganization_refuse_move() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'no move leads a plan from % to %', OLD.state, NEW.state
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER plan_moves_as_agreed BEFORE UPDATE OF state ON reorganization_plan
    FOR EACH ROW WHEN (
        OLD.state <> NEW.state AND (OLD.state, NEW.state) NOT IN (
            ('draft', 'scheduled'), ('draft', 'canceled'), ('scheduled', 'draft'),
            ('scheduled', 'carried_out'), ('scheduled', 'canceled'), ('carried_out', 'undone')
        )
    ) EXECUTE FUNCTION reorganization_refuse_move();
""",
    """
DROP TRIGGER plan_moves_as_agreed ON reorganization_plan;
DROP FUNCTION reorganization_refuse_move;
""",
)


class Migration(migrations.Migration):
    dependencies = [
        ("reorganization", "0009_lines_say_in_which_post_they_were_ticked"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        open_meanwhile(
            "reorganization_pilotorganization",
            "organization_id",
            "organizations_organization",
            name="pilot_takes_in_who_is_there",
        ),
        open_meanwhile(
            "reorganization_pilotpost",
            "post_id",
            "organizations_post",
            name="pilot_is_about_post_that_is_there",
        ),
        migrations.RunSQL(*STATES),
    ]
