"""Names and rights hold within their house, what ended stays ended, and nobody succeeds backwards."""

from django.db import migrations

from motcua.periods.nesting import stays_within
from motcua.periods.remembering import never_ahead

ORGANIZATION, POST = "organizations_organization", "organizations_post"
RIGHT = "organizations_staffingpost"
REMEMBERED = (
    "organization",
    "organizationname",
    "subordination",
    "jurisdiction",
    "capacity",
    "seal",
    "contact",
    "competence",
    "quota",
    "succession",
    "post",
    "appointment",
)

# Whoever corrects says so (motcua.periods.correcting): undoing a reorganization does.
STAYS = (
    """
CREATE FUNCTION organizations_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% stays what it was; see motcua.periods.correcting', OLD.identifier
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER organization_ended_stays_ended BEFORE UPDATE OF valid_during
    ON organizations_organization FOR EACH ROW WHEN (
        upper(OLD.valid_during) <= periods_today()
        AND NOT NEW.valid_during <@ daterange(NULL, upper(OLD.valid_during))
        AND current_setting('motcua.corrects', true) IS DISTINCT FROM 'on'
    ) EXECUTE FUNCTION organizations_refuse_rewriting();
CREATE TRIGGER organization_kind_for_ever BEFORE UPDATE OF kind, tier
    ON organizations_organization FOR EACH ROW WHEN (
        (OLD.kind, OLD.tier) IS DISTINCT FROM (NEW.kind, NEW.tier)
        AND OLD.valid_during && daterange(NULL, periods_today(), '[]')
        AND current_setting('motcua.corrects', true) IS DISTINCT FROM 'on'
    ) EXECUTE FUNCTION organizations_refuse_rewriting();
""",
    """
DROP TRIGGER organization_ended_stays_ended ON organizations_organization;
DROP TRIGGER organization_kind_for_ever ON organizations_organization;
DROP FUNCTION organizations_refuse_rewriting;
""",
)

# The old one had begun before the day, and the new one holds on it. The share locks make this and
# a change of the days of either wait for each other.
SUCCESSIONS = (
    """
CREATE FUNCTION organizations_refuse_succession() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM organizations_organization WHERE id IN (NEW.old_id, NEW.new_id) ORDER BY id FOR SHARE;
    PERFORM FROM organizations_organization o, organizations_organization n
    WHERE o.id = NEW.old_id AND o.valid_during && daterange(NULL, NEW.day)
        AND n.id = NEW.new_id AND n.valid_during @> NEW.day;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'on % one was not there yet, or the other does not hold', NEW.day
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER succession_within_its_organizations AFTER INSERT OR UPDATE OF old_id, new_id, day
    ON organizations_succession FOR EACH ROW EXECUTE FUNCTION organizations_refuse_succession();

CREATE FUNCTION organizations_refuse_days() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM organizations_succession
    WHERE old_id = NEW.id AND NOT NEW.valid_during && daterange(NULL, day)
        OR new_id = NEW.id AND NOT NEW.valid_during @> day;
    IF FOUND THEN
        RAISE EXCEPTION 'days % of % leave a succession outside', NEW.valid_during, NEW.identifier
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER succession_within_its_organizations AFTER UPDATE OF valid_during
    ON organizations_organization FOR EACH ROW
    WHEN (OLD.valid_during IS DISTINCT FROM NEW.valid_during)
    EXECUTE FUNCTION organizations_refuse_days();
""",
    """
DROP TRIGGER succession_within_its_organizations ON organizations_succession;
DROP TRIGGER succession_within_its_organizations ON organizations_organization;
DROP FUNCTION organizations_refuse_succession;
DROP FUNCTION organizations_refuse_days;
""",
)

# What was entered before stays until somebody ends it: nobody can know for whom or until when it was
# meant, and an upgrade takes no signature from anybody.
COVERS = (
    """
CREATE FUNCTION organizations_refuse_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM organizations_appointment one JOIN organizations_appointment other
        ON other.id = one.covers_id
    WHERE (one.id = NEW.id OR one.covers_id = NEW.id)
        AND (one.post_id <> other.post_id OR one.person_id = other.person_id);
    IF FOUND THEN
        RAISE EXCEPTION 'who stands in does so for somebody else in the same post'
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER appointment_covers_another_in_the_same_post AFTER INSERT
    ON organizations_appointment FOR EACH ROW WHEN (NEW.covers_id IS NOT NULL)
    EXECUTE FUNCTION organizations_refuse_cover();
CREATE TRIGGER appointment_covers_another_in_the_same_post_later
    AFTER UPDATE OF covers_id, post_id, person_id ON organizations_appointment FOR EACH ROW WHEN (
        (OLD.covers_id, OLD.post_id, OLD.person_id)
        IS DISTINCT FROM (NEW.covers_id, NEW.post_id, NEW.person_id)
    ) EXECUTE FUNCTION organizations_refuse_cover();

CREATE FUNCTION organizations_is_lasting(kind varchar, covers bigint, days daterange) RETURNS boolean
    LANGUAGE sql IMMUTABLE AS
    $$ SELECT kind IN ('cover', 'delegated') AND covers IS NULL OR kind = 'cover' AND upper_inf(days) $$;
CREATE FUNCTION organizations_refuse_lasting_cover() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%: who stands in names whom, and a leave cover ends', TG_NAME
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER appointment_cover_names_whom_and_ends BEFORE INSERT ON organizations_appointment
    FOR EACH ROW WHEN (organizations_is_lasting(NEW.kind, NEW.covers_id, NEW.valid_during))
    EXECUTE FUNCTION organizations_refuse_lasting_cover();
CREATE TRIGGER appointment_cover_names_whom_and_ends_later
    BEFORE UPDATE OF kind, covers_id, valid_during ON organizations_appointment FOR EACH ROW WHEN (
        organizations_is_lasting(NEW.kind, NEW.covers_id, NEW.valid_during)
        AND NOT organizations_is_lasting(OLD.kind, OLD.covers_id, OLD.valid_during)
        AND current_setting('motcua.corrects', true) IS DISTINCT FROM 'on'
    ) EXECUTE FUNCTION organizations_refuse_lasting_cover();
""",
    """
DROP TRIGGER appointment_cover_names_whom_and_ends ON organizations_appointment;
DROP TRIGGER appointment_cover_names_whom_and_ends_later ON organizations_appointment;
DROP FUNCTION organizations_refuse_lasting_cover;
DROP FUNCTION organizations_is_lasting;
DROP TRIGGER appointment_covers_another_in_the_same_post ON organizations_appointment;
DROP TRIGGER appointment_covers_another_in_the_same_post_later ON organizations_appointment;
DROP FUNCTION organizations_refuse_cover;
""",
)


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0010_posts_that_manage_staff"),
        ("periods", "0004_nothing_is_recorded_ahead"),
    ]

    operations = [
        stays_within(
            "organizations_organizationname", "organization_id", ORGANIZATION, name="name_within_its_organization"
        ),
        stays_within(RIGHT, "organization_id", ORGANIZATION, name="staffing_right_within_organization"),
        stays_within(RIGHT, "post_id", POST, name="staffing_right_within_its_post"),
        migrations.RunSQL(*STAYS),
        migrations.RunSQL(*SUCCESSIONS),
        migrations.RunSQL(*COVERS),
        *(never_ahead(f"organizations_{table}") for table in REMEMBERED),
    ]
