"""Closed means closed: nothing arrives at, and nothing is signed by, what does not hold on the day."""

from django.db import migrations

from motcua.periods.closing import open_today, signed_in_its_days
from motcua.periods.nesting import stays_within

ORGANIZATION, POST = "organizations_organization", "organizations_post"
ENDED = ("done", "cancelled")


class Migration(migrations.Migration):
    dependencies = [
        ("directives", "0003_work_follows_its_office"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        open_today("directives_task", "issuer_id", ORGANIZATION, name="task_given_by_who_is_open", ended=ENDED),
        open_today("directives_task", "organization_id", ORGANIZATION, name="task_led_where_open", ended=ENDED),
        open_today("directives_task", "post_id", POST, name="task_led_by_open_post", ended=ENDED),
        open_today("directives_support", "organization_id", ORGANIZATION, name="task_supported_where_open"),
        open_today("directives_support", "post_id", POST, name="task_supported_by_post_of_today"),
        stays_within(
            "directives_followingpost", "organization_id", ORGANIZATION, name="following_post_within_organization"
        ),
        signed_in_its_days("directives_taskevent", "post_id", POST, name="task_event_signed_in_days_of_post"),
        signed_in_its_days(
            "directives_conclusionevent", "post_id", POST, name="conclusion_event_signed_in_days_of_post"
        ),
        signed_in_its_days(
            "directives_conclusion",
            "organization_id",
            ORGANIZATION,
            name="conclusion_issued_in_days_of_issuer",
            moment="signed_on",
        ),
        signed_in_its_days(
            "directives_conclusion",
            "chair_post_id",
            POST,
            name="conclusion_chaired_in_days_of_post",
            moment="met_on",
        ),
    ]
