"""What must hold whoever writes: nothing outlives its house, and an identifier is for ever."""

from django.db import migrations

from motcua.periods.nesting import stays_within

ORGANIZATION = "organizations_organization"
POST = "organizations_post"
APPOINTMENT = "organizations_appointment"
SUBORDINATION = "organizations_subordination"

SEATS = (
    """
CREATE FUNCTION organizations_refuse_missing_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM organizations_post WHERE id = NEW.post_id AND holders_allowed >= NEW.seat FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'post % has no seat %', NEW.post_id, NEW.seat
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER appointment_seat_exists AFTER INSERT OR UPDATE OF seat, post_id
    ON organizations_appointment FOR EACH ROW WHEN (NEW.seat > 1)
    EXECUTE FUNCTION organizations_refuse_missing_seat();

CREATE FUNCTION organizations_refuse_removing_seat() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM organizations_appointment WHERE post_id = NEW.id AND seat > NEW.holders_allowed;
    IF FOUND THEN
        RAISE EXCEPTION 'post % has more holders on record than seats', NEW.id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER appointment_seat_exists AFTER UPDATE OF holders_allowed
    ON organizations_post FOR EACH ROW WHEN (NEW.holders_allowed < OLD.holders_allowed)
    EXECUTE FUNCTION organizations_refuse_removing_seat();
""",
    """
DROP TRIGGER appointment_seat_exists ON organizations_appointment;
DROP TRIGGER appointment_seat_exists ON organizations_post;
DROP FUNCTION organizations_refuse_missing_seat;
DROP FUNCTION organizations_refuse_removing_seat;
""",
)

# QĐ 20/2020/QĐ-TTg: a code is given once; papers and dossier codes carry it for ever.
IDENTIFIERS = (
    """
CREATE FUNCTION organizations_refuse_recycling() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'identifier % is never changed, removed or given again', OLD.identifier
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER organization_identifier_for_ever BEFORE UPDATE OF identifier
    ON organizations_organization FOR EACH ROW WHEN (OLD.identifier <> NEW.identifier)
    EXECUTE FUNCTION organizations_refuse_recycling();
CREATE TRIGGER organization_for_ever BEFORE DELETE
    ON organizations_organization FOR EACH ROW
    EXECUTE FUNCTION organizations_refuse_recycling();
""",
    """
DROP TRIGGER organization_identifier_for_ever ON organizations_organization;
DROP TRIGGER organization_for_ever ON organizations_organization;
DROP FUNCTION organizations_refuse_recycling;
""",
)

# The advisory lock puts two people who would close a circle together one after the other.
CIRCLES = (
    """
CREATE FUNCTION organizations_refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('organizations_subordination', 0));
    PERFORM FROM (
        WITH RECURSIVE above(id, days) AS (
            SELECT NEW.parent_id, NEW.valid_during
            UNION
            SELECT s.parent_id, s.valid_during * above.days
            FROM organizations_subordination s JOIN above ON s.child_id = above.id
            WHERE s.valid_during && above.days
        ) SELECT FROM above WHERE id = NEW.child_id
    ) circle;
    IF FOUND THEN
        RAISE EXCEPTION 'organization % would answer to itself', NEW.child_id
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER organization_answers_not_in_a_circle AFTER INSERT OR UPDATE
    ON organizations_subordination FOR EACH ROW
    EXECUTE FUNCTION organizations_refuse_circle();
""",
    """
DROP TRIGGER organization_answers_not_in_a_circle ON organizations_subordination;
DROP FUNCTION organizations_refuse_circle;
""",
)


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0001_organizations_posts_and_appointments"),
        ("territory", "0001_units_names_and_succession"),
        ("periods", "0001_what_lives_within_what"),
    ]

    operations = [
        stays_within(
            ORGANIZATION, "unit_id", "territory_unit", name="organization_within_its_territory"
        ),
        stays_within(POST, "organization_id", ORGANIZATION, name="post_within_its_organization"),
        stays_within(APPOINTMENT, "post_id", POST, name="appointment_within_its_post"),
        stays_within(SUBORDINATION, "child_id", ORGANIZATION, name="subordination_within_child"),
        stays_within(SUBORDINATION, "parent_id", ORGANIZATION, name="subordination_within_parent"),
        migrations.RunSQL(*SEATS),
        migrations.RunSQL(*IDENTIFIERS),
        migrations.RunSQL(*CIRCLES),
    ]
