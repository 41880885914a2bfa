"""Closed means closed: nothing arrives at, and nothing is signed by, what does not hold on the day."""

from django.db import migrations

from motcua.periods.closing import open_today, signed_in_its_days

ORGANIZATION, POST = "organizations_organization", "organizations_post"
# Not received, withdrawn, stopped, handed over.
ENDED = (3, 7, 8, 10)


class Migration(migrations.Migration):
    dependencies = [
        ("dossiers", "0004_acts_keep_both_names"),
        ("organizations", "0004_what_lives_within_an_organization"),
        ("periods", "0003_which_day_it_is_legally"),
    ]
    operations = [
        open_today(
            "dossiers_dossier", "organization_id", ORGANIZATION, name="dossier_decided_where_open", ended=ENDED
        ),
        open_today("dossiers_dossier", "counter_id", ORGANIZATION, name="dossier_received_where_open", ended=ENDED),
        signed_in_its_days("dossiers_event", "post_id", POST, name="dossier_event_signed_in_days_of_post"),
        signed_in_its_days("dossiers_reading", "post_id", POST, name="dossier_read_in_days_of_post"),
    ]
