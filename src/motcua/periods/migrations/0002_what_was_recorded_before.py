"""A table for what rows said before, and the trigger that fills it."""

import django.contrib.postgres.fields.ranges
from django.contrib.postgres.indexes import GistIndex
from django.db import migrations, models

KEEP = """
CREATE FUNCTION periods_keep_what_was() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE until_then timestamptz := now();
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF NEW.recorded_at > OLD.recorded_at THEN
            until_then := NEW.recorded_at;
        ELSE
            NEW.recorded_at := greatest(until_then, OLD.recorded_at);
        END IF;
    END IF;
    IF OLD.recorded_at < until_then THEN
        INSERT INTO periods_pastrow (relation, row_id, row, recorded_during)
        VALUES (TG_TABLE_NAME, OLD.id, to_jsonb(OLD), tstzrange(OLD.recorded_at, until_then));
    END IF;
    RETURN CASE TG_OP WHEN 'UPDATE' THEN NEW ELSE OLD END;
END $$;

CREATE FUNCTION periods_refuse_forgetting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'what % once said is never changed or removed', OLD.relation
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER past_row_stays BEFORE UPDATE OR DELETE ON periods_pastrow
    FOR EACH ROW EXECUTE FUNCTION periods_refuse_forgetting();
"""
FORGET = """
DROP TRIGGER past_row_stays ON periods_pastrow;
DROP FUNCTION periods_refuse_forgetting;
DROP FUNCTION periods_keep_what_was;
"""


class Migration(migrations.Migration):
    dependencies = [("periods", "0001_what_lives_within_what")]
    operations = [
        migrations.CreateModel(
            name="PastRow",
            fields=[
                ("id", models.BigAutoField(primary_key=True, serialize=False, auto_created=True, verbose_name="ID")),
                ("relation", models.CharField(max_length=63)),
                ("row_id", models.BigIntegerField()),
                ("row", models.JSONField()),
                ("recorded_during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
            ],
            options={
                "indexes": [
                    models.Index(fields=["relation", "row_id"], name="past_row_of"),
                    GistIndex(fields=["recorded_during"], name="past_row_known"),
                ]
            },
        ),
        migrations.RunSQL(KEEP, FORGET),
    ]
