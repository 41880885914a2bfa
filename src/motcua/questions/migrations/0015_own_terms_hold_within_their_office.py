"""Closed means closed: an office's own terms hold only on its days."""

from django.db import migrations

from motcua.periods.nesting import stays_within


class Migration(migrations.Migration):
    dependencies = [
        ("questions", "0014_answers_name_what_ended"),
        ("organizations", "0004_what_lives_within_an_organization"),
    ]
    operations = [
        stays_within(
            "questions_termrule",
            "organization_id",
            "organizations_organization",
            name="question_term_within_organization",
        )
    ]
