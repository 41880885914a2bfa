"""What did the register say at that moment? Every version of a row that was once recorded stays.

Valid time (``valid_during``) is when something held; record time (``recorded_at``) is since when
the register says so. A correction changes the row in place, and the database itself keeps what the
row said before, whoever wrote it: SQL:2011 calls such a table system-versioned.
"""

from django.db.migrations.operations import RunSQL


def remembers(table: str) -> RunSQL:
    """An operation after which every former version of a row of ``table`` is a ``PastRow``.

    The table has ``recorded_at`` (see ``periods.models.Remembered``). A change says since when it
    is recorded, or else it is recorded now; several changes in one transaction are one. Migrations
    that use it depend on ``("periods", "0002_what_was_recorded_before")``.
    """
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_remembers BEFORE UPDATE ON {table}
            FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*)
            EXECUTE FUNCTION periods_keep_what_was();
        CREATE TRIGGER {table}_remembers_gone BEFORE DELETE ON {table}
            FOR EACH ROW EXECUTE FUNCTION periods_keep_what_was();
        """,
        f"""
        DROP TRIGGER {table}_remembers ON {table};
        DROP TRIGGER {table}_remembers_gone ON {table};
        """,
    )
