"""Guides open: what to do when something happened, and what a procedure means for oneself."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import wagtail.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    initial = True

    dependencies = [
        ('catalog', '0008_life_events_known_papers_and_readers_opinions'),
        ('organizations', '0011_the_register_contradicts_itself_nowhere'),
    ]

    operations = [
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('questions', wagtail.fields.StreamField([('check', 11)], block_lookup={0: ('wagtail.blocks.RegexBlock', ('^[a-z0-9]+(?:-[a-z0-9]+)*$',), {'error_messages': {'invalid': 'Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.'}, 'label': 'Khóa', 'max_length': 40}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Câu hỏi', 'max_length': 200}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Giải thích', 'max_length': 400, 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Câu trả lời', 'max_length': 200}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Giải thích', 'max_length': 300, 'required': False}), 5: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('yes', 'Được'), ('no', 'Không được'), ('ask', 'Hỏi nơi tiếp nhận')], 'label': 'Nghĩa là'}), 6: ('wagtail.blocks.CharBlock', (), {'label': 'Vì sao', 'max_length': 500, 'required': False}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Căn cứ', 'max_length': 300, 'required': False}), 8: ('wagtail.blocks.RegexBlock', ('^[0-9]\\.[0-9]{6}$',), {'error_messages': {'invalid': 'Mã thủ tục có dạng 1.001193.'}, 'label': 'Mã thủ tục', 'required': False}), 9: ('wagtail.blocks.StructBlock', [[('key', 0), ('label', 3), ('hint', 4), ('outcome', 5), ('because', 6), ('basis', 7), ('instead', 8)]], {}), 10: ('wagtail.blocks.ListBlock', (9,), {'label': 'Các câu trả lời', 'min_num': 2}), 11: ('wagtail.blocks.StructBlock', [[('key', 0), ('ask', 1), ('hint', 2), ('options', 10)]], {})}, verbose_name='câu hỏi')),
                ('source', models.TextField(blank=True, verbose_name='nguồn')),
                ('fingerprint', models.CharField(blank=True, editable=False, max_length=64)),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='conditions', to='catalog.procedure')),
            ],
            options={
                'verbose_name': 'điều kiện của thủ tục',
                'verbose_name_plural': 'điều kiện của thủ tục',
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('procedure', 'procedure', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='conditions_once_a_day')],
            },
        ),
        migrations.CreateModel(
            name='Edition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('lead', models.CharField(max_length=300, verbose_name='dẫn')),
                ('questions', wagtail.fields.StreamField([('question', 13)], blank=True, block_lookup={0: ('wagtail.blocks.RegexBlock', ('^[a-z0-9]+(?:-[a-z0-9]+)*$',), {'error_messages': {'invalid': 'Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.'}, 'label': 'Khóa', 'max_length': 40}), 1: ('wagtail.blocks.CharBlock', (), {'label': 'Câu hỏi', 'max_length': 200}), 2: ('wagtail.blocks.CharBlock', (), {'label': 'Giải thích', 'max_length': 400, 'required': False}), 3: ('wagtail.blocks.ChoiceBlock', [], {'choices': [('choice', 'Chọn một'), ('day', 'Một ngày, không bắt buộc')], 'label': 'Loại'}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Câu trả lời', 'max_length': 200}), 5: ('wagtail.blocks.CharBlock', (), {'label': 'Giải thích', 'max_length': 300, 'required': False}), 6: ('wagtail.blocks.StructBlock', [[('key', 0), ('label', 4), ('hint', 5)]], {}), 7: ('wagtail.blocks.ListBlock', (6,), {'label': 'Các câu trả lời', 'min_num': 0}), 8: ('wagtail.blocks.RegexBlock', ('^[a-z0-9]+(?:-[a-z0-9]+)*$',), {'error_messages': {'invalid': 'Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.'}, 'label': 'Khóa của câu hỏi', 'max_length': 40}), 9: ('wagtail.blocks.RegexBlock', ('^[a-z0-9]+(?:-[a-z0-9]+)*$',), {'error_messages': {'invalid': 'Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.'}, 'label': 'Khóa của câu trả lời', 'max_length': 40}), 10: ('wagtail.blocks.ListBlock', (9,), {'label': 'Trả lời là'}), 11: ('wagtail.blocks.StructBlock', [[('question', 8), ('answers', 10)]], {}), 12: ('wagtail.blocks.ListBlock', (11,), {'label': 'Chỉ hỏi khi', 'min_num': 0}), 13: ('wagtail.blocks.StructBlock', [[('key', 0), ('ask', 1), ('hint', 2), ('kind', 3), ('options', 7), ('only_if', 12)]], {})}, verbose_name='hỏi gì')),
                ('steps', wagtail.fields.StreamField([('step', 13)], block_lookup={0: ('wagtail.blocks.CharBlock', (), {'label': 'Việc', 'max_length': 200}), 1: ('wagtail.blocks.TextBlock', (), {'label': 'Nói rõ hơn', 'max_length': 1500, 'required': False}), 2: ('wagtail.blocks.RegexBlock', ('^[0-9]\\.[0-9]{6}$',), {'error_messages': {'invalid': 'Mã thủ tục có dạng 1.001193.'}, 'label': 'Mã thủ tục', 'required': False}), 3: ('wagtail.blocks.CharBlock', (), {'label': 'Làm ở đâu', 'max_length': 300, 'required': False}), 4: ('wagtail.blocks.CharBlock', (), {'label': 'Khi nào', 'max_length': 200, 'required': False}), 5: ('wagtail.blocks.IntegerBlock', (), {'label': 'Số ngày', 'min_value': 1, 'required': False}), 6: ('wagtail.blocks.RegexBlock', ('^[a-z0-9]+(?:-[a-z0-9]+)*$',), {'error_messages': {'invalid': 'Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.'}, 'label': 'Kể từ ngày ở câu hỏi', 'required': False}), 7: ('wagtail.blocks.CharBlock', (), {'label': 'Căn cứ của thời hạn', 'max_length': 300, 'required': False}), 8: ('wagtail.blocks.RegexBlock', ('^[a-z0-9]+(?:-[a-z0-9]+)*$',), {'error_messages': {'invalid': 'Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.'}, 'label': 'Khóa của câu hỏi', 'max_length': 40}), 9: ('wagtail.blocks.RegexBlock', ('^[a-z0-9]+(?:-[a-z0-9]+)*$',), {'error_messages': {'invalid': 'Chỉ dùng chữ thường không dấu, số và dấu gạch nối, ví dụ noi-sinh.'}, 'label': 'Khóa của câu trả lời', 'max_length': 40}), 10: ('wagtail.blocks.ListBlock', (9,), {'label': 'Trả lời là'}), 11: ('wagtail.blocks.StructBlock', [[('question', 8), ('answers', 10)]], {}), 12: ('wagtail.blocks.ListBlock', (11,), {'label': 'Chỉ làm khi', 'min_num': 0}), 13: ('wagtail.blocks.StructBlock', [[('title', 0), ('text', 1), ('procedure', 2), ('where', 3), ('deadline', 4), ('days', 5), ('counted_from', 6), ('basis', 7), ('only_if', 12)]], {})}, verbose_name='làm gì, theo thứ tự')),
                ('source', models.TextField(blank=True, verbose_name='nguồn')),
                ('fingerprint', models.CharField(blank=True, editable=False, max_length=64)),
                ('event', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='editions', to='catalog.lifeevent')),
            ],
            options={
                'verbose_name': 'hướng dẫn theo việc',
                'verbose_name_plural': 'hướng dẫn theo việc',
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('event', 'event', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='one_guide_a_day_of_an_event')],
            },
        ),
        migrations.CreateModel(
            name='Exemption',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('who', models.CharField(max_length=300, verbose_name='ai')),
                ('percent_off', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='giảm bao nhiêu phần trăm')),
                ('proof', models.CharField(blank=True, max_length=300, verbose_name='giấy tờ chứng minh')),
                ('basis', models.CharField(max_length=300, verbose_name='căn cứ')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='exemptions', to='catalog.procedure')),
            ],
            options={
                'verbose_name': 'miễn, giảm phí',
                'verbose_name_plural': 'miễn, giảm phí',
                'ordering': ['procedure', 'position', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='exemption_has_its_basis'), models.CheckConstraint(condition=models.Q(('percent_off', None), ('percent_off__range', (1, 100)), _connector='OR'), name='exemption_is_a_share')],
            },
        ),
        migrations.CreateModel(
            name='Fee',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('channel', models.PositiveSmallIntegerField(choices=[(0, 'Chưa ghi rõ cách nộp'), (1, 'Trực tiếp'), (2, 'Trực tuyến'), (3, 'Bưu chính công ích')], default=0, verbose_name='cách nộp')),
                ('case', models.CharField(blank=True, max_length=200, verbose_name='trường hợp')),
                ('amount', models.PositiveBigIntegerField(verbose_name='số tiền (đồng)')),
                ('per', models.CharField(blank=True, max_length=60, verbose_name='cho mỗi')),
                ('basis', models.CharField(max_length=300, verbose_name='căn cứ')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='fees', to='catalog.procedure')),
            ],
            options={
                'verbose_name': 'mức phí, lệ phí',
                'verbose_name_plural': 'mức phí, lệ phí',
                'ordering': ['procedure', 'position', 'pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='fee_has_its_basis'), models.CheckConstraint(condition=models.Q(('channel__in', range(0, 4))), name='fee_channel_known')],
            },
        ),
        migrations.CreateModel(
            name='OfficeTerms',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('fee', models.CharField(blank=True, max_length=500, verbose_name='phí, lệ phí')),
                ('limit_value', models.PositiveSmallIntegerField(blank=True, null=True, verbose_name='thời hạn')),
                ('limit_unit', models.CharField(blank=True, choices=[('same_day', 'trong ngày'), ('hour', 'giờ'), ('day', 'ngày'), ('working_day', 'ngày làm việc'), ('month', 'tháng')], max_length=16, verbose_name='đơn vị thời hạn')),
                ('place', models.CharField(blank=True, max_length=300, verbose_name='nơi tiếp nhận')),
                ('phone', models.CharField(blank=True, max_length=40, verbose_name='điện thoại')),
                ('hours', models.CharField(blank=True, max_length=200, verbose_name='giờ tiếp nhận')),
                ('note', models.CharField(blank=True, max_length=500, verbose_name='lưu ý')),
                ('basis', models.CharField(blank=True, max_length=300, verbose_name='căn cứ')),
                ('organization', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='office_terms', to='organizations.organization')),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='office_terms', to='catalog.procedure')),
            ],
            options={
                'verbose_name': 'nội dung riêng của nơi giải quyết',
                'verbose_name_plural': 'nội dung riêng của nơi giải quyết',
                'constraints': [django.contrib.postgres.constraints.ExclusionConstraint(expressions=[(models.Func('procedure', 'procedure', models.Value('[]'), function='int8range'), '&&'), (models.Func('organization', 'organization', models.Value('[]'), function='int8range'), '&&'), ('valid_during', '&&')], name='office_terms_once_a_day')],
            },
        ),
    ]
