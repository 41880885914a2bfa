"""Territory becomes a row that lives in time; all of it stays within its house and is remembered."""

from django.db import migrations

from motcua.periods.nesting import stays_within
from motcua.periods.remembering import remembers

ORGANIZATION = "organizations_organization"
APPOINTMENT = "organizations_appointment"
JURISDICTION = "organizations_jurisdiction"
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

FORMER_UNITS = """
INSERT INTO organizations_jurisdiction (organization_id, unit_id, valid_during)
SELECT id, unit_id, valid_during FROM organizations_organization WHERE unit_id IS NOT NULL;
UPDATE organizations_post SET rank = 1 WHERE is_head;
DROP TRIGGER organization_within_its_territory ON organizations_organization;
DROP TRIGGER organization_within_its_territory ON territory_unit;
"""
BACK = """
UPDATE organizations_organization o SET unit_id = j.unit_id
FROM organizations_jurisdiction j WHERE j.organization_id = o.id;
"""


class Migration(migrations.Migration):
    dependencies = [
        ("organizations", "0003_everything_about_an_organization_lives_in_time"),
        ("territory", "0001_units_names_and_succession"),
        ("periods", "0002_what_was_recorded_before"),
    ]

    operations = [
        migrations.RunSQL("SET CONSTRAINTS ALL IMMEDIATE", migrations.RunSQL.noop),
        migrations.RunSQL(FORMER_UNITS, BACK),
        migrations.RemoveField(model_name="organization", name="unit"),
        stays_within(
            JURISDICTION, "organization_id", ORGANIZATION, name="jurisdiction_within_organization"
        ),
        stays_within(JURISDICTION, "unit_id", "territory_unit", name="jurisdiction_within_its_unit"),
        *(
            stays_within(
                f"organizations_{table}",
                "organization_id",
                ORGANIZATION,
                name=f"{table}_within_its_organization",
            )
            for table in ("capacity", "seal", "contact", "competence")
        ),
        stays_within(
            "organizations_capacity",
            "superior_id",
            ORGANIZATION,
            name="capacity_within_its_superior",
        ),
        stays_within(
            "organizations_competence", "unit_id", "territory_unit", name="competence_within_its_unit"
        ),
        stays_within(
            APPOINTMENT, "covers_id", APPOINTMENT, name="appointment_within_the_one_it_covers"
        ),
        *(remembers(f"organizations_{table}") for table in REMEMBERED),
    ]
