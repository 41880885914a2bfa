import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


NEVER = [
    ("reorganization_pilotevent", "pilot_event_is_append_only"),
    ("reorganization_pilotdecision", "pilot_decision_stays"),
]
REFUSE = "".join(
    f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION dossiers_refuse_rewriting();"
    for table, name in NEVER
)
ALLOW = "".join(f"DROP TRIGGER {name} ON {table};" for table, name in NEVER)

# A review that was closed says the same for ever; it may only be opened to everybody.
CLOSED = """
CREATE TRIGGER pilot_review_stays_as_closed BEFORE UPDATE ON reorganization_pilotreview
    FOR EACH ROW WHEN (
        OLD.held_on IS NOT NULL
        AND to_jsonb(OLD) - 'is_public' IS DISTINCT FROM to_jsonb(NEW) - 'is_public'
    ) EXECUTE FUNCTION dossiers_refuse_rewriting();
CREATE TRIGGER pilot_review_held_is_kept BEFORE DELETE ON reorganization_pilotreview
    FOR EACH ROW WHEN (OLD.held_on IS NOT NULL) EXECUTE FUNCTION dossiers_refuse_rewriting();
"""
REOPENED = """
DROP TRIGGER pilot_review_stays_as_closed ON reorganization_pilotreview;
DROP TRIGGER pilot_review_held_is_kept ON reorganization_pilotreview;
"""


class Migration(migrations.Migration):

    dependencies = [
        ('reorganization', '0002_history_stays'),
        ('dossiers', '0006_decided_ones_are_counted_by_office'),
        ('legal', '0001_laws_that_others_cite'),
        ('organizations', '0004_what_lives_within_an_organization'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Pilot',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('draft', 'Đang soạn'), ('running', 'Đang thí điểm'), ('spread', 'Đã nhân rộng'), ('stopped', 'Đã dừng'), ('discarded', 'Đã bỏ bản soạn')], default='draft', editable=False, max_length=10)),
                ('revision', models.PositiveIntegerField(default=1, editable=False)),
                ('moved_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('code', models.CharField(editable=False, max_length=16, unique=True)),
                ('name', models.CharField(max_length=200, verbose_name='tên mô hình')),
                ('kind', models.CharField(choices=[('merged', 'cơ quan hợp nhất Đảng - chính quyền'), ('two_posts', 'một người giữ hai chức danh'), ('shared', 'dùng chung bộ máy giúp việc'), ('other', 'mô hình khác')], max_length=10, verbose_name='loại mô hình')),
                ('about', models.TextField(blank=True, verbose_name='nội dung thí điểm')),
                ('started_on', models.DateField(verbose_name='ngày bắt đầu')),
                ('basis', models.TextField(blank=True, verbose_name='căn cứ')),
                ('entered_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('search_text', models.TextField(default='', editable=False)),
                ('laws', models.ManyToManyField(blank=True, related_name='pilots', to='legal.legaldocument')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
            ],
            options={
                'verbose_name': 'mô hình thí điểm',
                'verbose_name_plural': 'mô hình thí điểm',
            },
        ),
        migrations.CreateModel(
            name='PilotDecision',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('outcome', models.CharField(choices=[('continue', 'tiếp tục thí điểm'), ('spread', 'nhân rộng'), ('stop', 'dừng thí điểm')], max_length=8)),
                ('number', models.CharField(max_length=60, verbose_name='số, ký hiệu quyết định')),
                ('decided_on', models.DateField(verbose_name='ngày quyết định')),
                ('since', models.DateField(verbose_name='có hiệu lực từ')),
                ('pilot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='decisions', to='reorganization.pilot')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='PilotEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=24)),
                ('role', models.CharField(max_length=12)),
                ('state', models.CharField(choices=[('draft', 'Đang soạn'), ('running', 'Đang thí điểm'), ('spread', 'Đã nhân rộng'), ('stopped', 'Đã dừng'), ('discarded', 'Đã bỏ bản soạn')], max_length=10)),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('payload', models.JSONField(blank=True, default=dict)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('pilot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='reorganization.pilot')),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='PilotKeeper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pilot_keepers', to='organizations.organization')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
            ],
            options={
                'verbose_name': 'đầu mối theo dõi thí điểm',
                'verbose_name_plural': 'đầu mối theo dõi thí điểm',
            },
        ),
        migrations.CreateModel(
            name='PilotOrganization',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('side', models.CharField(choices=[('concerned', 'tham gia thí điểm'), ('comparison', 'để so sánh')], max_length=10)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='pilots', to='organizations.organization')),
                ('pilot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='participations', to='reorganization.pilot')),
            ],
        ),
        migrations.CreateModel(
            name='PilotPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('pilot', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='posts', to='reorganization.pilot')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
            ],
        ),
        migrations.CreateModel(
            name='PilotReview',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('interim', 'sơ kết'), ('final', 'tổng kết')], max_length=8)),
                ('due_on', models.DateField(verbose_name='ngày phải tiến hành')),
                ('held_on', models.DateField(blank=True, null=True, verbose_name='ngày tiến hành')),
                ('known_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('figures', models.JSONField(blank=True, editable=False, null=True)),
                ('words', models.TextField(blank=True, verbose_name='nhận xét, kết luận')),
                ('file_name', models.CharField(blank=True, max_length=150)),
                ('is_public', models.BooleanField(default=False, verbose_name='công khai')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='pilot_reviews', to='dossiers.storedfile')),
                ('pilot', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reviews', to='reorganization.pilot')),
            ],
            options={
                'ordering': ['due_on', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='PilotSerial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('year',), name='pilot_serial_one_a_year')],
            },
        ),
        migrations.AddIndex(
            model_name='pilot',
            index=models.Index(fields=['organization', 'state'], name='pilot_of_office'),
        ),
        migrations.AddIndex(
            model_name='pilot',
            index=models.Index(condition=models.Q(('state__in', ['running', 'spread', 'stopped'])), fields=['-started_on', '-id'], name='pilot_in_the_register'),
        ),
        migrations.AddConstraint(
            model_name='pilot',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['draft', 'running', 'spread', 'stopped', 'discarded'])), name='pilot_state_known'),
        ),
        migrations.AddConstraint(
            model_name='pilot',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['merged', 'two_posts', 'shared', 'other'])), name='pilot_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='pilotdecision',
            constraint=models.CheckConstraint(condition=models.Q(('outcome__in', ['continue', 'spread', 'stop'])), name='pilot_outcome_known'),
        ),
        migrations.AddConstraint(
            model_name='pilotdecision',
            constraint=models.CheckConstraint(condition=models.Q(('since__gte', models.F('decided_on'))), name='pilot_decision_holds_from_its_day_on'),
        ),
        migrations.AddConstraint(
            model_name='pilotkeeper',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('organization', 'organization', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='organization_has_one_pilot_keeper_a_day'),
        ),
        migrations.AddConstraint(
            model_name='pilotorganization',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('pilot', 'pilot', models.Value('[]'), function='int8range'), '&&'), (models.Func('organization', 'organization', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='pilot_organization_on_one_side_a_day'),
        ),
        migrations.AddConstraint(
            model_name='pilotorganization',
            constraint=models.CheckConstraint(condition=models.Q(('side__in', ['concerned', 'comparison'])), name='pilot_side_known'),
        ),
        migrations.AddConstraint(
            model_name='pilotpost',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('pilot', 'pilot', models.Value('[]'), function='int8range'), '&&'), (models.Func('post', 'post', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='pilot_post_once_a_day'),
        ),
        migrations.AddIndex(
            model_name='pilotreview',
            index=models.Index(condition=models.Q(('held_on__isnull', True)), fields=['due_on'], name='pilot_review_waits'),
        ),
        migrations.AddConstraint(
            model_name='pilotreview',
            constraint=models.UniqueConstraint(fields=('pilot', 'kind', 'due_on'), name='pilot_review_due_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='pilotreview',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['interim', 'final'])), name='pilot_review_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='pilotreview',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('figures__isnull', True), ('held_on__isnull', True), ('known_at__isnull', True)), models.Q(('figures__isnull', False), ('held_on__isnull', False), ('known_at__isnull', False)), _connector='OR'), name='pilot_review_held_has_its_figures'),
        ),
        migrations.AddConstraint(
            model_name='pilotreview',
            constraint=models.CheckConstraint(condition=models.Q(('is_public', False), ('held_on__isnull', False), _connector='OR'), name='pilot_review_public_was_held'),
        ),
        migrations.RunSQL(REFUSE, ALLOW),
        migrations.RunSQL(CLOSED, REOPENED),
    ]
