"""Nothing is recorded later than now; motcua.periods.remembering attaches it to tables."""

from django.db import migrations

CREATE = """
CREATE FUNCTION periods_record_now() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.recorded_at := now();
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("periods", "0003_which_day_it_is_legally")]
    operations = [migrations.RunSQL(CREATE, "DROP FUNCTION periods_record_now")]
