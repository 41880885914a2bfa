"""Closed means closed: nothing arrives at, and nothing is signed by, what does not hold on the day."""

from django.db import migrations

from motcua.periods.closing import open_today, signed_in_its_days

ORGANIZATION, POST = "organizations_organization", "organizations_post"
SIGNED = {
    "consultationevent": "consultation_event_signed",
    "commentevent": "comment_event_signed",
    "reading": "consultation_read",
}


class Migration(migrations.Migration):
    dependencies = [
        ("consultations", "0003_work_follows_its_office"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        open_today(
            "consultations_consultation",
            "organization_id",
            ORGANIZATION,
            name="consultation_drafted_where_open",
            ended=("summed_up", "canceled"),
        ),
        *(
            signed_in_its_days(f"consultations_{table}", "post_id", POST, name=f"{name}_in_days_of_post")
            for table, name in SIGNED.items()
        ),
    ]
