"""The two halves of "nothing outlives its house"; motcua.periods.nesting attaches them to tables."""

from django.db import migrations

# The share lock makes a child and the closing of its house wait for each other, so that neither
# looks at days which the other is about to change.
CREATE = """
CREATE FUNCTION periods_refuse_outliving() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE house daterange;
BEGIN
    EXECUTE format('SELECT valid_during FROM %I WHERE id = ($1).%I FOR SHARE', TG_ARGV[0], TG_ARGV[1])
        INTO house USING NEW;
    IF NOT NEW.valid_during <@ house THEN
        RAISE EXCEPTION 'days % lie outside % of %', NEW.valid_during, house, TG_ARGV[0]
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;

CREATE FUNCTION periods_refuse_closing() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE left_outside boolean;
BEGIN
    EXECUTE format(
        'SELECT EXISTS (SELECT FROM %I WHERE %I = $1 AND NOT valid_during <@ $2)', TG_ARGV[0], TG_ARGV[1]
    ) INTO left_outside USING NEW.id, NEW.valid_during;
    IF left_outside THEN
        RAISE EXCEPTION 'days % would leave rows of % outside', NEW.valid_during, TG_ARGV[0]
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
"""
DROP = "DROP FUNCTION periods_refuse_outliving; DROP FUNCTION periods_refuse_closing;"


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [migrations.RunSQL(CREATE, DROP)]
