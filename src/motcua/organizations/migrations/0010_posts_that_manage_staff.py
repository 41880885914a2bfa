"""Some posts manage the staff of an organization, or oversee who does what there."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0009_leaders_have_public_pages'),
    ]

    operations = [
        migrations.CreateModel(
            name='StaffingPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('right', models.PositiveSmallIntegerField(choices=[(1, 'quản lý nhân sự'), (2, 'giám sát nhiệm vụ')], default=1, verbose_name='quyền')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staffing_posts', to='organizations.organization')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='staffing_rights', to='organizations.post')),
            ],
            options={
                'verbose_name': 'đầu mối nhân sự',
                'verbose_name_plural': 'đầu mối nhân sự',
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('organization', 'organization', models.Value('[]'), function='int8range'), '&&'), (models.Func('post', 'post', models.Value('[]'), function='int8range'), '&&'), (models.Func('right', 'right', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='staffing_right_given_once_a_day'), models.CheckConstraint(condition=models.Q(('right__in', [1, 2])), name='staffing_right_known')],
            },
        ),
    ]
