"""Declared relatives, allowed pairs of duties, and a register of refusals and exceptions."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models


REGISTER = """
CREATE TRIGGER dossiers_clash_is_append_only BEFORE UPDATE OR DELETE ON dossiers_clash
    FOR EACH ROW EXECUTE FUNCTION dossiers_refuse_rewriting();
"""
BACK = "DROP TRIGGER dossiers_clash_is_append_only ON dossiers_clash;"


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0004_a_shelf_belongs_to_a_function'),
        ('dossiers', '0006_decided_ones_are_counted_by_office'),
        ('organizations', '0004_what_lives_within_an_organization'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='AllowedPair',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('pair', models.PositiveSmallIntegerField(choices=[(1, 'tiếp nhận và thẩm tra'), (2, 'tiếp nhận và quyết định'), (3, 'thẩm tra và quyết định')], verbose_name='hai nhiệm vụ')),
                ('reason', models.CharField(max_length=500, verbose_name='lý do')),
                ('decision', models.CharField(max_length=200, verbose_name='văn bản cho phép')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='allowed_pairs', to='catalog.procedure')),
            ],
            options={
                'verbose_name': 'cho phép kiêm nhiệm vụ',
                'verbose_name_plural': 'cho phép kiêm nhiệm vụ',
            },
        ),
        migrations.CreateModel(
            name='Clash',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('standing', models.CharField(blank=True, choices=[('holder', 'chính thức'), ('concurrent', 'kiêm nhiệm'), ('acting', 'quyền'), ('in_charge', 'phụ trách'), ('cover', 'thay trong thời gian vắng mặt'), ('delegated', 'ủy quyền')], db_default='', default='', max_length=10)),
                ('kind', models.CharField(choices=[('same_hands', 'từ chối: đã làm nhiệm vụ khác'), ('own', 'từ chối: hồ sơ của chính mình'), ('relative', 'từ chối: hồ sơ của người thân đã khai'), ('allowed', 'cho phép: một người hai nhiệm vụ')], max_length=10)),
                ('verb', models.CharField(blank=True, max_length=24)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
                ('allowed_by', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.allowedpair')),
                ('capacity', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.capacity')),
                ('dossier', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='clashes', to='dossiers.dossier')),
                ('event', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='dossiers.event')),
                ('in_place_of', models.ForeignKey(blank=True, db_index=False, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.organization')),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('post', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='organizations.post')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='catalog.procedure')),
            ],
            options={
                'ordering': ['-pk'],
            },
        ),
        migrations.CreateModel(
            name='DeclaredRelative',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('name', models.CharField(max_length=150, verbose_name='họ và tên')),
                ('relation', models.CharField(choices=[('spouse', 'vợ, chồng'), ('parent', 'cha, mẹ (kể cả của vợ, chồng; cha, mẹ nuôi)'), ('child', 'con (kể cả con nuôi, con dâu, con rể)'), ('sibling', 'anh, chị, em ruột'), ('other', 'người khác có lợi ích liên quan')], max_length=8, verbose_name='quan hệ')),
                ('personal_number_key', models.CharField(blank=True, editable=False, max_length=64)),
                ('declared_at', models.DateTimeField(auto_now_add=True)),
                ('account', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
                ('officer', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='declared_relatives', to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddConstraint(
            model_name='allowedpair',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('procedure', 'procedure', models.Value('[]'), function='int8range'), '&&'), (models.Func('pair', 'pair', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='pair_allowed_once_a_day'),
        ),
        migrations.AddConstraint(
            model_name='allowedpair',
            constraint=models.CheckConstraint(condition=models.Q(('pair__in', [1, 2, 3])), name='pair_of_duties_known'),
        ),
        migrations.AddConstraint(
            model_name='allowedpair',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('reason', ''), _negated=True), models.Q(('decision', ''), _negated=True)), name='pair_is_allowed_for_a_reason'),
        ),
        migrations.AddIndex(
            model_name='clash',
            index=models.Index(fields=['at'], name='clash_by_day'),
        ),
        migrations.AddIndex(
            model_name='clash',
            index=models.Index(fields=['organization', 'at'], name='clash_by_office'),
        ),
        migrations.AddIndex(
            model_name='clash',
            index=models.Index(fields=['procedure', 'at'], name='clash_by_procedure'),
        ),
        migrations.AddConstraint(
            model_name='clash',
            constraint=models.CheckConstraint(condition=models.Q(('kind__in', ['same_hands', 'own', 'relative', 'allowed'])), name='clash_kind_known'),
        ),
        migrations.AddConstraint(
            model_name='clash',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('allowed_by__isnull', False), ('event__isnull', False), ('kind', 'allowed')), models.Q(models.Q(('kind', 'allowed'), _negated=True), ('allowed_by', None), ('event', None)), _connector='OR'), name='clash_allowed_names_its_permission'),
        ),
        migrations.AddIndex(
            model_name='declaredrelative',
            index=models.Index(fields=['officer', 'personal_number_key'], name='relative_by_key'),
        ),
        migrations.AddConstraint(
            model_name='declaredrelative',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('account__isnull', False)), expressions=[(models.Func('officer', 'officer', models.Value('[]'), function='int8range'), '&&'), (models.Func('account', 'account', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='relative_declared_once_a_day_by_account'),
        ),
        migrations.AddConstraint(
            model_name='declaredrelative',
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(condition=models.Q(('personal_number_key', ''), _negated=True), expressions=[(models.Func('officer', 'officer', models.Value('[]'), function='int8range'), '&&'), (models.Func(models.Func(models.F('personal_number_key'), models.Value(0), function='hashtextextended'), models.Func(models.F('personal_number_key'), models.Value(0), function='hashtextextended'), models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='relative_declared_once_a_day_by_number'),
        ),
        migrations.AddConstraint(
            model_name='declaredrelative',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('personal_number_key', ''), _negated=True), ('account__isnull', False), _connector='OR'), name='relative_is_known_by_something'),
        ),
        migrations.AddConstraint(
            model_name='declaredrelative',
            constraint=models.CheckConstraint(condition=models.Q(('account__isnull', True), models.Q(('account', models.F('officer')), _negated=True), _connector='OR'), name='relative_is_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='declaredrelative',
            constraint=models.CheckConstraint(condition=models.Q(('relation__in', ['spouse', 'parent', 'child', 'sibling', 'other'])), name='relative_relation_known'),
        ),
        migrations.RunSQL(REGISTER, BACK),
    ]
