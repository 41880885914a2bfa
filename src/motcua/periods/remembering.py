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


def answers_as_known(table: str) -> RunSQL:
    """An operation after which ``table`` can be asked what it said at a moment.

    It makes the function ``<table>_known(moment)``, plain SQL that the planner takes apart: a
    condition of the question reaches the indexes of today's table. A column that came later is
    null in what was recorded before it.
    """
    return RunSQL(
        f"""
        CREATE FUNCTION {table}_known(moment timestamptz) RETURNS SETOF {table}
        LANGUAGE sql STABLE AS $$
            SELECT * FROM {table} WHERE recorded_at <= moment
            UNION ALL
            SELECT said.*
            FROM periods_pastrow past, jsonb_populate_record(NULL::{table}, past.row) said
            WHERE past.relation = '{table}' AND past.recorded_during @> moment
        $$
        """,  # noqa: S608  a table of ours
        f"DROP FUNCTION {table}_known",
    )


def never_ahead(table: str) -> RunSQL:
    """An operation after which nothing in ``table`` is recorded later than now.

    Whoever writes may say that it was known before (an import, a seed); what claims to be known
    only later is recorded now. Migrations that use it depend on
    ``("periods", "0004_nothing_is_recorded_ahead")``.
    """
    # Triggers fire by their names, so this one does before ``remembers``.
    return RunSQL(
        f"""
        CREATE TRIGGER {table}_not_ahead BEFORE INSERT OR UPDATE OF recorded_at ON {table}
            FOR EACH ROW WHEN (NEW.recorded_at > clock_timestamp())
            EXECUTE FUNCTION periods_record_now();
        """,
        f"DROP TRIGGER {table}_not_ahead ON {table}",
    )
