"""The database refuses any change to a published version, except that it ends."""

from django.db import migrations

VERSION = """
CREATE FUNCTION catalog_version_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.published_at IS NULL THEN
        RETURN COALESCE(NEW, OLD);
    END IF;
    IF TG_OP = 'DELETE' THEN
        RAISE EXCEPTION 'version % is published', OLD.id USING ERRCODE = 'restrict_violation';
    END IF;
    -- It may end sooner, and nothing else: not even reopen.
    IF to_jsonb(NEW) - 'valid_during' = to_jsonb(OLD) - 'valid_during'
       AND (NEW.valid_during = OLD.valid_during
            OR (isempty(NEW.valid_during) AND NOT isempty(OLD.valid_during))
            OR (lower(NEW.valid_during) = lower(OLD.valid_during)
                AND NEW.valid_during <@ OLD.valid_during)) THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'version % is published', OLD.id USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER version_is_closed BEFORE UPDATE OR DELETE ON catalog_procedureversion
    FOR EACH ROW EXECUTE FUNCTION catalog_version_is_closed();
"""

PARTS = """
CREATE FUNCTION catalog_part_is_closed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    row_of jsonb;
BEGIN
    -- An UPDATE is checked on both sides, so that no part moves into or out of a closed version.
    FOR row_of IN SELECT to_jsonb(OLD) WHERE TG_OP <> 'INSERT'
                  UNION ALL SELECT to_jsonb(NEW) WHERE TG_OP <> 'DELETE' LOOP
        IF EXISTS (
            SELECT 1 FROM catalog_procedureversion v
            WHERE v.published_at IS NOT NULL AND v.id = COALESCE(
                (row_of->>'version_id')::bigint,
                (SELECT c.version_id FROM catalog_case c WHERE c.id = (row_of->>'case_id')::bigint))
        ) THEN
            RAISE EXCEPTION 'the version of this part is published'
                USING ERRCODE = 'restrict_violation';
        END IF;
    END LOOP;
    RETURN COALESCE(NEW, OLD);
END $$;
"""

TABLES = ["channel", "case", "component", "legalbasis", "resulttype"]


def triggers() -> str:
    return "".join(
        f"CREATE TRIGGER {table}_is_closed BEFORE INSERT OR UPDATE OR DELETE ON catalog_{table} "
        "FOR EACH ROW EXECUTE FUNCTION catalog_part_is_closed();\n"
        for table in TABLES
    )


UNDO = """
DROP FUNCTION catalog_part_is_closed() CASCADE;
DROP FUNCTION catalog_version_is_closed() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_catalog_opens")]
    operations = [migrations.RunSQL(VERSION + PARTS + triggers(), UNDO)]
