"""Attempts are counted by accounts now. Counts of a few hours are not worth moving."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("tracking", "0001_attempts")]

    operations = [migrations.DeleteModel(name="Attempt")]
