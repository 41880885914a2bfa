"""Closed means closed: what happens to a plan or a pilot is signed by a post in its own days."""

from django.db import migrations

from motcua.periods.closing import signed_in_its_days

POST = "organizations_post"


class Migration(migrations.Migration):
    dependencies = [
        ("reorganization", "0003_pilots_and_their_reviews"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        signed_in_its_days(
            "reorganization_planevent", "post_id", POST, name="plan_event_signed_in_days_of_post"
        ),
        signed_in_its_days(
            "reorganization_pilotevent", "post_id", POST, name="pilot_event_signed_in_days_of_post"
        ),
    ]
