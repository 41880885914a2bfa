"""Personal numbers of officers are entered; files that wait are sealed, those of before go."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('organizations', '0010_posts_that_manage_staff'),
        ('staffing', '0002_a_file_waits_to_be_confirmed'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.RunSQL("DELETE FROM staffing_stafffile", migrations.RunSQL.noop),
        migrations.RemoveConstraint(
            model_name='staffchange',
            name='staff_change_known',
        ),
        migrations.RemoveConstraint(
            model_name='staffevent',
            name='staff_event_verb_known',
        ),
        migrations.AlterField(
            model_name='staffchange',
            name='what',
            field=models.CharField(choices=[('begun', 'Bổ nhiệm'), ('ended', 'Thôi giữ chức vụ'), ('revoked', 'Thu hồi việc bổ nhiệm'), ('post', 'Lập chức danh'), ('account', 'Mở tài khoản'), ('invited', 'Gửi thư mở tài khoản'), ('numbered', 'Ghi số định danh cá nhân')], max_length=8),
        ),
        migrations.AddConstraint(
            model_name='staffchange',
            constraint=models.CheckConstraint(condition=models.Q(('what__in', ['begun', 'ended', 'revoked', 'post', 'account', 'invited', 'numbered'])), name='staff_change_known'),
        ),
        migrations.AddConstraint(
            model_name='staffevent',
            constraint=models.CheckConstraint(condition=models.Q(('verb__in', ['appoint', 'cover', 'replace', 'end', 'revoke', 'import', 'invite', 'number'])), name='staff_event_verb_known'),
        ),
    ]
