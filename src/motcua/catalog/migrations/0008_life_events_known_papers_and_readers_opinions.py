"""Life events, papers that the state has already, and what readers said of a page."""

import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('catalog', '0007_drafts_are_written_here'),
    ]

    operations = [
        migrations.CreateModel(
            name='KnownPaper',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('valid_during', django.contrib.postgres.fields.ranges.DateRangeField()),
                ('words', models.CharField(max_length=200, verbose_name='tên giấy tờ có chữ')),
                ('holder', models.CharField(max_length=300, verbose_name='đã có ở')),
                ('advice', models.CharField(blank=True, max_length=300, verbose_name='người dân cần làm gì')),
                ('basis', models.CharField(max_length=300, verbose_name='căn cứ')),
            ],
            options={
                'verbose_name': 'giấy tờ nhà nước đã có',
                'verbose_name_plural': 'giấy tờ nhà nước đã có',
                'ordering': ['pk'],
                'constraints': [models.CheckConstraint(condition=models.Q(('basis', ''), _negated=True), name='known_paper_has_its_basis'), models.CheckConstraint(condition=models.Q(('words', ''), _negated=True), name='known_paper_has_words')],
            },
        ),
        migrations.CreateModel(
            name='LifeEvent',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(unique=True, verbose_name='địa chỉ')),
                ('name', models.CharField(max_length=100, verbose_name='tên')),
                ('position', models.PositiveSmallIntegerField(default=0, verbose_name='thứ tự')),
                ('procedures', models.ManyToManyField(editable=False, related_name='life_events', to='catalog.procedure')),
            ],
            options={
                'verbose_name': 'việc trong đời',
                'verbose_name_plural': 'việc trong đời',
                'ordering': ['position', 'slug'],
            },
        ),
        migrations.CreateModel(
            name='PageOpinion',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('version_number', models.PositiveSmallIntegerField()),
                ('helped', models.BooleanField()),
                ('words', models.CharField(blank=True, max_length=500, verbose_name='lời nhắn')),
                ('is_doubtful', models.BooleanField(default=False)),
                ('day', models.DateField()),
                ('procedure', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='opinions', to='catalog.procedure')),
            ],
            options={
                'indexes': [models.Index(fields=['procedure', '-day'], name='opinion_of_procedure')],
            },
        ),
    ]
