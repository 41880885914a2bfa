"""Where processes count together: Django's cache table, created by migrate so that nobody forgets.

Unlogged: it is written at every attempt, and losing it in a crash loses nothing but counts.
"""

from django.db import migrations

CREATE = """
    CREATE UNLOGGED TABLE accounts_shared_count (
        cache_key varchar(255) PRIMARY KEY,
        value text NOT NULL,
        expires timestamp with time zone NOT NULL
    );
    CREATE INDEX accounts_shared_count_expires ON accounts_shared_count (expires);
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_persons")]
    operations = [migrations.RunSQL(CREATE, "DROP TABLE accounts_shared_count")]
