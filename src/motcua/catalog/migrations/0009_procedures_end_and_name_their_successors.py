"""Procedures end by a decision that says what comes in their place; it is written once."""

import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import motcua.organizations.standings
from motcua.periods.closing import signed_in_its_days

POST = "organizations_post"
REFUSE = """
CREATE TRIGGER catalog_ending_is_append_only
    BEFORE UPDATE OR DELETE ON catalog_ending
    FOR EACH ROW EXECUTE FUNCTION catalog_refuse_rewriting();
"""
ALLOW = "DROP TRIGGER catalog_ending_is_append_only ON catalog_ending;"


class Migration(migrations.Migration):

    dependencies = [
        ("catalog", "0008_life_events_known_papers_and_readers_opinions"),
        ("organizations", "0011_the_register_contradicts_itself_nowhere"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Ending",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("standing", models.CharField(blank=True, choices=[("holder", "chính thức"), ("concurrent", "kiêm nhiệm"), ("acting", "quyền"), ("in_charge", "phụ trách"), ("cover", "thay trong thời gian vắng mặt"), ("delegated", "ủy quyền")], db_default="", default="", max_length=10)),
                ("ends_on", models.DateField()),
                ("decision_number", models.CharField(max_length=100)),
                ("at", models.DateTimeField(default=django.utils.timezone.now)),
                ("capacity", models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.capacity")),
                ("in_place_of", models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("person", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL)),
                ("post", models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="organizations.post")),
                ("procedure", models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="endings", to="catalog.procedure")),
                ("successors", models.ManyToManyField(blank=True, related_name="predecessors", to="catalog.procedure")),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("decision_number", ""), _negated=True), name="ending_names_its_decision"),
                    models.UniqueConstraint(fields=("procedure", "ends_on", "decision_number"), name="ending_decided_once"),
                ],
            },
            bases=(motcua.organizations.standings.InWords, models.Model),
        ),
        migrations.RunSQL(REFUSE, ALLOW),
        signed_in_its_days("catalog_ending", "post_id", POST, name="ending_signed_in_days_of_post", moment="at"),
    ]
