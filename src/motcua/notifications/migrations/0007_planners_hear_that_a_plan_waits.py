from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0006_people_are_told_of_a_plan_once")]

    operations = [
        migrations.RemoveConstraint(model_name="plantelling", name="plan_telling_of_known"),
        migrations.AlterField(
            model_name="plantelling",
            name="of",
            field=models.CharField(
                choices=[
                    ("dossiers", "Dossiers"),
                    ("questions", "Questions"),
                    ("posts", "Appointments"),
                    ("renamed", "Renamed"),
                    ("planners", "Planners"),
                    ("told", "Told"),
                ],
                max_length=9,
            ),
        ),
        migrations.AddConstraint(
            model_name="plantelling",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    of__in=["dossiers", "questions", "posts", "renamed", "planners", "told"]
                ),
                name="plan_telling_of_known",
            ),
        ),
    ]
