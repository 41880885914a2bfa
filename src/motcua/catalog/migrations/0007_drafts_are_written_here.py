"""Posts may be given the right to write drafts; what they change stands in the history."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [("catalog", "0006_drafts_are_looked_over_and_published")]

    operations = [
        migrations.AlterField(
            model_name="catalogpost",
            name="right",
            field=models.PositiveSmallIntegerField(
                choices=[(1, "rà soát thủ tục"), (2, "công bố thủ tục"), (3, "soạn thủ tục và biểu mẫu")],
                verbose_name="quyền",
            ),
        ),
        migrations.RemoveConstraint("catalogpost", "catalog_right_known"),
        migrations.AddConstraint(
            "catalogpost",
            models.CheckConstraint(
                condition=models.Q(right__in=[1, 2, 3]), name="catalog_right_known"
            ),
        ),
        migrations.RemoveConstraint("versionevent", "version_event_verb_known"),
        migrations.AddConstraint(
            "versionevent",
            models.CheckConstraint(
                condition=models.Q(
                    verb__in=["review", "publish", "return", "discard", "begin", "write", "compose"]
                ),
                name="version_event_verb_known",
            ),
        ),
    ]
