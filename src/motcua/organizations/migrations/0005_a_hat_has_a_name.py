"""The hat of last time remembers under which name of a merged body it was worn."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0004_what_lives_within_an_organization'),
    ]

    operations = [
        migrations.AddField(
            model_name='rememberedhat',
            name='capacity',
            field=models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='organizations.capacity'),
        ),
    ]
