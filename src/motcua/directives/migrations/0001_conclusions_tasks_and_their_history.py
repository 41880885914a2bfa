

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.core.validators
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

from motcua.periods.nesting import stays_within


NEVER = [
    ("directives_taskevent", "directives_event_is_append_only"),
    ("directives_evidence", "directives_evidence_stays"),
    ("directives_passage", "directives_passage_stays"),
    ("directives_conclusionevent", "directives_conclusion_event_is_append_only"),
]
REFUSE = "".join(
    f"CREATE TRIGGER {name} BEFORE UPDATE OR DELETE ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION dossiers_refuse_rewriting();"
    for table, name in NEVER
) + """
CREATE TRIGGER directives_words_of_a_task_stay BEFORE UPDATE OF quoted, original_due_on, passage_id
    ON directives_task FOR EACH ROW
    WHEN (OLD.quoted <> NEW.quoted OR OLD.original_due_on <> NEW.original_due_on
          OR OLD.passage_id <> NEW.passage_id)
    EXECUTE FUNCTION dossiers_refuse_rewriting();
"""
ALLOW = "".join(f"DROP TRIGGER {name} ON {table};" for table, name in NEVER) + (
    "DROP TRIGGER directives_words_of_a_task_stay ON directives_task;"
)

# Closed means closed: nothing is given to an organization or a post outside its days, nor to a
# post of another organization. The row of the post is held, so that it cannot close meanwhile.
OPEN_ONLY = """
CREATE FUNCTION directives_refuse_closed_owner() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM organizations_post p JOIN organizations_organization o ON o.id = p.organization_id
        WHERE p.id = NEW.post_id AND o.id = NEW.organization_id
        AND p.valid_during @> NEW.assigned_on AND o.valid_during @> NEW.assigned_on
        FOR SHARE;
    IF NOT FOUND THEN
        RAISE EXCEPTION 'post % of organization % is not open on %',
            NEW.post_id, NEW.organization_id, NEW.assigned_on
            USING ERRCODE = 'check_violation', CONSTRAINT = TG_NAME, TABLE = TG_TABLE_NAME;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER task_given_to_an_open_post AFTER INSERT OR UPDATE OF post_id, organization_id, assigned_on
    ON directives_task FOR EACH ROW EXECUTE FUNCTION directives_refuse_closed_owner();
CREATE TRIGGER task_supported_by_an_open_post AFTER INSERT OR UPDATE
    ON directives_support FOR EACH ROW EXECUTE FUNCTION directives_refuse_closed_owner();
"""
NOT_ONLY = """
DROP TRIGGER task_given_to_an_open_post ON directives_task;
DROP TRIGGER task_supported_by_an_open_post ON directives_support;
DROP FUNCTION directives_refuse_closed_owner;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ("periods", "0001_what_lives_within_what"),
        ('dossiers', '0002_papers_handed_in_stay'),
        ('organizations', '0002_closed_means_closed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Conclusion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('code', models.CharField(editable=False, max_length=16, unique=True)),
                ('number', models.CharField(max_length=40, verbose_name='số, ký hiệu')),
                ('signed_on', models.DateField(verbose_name='ngày ban hành')),
                ('year', models.PositiveSmallIntegerField(editable=False)),
                ('title', models.CharField(max_length=300, verbose_name='trích yếu')),
                ('meeting', models.CharField(max_length=300, verbose_name='cuộc họp')),
                ('met_on', models.DateField(verbose_name='ngày họp')),
                ('file_name', models.CharField(blank=True, max_length=150)),
                ('is_public', models.BooleanField(default=False, verbose_name='công khai')),
                ('edition', models.PositiveSmallIntegerField(default=1, editable=False)),
                ('entered_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('search_text', models.TextField(default='', editable=False)),
                ('chair', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('chair_post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
                ('file', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='conclusions', to='dossiers.storedfile')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
            ],
            options={
                'verbose_name': 'kết luận',
                'verbose_name_plural': 'kết luận',
            },
        ),
        migrations.CreateModel(
            name='ConclusionEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(choices=[('enter', 'Nhập'), ('correct', 'Đính chính'), ('open', 'Công khai'), ('close', 'Thôi công khai')], max_length=8)),
                ('edition', models.PositiveSmallIntegerField()),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('conclusion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='directives.conclusion')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='ConclusionSerial',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('year', models.PositiveSmallIntegerField()),
                ('last', models.PositiveIntegerField()),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('year',), name='conclusion_serial_one_a_year')],
            },
        ),
        migrations.CreateModel(
            name='FollowingPost',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='following_posts', to='organizations.organization')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
            ],
            options={
                'verbose_name': 'đầu mối theo dõi nhiệm vụ',
                'verbose_name_plural': 'đầu mối theo dõi nhiệm vụ',
            },
        ),
        migrations.CreateModel(
            name='Passage',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('edition', models.PositiveSmallIntegerField()),
                ('position', models.PositiveSmallIntegerField()),
                ('text', models.TextField()),
                ('conclusion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='passages', to='directives.conclusion')),
            ],
            options={
                'ordering': ['edition', 'position'],
            },
        ),
        migrations.CreateModel(
            name='Task',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('state', models.CharField(choices=[('given', 'Mới giao'), ('acknowledged', 'Đã tiếp nhận'), ('returned', 'Trả lại vì không đúng nơi'), ('in_work', 'Đang thực hiện'), ('ext_asked', 'Đang xin lùi hạn'), ('reported', 'Đã báo cáo xong, chờ nghiệm thu'), ('done', 'Hoàn thành'), ('cancelled', 'Thôi giao')], default='given', editable=False, max_length=12)),
                ('revision', models.PositiveIntegerField(default=1, editable=False)),
                ('moved_at', models.DateTimeField(editable=False)),
                ('code', models.CharField(editable=False, max_length=20, unique=True)),
                ('quoted', models.TextField(editable=False)),
                ('title', models.CharField(max_length=300, verbose_name='nhiệm vụ')),
                ('priority', models.PositiveSmallIntegerField(choices=[(1, 'Khẩn'), (2, 'Thường')], default=2, verbose_name='mức độ')),
                ('is_public', models.BooleanField(default=False, verbose_name='công khai')),
                ('assigned_on', models.DateField(editable=False)),
                ('given_at', models.DateTimeField(default=django.utils.timezone.now, editable=False)),
                ('due_on', models.DateField(verbose_name='hạn')),
                ('original_due_on', models.DateField(editable=False)),
                ('review_months', models.PositiveSmallIntegerField(default=0, editable=False, validators=[django.core.validators.MaxValueValidator(24)])),
                ('extensions', models.PositiveSmallIntegerField(default=0, editable=False)),
                ('asked_until', models.DateField(blank=True, editable=False, null=True)),
                ('reported_at', models.DateTimeField(blank=True, editable=False, null=True)),
                ('done_on', models.DateField(blank=True, editable=False, null=True)),
                ('public_result', models.CharField(blank=True, max_length=500, verbose_name='kết quả công khai')),
                ('search_text', models.TextField(default='', editable=False)),
                ('conclusion', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='directives.conclusion')),
                ('issuer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
                ('passage', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='tasks', to='directives.passage')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
            ],
            options={
                'verbose_name': 'nhiệm vụ',
                'verbose_name_plural': 'nhiệm vụ',
            },
        ),
        migrations.CreateModel(
            name='Support',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('assigned_on', models.DateField()),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
                ('post', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='supports', to='directives.task')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Reminder',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(choices=[('soon', 'Sắp đến hạn'), ('late', 'Quá hạn')], max_length=4)),
                ('due_on', models.DateField()),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='reminders', to='directives.task')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='TaskEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('verb', models.CharField(max_length=24)),
                ('role', models.CharField(choices=[('giver', 'GIVER'), ('decider', 'DECIDER'), ('owner', 'OWNER'), ('doer', 'DOER'), ('supporter', 'SUPPORTER')], max_length=12)),
                ('state', models.CharField(choices=[('given', 'Mới giao'), ('acknowledged', 'Đã tiếp nhận'), ('returned', 'Trả lại vì không đúng nơi'), ('in_work', 'Đang thực hiện'), ('ext_asked', 'Đang xin lùi hạn'), ('reported', 'Đã báo cáo xong, chờ nghiệm thu'), ('done', 'Hoàn thành'), ('cancelled', 'Thôi giao')], max_length=12)),
                ('reason', models.TextField(blank=True)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('payload', models.JSONField(blank=True, default=dict)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
                ('task', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='events', to='directives.task')),
            ],
            options={
                'ordering': ['pk'],
            },
        ),
        migrations.CreateModel(
            name='Evidence',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=150)),
                ('file', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='directive_evidence', to='dossiers.storedfile')),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='files', to='directives.taskevent')),
            ],
            options={
                'verbose_name_plural': 'evidence',
                'ordering': ['pk'],
            },
        ),
        migrations.AddIndex(
            model_name='conclusion',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['-signed_on', '-id'], name='conclusion_published'),
        ),
        migrations.AddIndex(
            model_name='conclusion',
            index=models.Index(fields=['organization', '-signed_on', '-id'], name='conclusion_of_office'),
        ),
        migrations.AddConstraint(
            model_name='conclusion',
            constraint=models.UniqueConstraint(fields=('organization', 'year', 'number'), name='conclusion_number_once_a_year'),
        ),
        migrations.AddConstraint(
            model_name='conclusion',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('chair__isnull', True), ('chair_post__isnull', True)), models.Q(('chair__isnull', False), ('chair_post__isnull', False)), _connector='OR'), name='conclusion_chaired_by_a_person_in_a_post'),
        ),
        migrations.AddConstraint(
            model_name='conclusion',
            constraint=models.CheckConstraint(condition=models.Q(('met_on__lte', models.F('signed_on'))), name='conclusion_signed_after_the_meeting'),
        ),
        migrations.AddConstraint(
            model_name='conclusionevent',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['enter', 'correct', 'open', 'close'])), name='conclusion_event_verb_known'),
        ),
        migrations.AddConstraint(
            model_name='followingpost',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('organization', 'organization', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='organization_has_one_following_post_a_day'),
        ),
        migrations.AddConstraint(
            model_name='passage',
            constraint=models.UniqueConstraint(fields=('conclusion', 'edition', 'position'), name='passage_has_its_place'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['issuer', 'state', 'due_on'], name='task_of_issuer'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['organization', 'state', 'due_on'], name='task_of_owner'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(fields=['post', 'state'], name='task_of_post'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('state__in', frozenset(['acknowledged', 'ext_asked', 'given', 'in_work', 'returned']))), fields=['due_on', 'id'], name='task_whose_clock_runs'),
        ),
        migrations.AddIndex(
            model_name='task',
            index=models.Index(condition=models.Q(('is_public', True)), fields=['organization', 'due_on'], name='task_shown_of_organization'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('state__in', ['given', 'acknowledged', 'returned', 'in_work', 'ext_asked', 'reported', 'done', 'cancelled'])), name='task_state_known'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('priority__in', [1, 2])), name='task_priority_known'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('asked_until__isnull', False), ('state', 'ext_asked')), models.Q(models.Q(('state', 'ext_asked'), _negated=True), ('asked_until__isnull', True)), _connector='OR'), name='task_asks_for_a_day_when_it_says_so'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('state__in', frozenset(['done', 'reported'])), _negated=True), ('reported_at__isnull', False), _connector='OR'), name='task_reported_before_it_is_done'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('done_on__isnull', False), ('state', 'done')), models.Q(models.Q(('state', 'done'), _negated=True), ('done_on__isnull', True)), _connector='OR'), name='task_done_on_a_day'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('due_on__gte', models.F('original_due_on'))), name='task_deadline_moves_only_later'),
        ),
        migrations.AddConstraint(
            model_name='task',
            constraint=models.CheckConstraint(condition=models.Q(('review_months__lte', 24)), name='task_reviewed_within_two_years'),
        ),
        migrations.AddConstraint(
            model_name='support',
            constraint=models.UniqueConstraint(fields=('task', 'post'), name='task_supported_once_by_a_post'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.UniqueConstraint(fields=('task', 'kind', 'due_on'), name='task_reminded_once_of_a_day'),
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['soon', 'late'])), name='reminder_kind_known'),
        ),
        migrations.RunSQL(REFUSE, ALLOW),
        migrations.RunSQL(OPEN_ONLY, NOT_ONLY),
        stays_within(
            "directives_followingpost",
            "post_id",
            "organizations_post",
            name="directives_following_post_within_its_post",
        ),
    ]
