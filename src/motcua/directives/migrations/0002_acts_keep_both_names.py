"""Every act keeps as what somebody held the post, for whom, and in which capacity."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('directives', '0001_conclusions_tasks_and_their_history'),
        ('organizations', '0004_what_lives_within_an_organization'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='conclusionevent',
            name='capacity',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity'),
        ),
        migrations.AddField(
            model_name='conclusionevent',
            name='in_place_of',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='conclusionevent',
            name='standing',
            field=models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='capacity',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity'),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='in_place_of',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='taskevent',
            name='standing',
            field=models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10),
        ),
    ]
