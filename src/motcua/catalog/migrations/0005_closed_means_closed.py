"""Closed means closed: nothing arrives at, and nothing is signed by, what does not hold on the day."""

from django.db import migrations

from motcua.periods.closing import signed_in_its_days

POST = "organizations_post"


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0004_a_shelf_belongs_to_a_function"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        signed_in_its_days(
            "catalog_procedureversion",
            "published_in_id",
            POST,
            name="version_published_in_days_of_post",
            moment="published_at",
        ),
    ]
