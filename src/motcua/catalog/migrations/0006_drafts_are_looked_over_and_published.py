"""Drafts of procedures are looked over and published; who did what stays as it was written."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
import motcua.organizations.standings
from django.conf import settings
from django.db import migrations, models

from motcua.periods.closing import signed_in_its_days
from motcua.periods.nesting import stays_within

POST = "organizations_post"
REFUSE = """
CREATE FUNCTION catalog_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of a version is appended to, never changed or removed'
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER catalog_versionevent_is_append_only
    BEFORE UPDATE OR DELETE ON catalog_versionevent
    FOR EACH ROW EXECUTE FUNCTION catalog_refuse_rewriting();
"""
ALLOW = """
DROP TRIGGER catalog_versionevent_is_append_only ON catalog_versionevent;
DROP FUNCTION catalog_refuse_rewriting();
"""


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0005_closed_means_closed'),
        ('periods', '0003_which_day_it_is_legally'),
        ('organizations', '0011_the_register_contradicts_itself_nowhere'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='CatalogPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('right', models.PositiveSmallIntegerField(choices=[(1, 'rà soát thủ tục'), (2, 'công bố thủ tục')], verbose_name='quyền')),
            ],
            options={
                'verbose_name': 'đầu mối kiểm soát thủ tục',
                'verbose_name_plural': 'đầu mối kiểm soát thủ tục',
            },
        ),
        migrations.CreateModel(
            name='VersionEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('standing', models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10)),
                ('verb', models.CharField(max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['pk'],
            },
            bases=(motcua.organizations.standings.InWords, models.Model),
        ),
        migrations.AddField(
            model_name='procedureversion',
            name='entered_at',
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.AddField(
            model_name='procedureversion',
            name='revision',
            field=models.PositiveIntegerField(default=1, editable=False),
        ),
        migrations.AddField(
            model_name='procedureversion',
            name='stage',
            field=models.CharField(choices=[('draft', 'Chờ rà soát'), ('reviewed', 'Đã rà soát, chờ công bố'), ('discarded', 'Đã bỏ'), ('published', 'Đã công bố')], default='draft', editable=False, max_length=10),
        ),
        migrations.AddIndex(
            model_name='procedureversion',
            index=models.Index(condition=models.Q(('published_at__isnull', True), ('stage__in', ['draft', 'reviewed'])), fields=['entered_at'], name='version_waits'),
        ),
        migrations.AddConstraint(
            model_name='procedureversion',
            constraint=models.CheckConstraint(condition=models.Q(('stage__in', ['draft', 'reviewed', 'discarded'])), name='version_stage_known'),
        ),
        migrations.AddConstraint(
            model_name='procedureversion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('stage', 'discarded'), _negated=True), ('published_at__isnull', True), _connector='OR'), name='discarded_version_is_not_published'),
        ),
        migrations.AddField(
            model_name='catalogpost',
            name='post',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post'),
        ),
        migrations.AddField(
            model_name='versionevent',
            name='capacity',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity'),
        ),
        migrations.AddField(
            model_name='versionevent',
            name='in_place_of',
            field=models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='versionevent',
            name='person',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddField(
            model_name='versionevent',
            name='post',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post'),
        ),
        migrations.AddField(
            model_name='versionevent',
            name='version',
            field=models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='catalog.procedureversion'),
        ),
        migrations.AddConstraint(
            model_name='catalogpost',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('post', 'post', models.Value('[]'), function='int8range'), '&&'), (models.Func('right', 'right', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='catalog_right_given_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='catalogpost',
            constraint=models.CheckConstraint(condition=models.Q(('right__in', [1, 2])), name='catalog_right_known'),
        ),
        migrations.AddConstraint(
            model_name='versionevent',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['review', 'publish', 'return', 'discard'])), name='version_event_verb_known'),
        ),
        migrations.RunSQL(REFUSE, ALLOW),
        stays_within("catalog_catalogpost", "post_id", POST, name="catalog_post_within_its_post"),
        signed_in_its_days(
            "catalog_versionevent",
            "post_id",
            POST,
            name="version_event_signed_in_days_of_post",
            moment="at",
        ),
    ]
