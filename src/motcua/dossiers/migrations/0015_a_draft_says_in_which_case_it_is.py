import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0011_editors_bring_workbooks"),
        ("dossiers", "0014_what_was_confirmed_is_kept"),
    ]

    operations = [
        migrations.AddField(
            model_name="draft",
            name="case",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="catalog.case",
            ),
        ),
    ]
