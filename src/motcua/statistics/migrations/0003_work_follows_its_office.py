"""What comes and goes with a reorganization is counted apart, in two columns of the books."""

from importlib import import_module

from django.db import migrations, models

first = import_module("motcua.statistics.migrations.0001_what_moved_and_what_it_adds_up_to")
second = import_module("motcua.statistics.migrations.0002_a_month_keeps_its_first_moment")

COLUMNS = (*first.COLUMNS, "moved", "moved_unreceived")
TALLIED = ", ".join(COLUMNS)
LOOSE = ", ".join(
    f"CASE measure WHEN {number} THEN n ELSE 0 END::integer" for number, _ in enumerate(COLUMNS, 1)
)
DUE = ", ".join("n" if number == first.FELL_DUE else "0" for number, _ in enumerate(COLUMNS, 1))
MAKE = f"""
CREATE VIEW statistics_entry (organization_id, sector_id, at, {TALLIED}) AS
SELECT organization_id, sector_id, at, {TALLIED} FROM statistics_tally
UNION ALL SELECT organization_id, sector_id, at, {DUE} FROM statistics_promise
UNION ALL SELECT organization_id, sector_id, at, {LOOSE} FROM statistics_delta
"""
MEASURES = [(number, name.replace("_", " ").title()) for number, name in enumerate(COLUMNS, 1)]


class Migration(migrations.Migration):
    dependencies = [("statistics", "0002_a_month_keeps_its_first_moment")]

    operations = [
        migrations.RunSQL(first.UNMAKE, second.MAKE),
        migrations.AddField("tally", "moved", models.IntegerField(db_default=0)),
        migrations.AddField("tally", "moved_unreceived", models.IntegerField(db_default=0)),
        migrations.AlterField("delta", "measure", models.PositiveSmallIntegerField(choices=MEASURES)),
        migrations.RunSQL(MAKE, first.UNMAKE),
    ]
