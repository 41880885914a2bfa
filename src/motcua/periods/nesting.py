"""What may not outlive what? Closed means closed, and the database keeps it."""

from django.db.migrations.operations import RunSQL


def stays_within(child: str, column: str, house: str, *, name: str) -> RunSQL:
    """An operation after which rows of ``child`` hold only on days on which their house holds.

    ``column`` of ``child`` references ``house``; both tables have ``valid_during``. Refuses, with
    an IntegrityError that carries ``name``, a child outside the days of its house and the closing
    of a house over a child. A child whose ``column`` is null has no house and is free. Migrations
    that use it depend on ``("periods", "0001_what_lives_within_what")``.
    """
    closing = f"{name}_house" if child == house else name
    return RunSQL(
        f"""
        CREATE TRIGGER {name} AFTER INSERT OR UPDATE OF valid_during, {column} ON {child}
            FOR EACH ROW WHEN (NEW.{column} IS NOT NULL)
            EXECUTE FUNCTION periods_refuse_outliving('{house}', '{column}');
        CREATE TRIGGER {closing} AFTER UPDATE OF valid_during ON {house}
            FOR EACH ROW WHEN (OLD.valid_during IS DISTINCT FROM NEW.valid_during)
            EXECUTE FUNCTION periods_refuse_closing('{child}', '{column}');
        """,
        f"DROP TRIGGER {name} ON {child}; DROP TRIGGER {closing} ON {house};",
    )
