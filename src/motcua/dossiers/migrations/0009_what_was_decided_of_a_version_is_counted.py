"""What was decided of a version is found by an index, to say how long it really takes."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0008_life_events_known_papers_and_readers_opinions'),
        ('dossiers', '0008_what_applicants_thought'),
        ('organizations', '0011_the_register_contradicts_itself_nowhere'),
        ('territory', '0002_where_communes_lie'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(condition=models.Q(('finished_at__isnull', False)), fields=['version', 'finished_at'], name='dossier_decided_of_version'),
        ),
    ]
