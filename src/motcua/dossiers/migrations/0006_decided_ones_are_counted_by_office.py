from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0004_a_shelf_belongs_to_a_function'),
        ('dossiers', '0005_closed_means_closed'),
        ('organizations', '0004_what_lives_within_an_organization'),
        ('territory', '0001_units_names_and_succession'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name='dossier',
            index=models.Index(condition=models.Q(('finished_at__isnull', False)), fields=['organization', 'finished_at'], name='dossier_decided_by_office'),
        ),
    ]
