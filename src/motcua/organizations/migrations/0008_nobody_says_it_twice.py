"""What no table of the register may say: the same competence twice, two heads, or a circle."""

import django.contrib.postgres.constraints
import django.db.models.functions.comparison
from django.db import migrations, models

# Whoever is above somebody in one line is below them in none: what a merged body answers to counts
# like any superior. The advisory lock puts two people who would close a circle together one after
# the other.
CIRCLES = """
CREATE OR REPLACE FUNCTION organizations_refuse_circle() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    child bigint := to_jsonb(NEW) ->> TG_ARGV[0];
    parent bigint := to_jsonb(NEW) ->> TG_ARGV[1];
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('organizations_subordination', 0));
    PERFORM FROM (
        WITH RECURSIVE answers(low, high, days) AS NOT MATERIALIZED (
            SELECT child_id, parent_id, valid_during FROM organizations_subordination
            UNION ALL
            SELECT organization_id, superior_id, valid_during FROM organizations_capacity
            WHERE superior_id IS NOT NULL
        ), above(id, days) AS (
            SELECT parent, NEW.valid_during
            UNION
            SELECT answers.high, answers.days * above.days
            FROM answers JOIN above ON answers.low = above.id
            WHERE answers.days && above.days
        ) SELECT FROM above WHERE id = child
    ) circle;
    IF FOUND THEN
        RAISE EXCEPTION 'organization % would answer to itself', child
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
DROP TRIGGER organization_answers_not_in_a_circle ON organizations_subordination;
CREATE TRIGGER organization_answers_not_in_a_circle AFTER INSERT OR UPDATE
    ON organizations_subordination FOR EACH ROW
    EXECUTE FUNCTION organizations_refuse_circle('child_id', 'parent_id');
CREATE TRIGGER organization_answers_not_in_a_circle AFTER INSERT OR UPDATE
    ON organizations_capacity FOR EACH ROW WHEN (NEW.superior_id IS NOT NULL)
    EXECUTE FUNCTION organizations_refuse_circle('organization_id', 'superior_id');
"""


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0007_who_took_over'),
        ('territory', '0001_units_names_and_succession'),
    ]

    operations = [
        migrations.RunSQL(
            CIRCLES, "DROP TRIGGER organization_answers_not_in_a_circle ON organizations_capacity"
        ),
        migrations.AddConstraint(
            model_name='competence',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('organization__isnull', False)), expressions=[(models.Func('function', 'function', models.Value('[]'), function='int8range'), '&&'), (models.Func('organization', 'organization', models.Value('[]'), function='int8range'), '&&'), (models.Func(django.db.models.functions.comparison.Coalesce('unit', models.Value(0), output_field=models.BigIntegerField()), django.db.models.functions.comparison.Coalesce('unit', models.Value(0), output_field=models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='competence_of_an_organization_said_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='competence',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('organization__isnull', True)), expressions=[(models.Func('function', 'function', models.Value('[]'), function='int8range'), '&&'), (models.Func(models.Func('organization_kind', function='hashtext', output_field=models.IntegerField()), models.Func('organization_kind', function='hashtext', output_field=models.IntegerField()), models.Value('[]'), function='int8range'), '&&'), (models.Func(django.db.models.functions.comparison.Coalesce('unit', models.Value(0), output_field=models.BigIntegerField()), django.db.models.functions.comparison.Coalesce('unit', models.Value(0), output_field=models.BigIntegerField()), models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='competence_of_a_kind_said_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='post',
            constraint=models.CheckConstraint(condition=models.Q(('is_head', False), ('holders_allowed', 1), _connector='OR'), name='post_of_the_head_is_for_one'),
        ),
    ]
