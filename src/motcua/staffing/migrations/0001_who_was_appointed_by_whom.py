"""Every act about staff, and what it changed: appended, never rewritten."""

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
import motcua.organizations.standings
import uuid
from django.conf import settings
from django.db import migrations, models


from motcua.periods.closing import signed_in_its_days

REFUSE = """
CREATE FUNCTION staffing_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the history of staff is appended to, never changed or removed'
        USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER staff_event_is_append_only BEFORE UPDATE OR DELETE ON staffing_staffevent
    FOR EACH ROW EXECUTE FUNCTION staffing_refuse_rewriting();
CREATE TRIGGER staff_change_is_append_only BEFORE UPDATE OR DELETE ON staffing_staffchange
    FOR EACH ROW EXECUTE FUNCTION staffing_refuse_rewriting();
"""
ALLOW = """
DROP TRIGGER staff_event_is_append_only ON staffing_staffevent;
DROP TRIGGER staff_change_is_append_only ON staffing_staffchange;
DROP FUNCTION staffing_refuse_rewriting();
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("periods", "0003_which_day_it_is_legally"),
        ('organizations', '0010_posts_that_manage_staff'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='StaffEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('standing', models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10)),
                ('key', models.UUIDField(default=uuid.uuid4, editable=False)),
                ('verb', models.CharField(max_length=12)),
                ('role', models.CharField(choices=[('manager', 'MANAGER'), ('system', 'SYSTEM')], max_length=12)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('payload', models.JSONField(blank=True, default=dict)),
                ('capacity', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity')),
                ('in_place_of', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
            ],
            options={
                'ordering': ['pk'],
            },
            bases=(motcua.organizations.standings.InWords, models.Model),
        ),
        migrations.CreateModel(
            name='StaffChange',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('what', models.CharField(choices=[('begun', 'Bổ nhiệm'), ('ended', 'Thôi giữ chức vụ'), ('revoked', 'Thu hồi việc bổ nhiệm'), ('post', 'Lập chức danh'), ('account', 'Mở tài khoản'), ('invited', 'Gửi thư mở tài khoản')], max_length=8)),
                ('kind', models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], max_length=10)),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField(null=True)),
                ('number', models.CharField(blank=True, max_length=60, verbose_name='số quyết định')),
                ('decided_on', models.DateField(null=True, verbose_name='ngày ký')),
                ('issuer', models.CharField(blank=True, max_length=100, verbose_name='cơ quan ban hành')),
                ('appointment', models.ForeignKey(blank=True, db_constraint=False, null=True, on_delete=django.db.models.deletion.DO_NOTHING, related_name='+', to='organizations.appointment')),
                ('holder', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='staff_changes', to=settings.AUTH_USER_MODEL)),
                ('in_place_of', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='changes', to='staffing.staffevent')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.AddConstraint(
            model_name='staffevent',
            constraint=models.UniqueConstraint(fields=('key',), name='staff_event_once_a_form'),
        ),
        migrations.AddConstraint(
            model_name='staffevent',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['appoint', 'cover', 'replace', 'end', 'revoke', 'import', 'invite'])), name='staff_event_verb_known'),
        ),
        migrations.AddConstraint(
            model_name='staffchange',
            constraint=models.CheckConstraint(condition=models.Q(('what__in', ['begun', 'ended', 'revoked', 'post', 'account', 'invited'])), name='staff_change_known'),
        ),
        migrations.RunSQL(REFUSE, ALLOW),
        signed_in_its_days(
            "staffing_staffevent", "post_id", "organizations_post", name="staff_event_signed_in_days_of_post"
        ),
    ]
