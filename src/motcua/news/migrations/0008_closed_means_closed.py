"""Closed means closed: nothing arrives at, and nothing is signed by, what does not hold on the day."""

from django.db import migrations

from motcua.periods.closing import open_today
from motcua.periods.nesting import stays_within

ORGANIZATION, POST = "organizations_organization", "organizations_post"


class Migration(migrations.Migration):
    dependencies = [
        ("news", "0007_articles_show_the_tasks_of_a_meeting"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        open_today("news_section", "organization_id", ORGANIZATION, name="section_opened_for_who_is_open"),
        open_today("news_announcement", "organization_id", ORGANIZATION, name="announcement_of_who_is_open"),
        open_today("news_approval", "post_id", POST, name="approval_signed_by_open_post"),
        stays_within("news_editorialrole", "post_id", POST, name="editorial_role_within_its_post"),
    ]
