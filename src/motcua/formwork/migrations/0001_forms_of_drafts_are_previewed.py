"""The form of a draft has no table of its own: Wagtail only needs a name for what it previews."""

from django.db import migrations
import wagtail.models.preview


class Migration(migrations.Migration):

    initial = True
    dependencies = [("catalog", "0007_drafts_are_written_here")]

    operations = [
        migrations.CreateModel(
            name="FormOfDraft",
            fields=[],
            options={"proxy": True, "default_permissions": (), "indexes": [], "constraints": []},
            bases=(wagtail.models.preview.PreviewableMixin, "catalog.procedureversion"),
        ),
    ]
