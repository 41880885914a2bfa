"""Every act keeps as what somebody held the post, for whom, and in which capacity."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('consultations', '0001_consultations_comments_and_answers'),
        ('organizations', '0004_what_lives_within_an_organization'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='commentevent',
            name='capacity',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity'),
        ),
        migrations.AddField(
            model_name='commentevent',
            name='in_place_of',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='commentevent',
            name='standing',
            field=models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10),
        ),
        migrations.AddField(
            model_name='consultationevent',
            name='capacity',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity'),
        ),
        migrations.AddField(
            model_name='consultationevent',
            name='in_place_of',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='consultationevent',
            name='standing',
            field=models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10),
        ),
    ]
