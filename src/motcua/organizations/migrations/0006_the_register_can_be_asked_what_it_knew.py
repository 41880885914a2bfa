"""What did the register know at a moment? And what no table of it may say: twice, or in a circle."""

from django.db import migrations

from motcua.periods.remembering import answers_as_known

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


class Migration(migrations.Migration):
    dependencies = [("organizations", "0005_a_hat_has_a_name")]

    operations = [*(answers_as_known(f"organizations_{table}") for table in REMEMBERED)]
