"""The legal day as the database knows it, whatever zone its server is in (domain.md §2.2).

It reads the clock and not the beginning of the transaction: who waited past midnight for the
closing of an office arrives on the next day.
"""

from django.db import migrations

CREATE = """
CREATE FUNCTION periods_day_of(moment timestamptz) RETURNS date LANGUAGE sql IMMUTABLE AS
    $$ SELECT (moment AT TIME ZONE 'Asia/Ho_Chi_Minh')::date $$;
CREATE FUNCTION periods_day_of(day date) RETURNS date LANGUAGE sql IMMUTABLE AS $$ SELECT day $$;
CREATE FUNCTION periods_today() RETURNS date LANGUAGE sql VOLATILE AS
    $$ SELECT periods_day_of(clock_timestamp()) $$;
"""
DROP = """
DROP FUNCTION periods_today;
DROP FUNCTION periods_day_of(timestamptz);
DROP FUNCTION periods_day_of(date);
"""


class Migration(migrations.Migration):
    dependencies = [("periods", "0002_what_was_recorded_before")]
    operations = [migrations.RunSQL(CREATE, DROP)]
