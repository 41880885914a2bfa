"""Counts of attempts, for every room above; they stood in the look-up's room before."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_shared_count")]

    operations = [
        migrations.CreateModel(
            name="Attempt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=64)),
                ("opened_at", models.DateTimeField()),
                ("count", models.PositiveIntegerField()),
            ],
            options={
                "indexes": [models.Index(fields=["opened_at"], name="counts_by_age")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("key", "opened_at"), name="one_count_a_window"
                    )
                ],
            },
        ),
    ]
