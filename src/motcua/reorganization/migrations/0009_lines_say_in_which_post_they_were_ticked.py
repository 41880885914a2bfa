"""A line of a rehearsal keeps in which post it was ticked, and that post signs in its own days."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from motcua.periods.closing import signed_in_its_days


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0010_posts_that_manage_staff'),
        ('reorganization', '0008_articles_name_what_ended'),
        ('periods', '0003_which_day_it_is_legally'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='tick',
            name='capacity',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity'),
        ),
        migrations.AddField(
            model_name='tick',
            name='in_place_of',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='tick',
            name='post',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post'),
        ),
        migrations.AddField(
            model_name='tick',
            name='standing',
            field=models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10),
        ),
        signed_in_its_days(
            "reorganization_tick",
            "post_id",
            "organizations_post",
            name="tick_signed_in_days_of_post",
        ),
    ]
