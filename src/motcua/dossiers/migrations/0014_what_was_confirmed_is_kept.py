from django.db import migrations

import motcua.accounts.fields


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0013_drafts_move_to_the_version_in_force")]

    operations = [
        migrations.AddField(
            model_name="coapplicant",
            name="seen",
            field=motcua.accounts.fields.SealedJSONField(blank=True, default=list),
        ),
    ]
