"""Closed means closed: nothing arrives at, and nothing is signed by, what does not hold on the day."""

from django.db import migrations

from motcua.periods.closing import open_today, signed_in_its_days
from motcua.periods.nesting import stays_within

ORGANIZATION, POST = "organizations_organization", "organizations_post"
ENDED = ("answered", "returned", "withdrawn", "merged")
SIGNED = {
    "questionevent": "question_event_signed",
    "frequentevent": "frequent_event_signed",
    "soughtevent": "sought_event_signed",
    "reading": "question_read",
}


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0012_work_follows_its_office"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        open_today(
            "questions_question", "organization_id", ORGANIZATION, name="question_lies_where_open", ended=ENDED
        ),
        open_today("questions_question", "owner_id", POST, name="question_owned_by_open_post"),
        stays_within(
            "questions_answeringpost", "organization_id", ORGANIZATION, name="answering_post_within_organization"
        ),
        *(
            signed_in_its_days(f"questions_{table}", "post_id", POST, name=f"{name}_in_days_of_post")
            for table, name in SIGNED.items()
        ),
    ]
