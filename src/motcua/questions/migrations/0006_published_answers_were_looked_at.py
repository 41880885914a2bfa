from django.db import migrations, models


def note_that_they_were_looked_at(apps, schema_editor):
    """What was published before was found right then; its changes count from that day on."""
    published = apps.get_model("questions", "Question").objects.exclude(published_at=None)
    published.update(checked_at=models.F("published_at"))


class Migration(migrations.Migration):
    dependencies = [("questions", "0005_answers_go_stale")]

    operations = [
        migrations.RunPython(note_that_they_were_looked_at, migrations.RunPython.noop),
    ]
