"""What was handed in, and what was decided, is not removed or exchanged."""

from django.db import migrations

REFUSE = """
CREATE TRIGGER dossiers_attachment_handed_in_stays BEFORE UPDATE OR DELETE ON dossiers_attachment
    FOR EACH ROW WHEN (OLD.event_id IS NOT NULL) EXECUTE FUNCTION dossiers_refuse_rewriting();
CREATE TRIGGER dossiers_result_stays BEFORE UPDATE OR DELETE ON dossiers_result
    FOR EACH ROW EXECUTE FUNCTION dossiers_refuse_rewriting();
"""
ALLOW = """
DROP TRIGGER dossiers_attachment_handed_in_stays ON dossiers_attachment;
DROP TRIGGER dossiers_result_stays ON dossiers_result;
"""


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0001_dossiers_drafts_and_their_history")]
    operations = [migrations.RunSQL(REFUSE, ALLOW)]
