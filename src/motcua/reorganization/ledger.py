"""What does a plan change, row by row? Noted while it is done; undoing goes by what was noted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from typing import Any, NamedTuple

from django.apps import apps
from django.contrib.postgres.fields import DateRangeField
from django.core.serializers.json import DjangoJSONEncoder
from django.db import connection
from django.db.models import Exists, F, Func, Model, OuterRef, Q, QuerySet, Value
from psycopg import sql

from motcua.organizations.models import OrganizationName, Post
from motcua.organizations.passing_on import LEDGER
from motcua.periods.models import EMPTY
from motcua.reorganization.models import Moved, Plan

TABLE = "reorganization_ledger_now"
"""The notes of this transaction, which other rooms write to, too (``organizations.passing_on``)."""
AT_ONCE = 5000

OPEN = f"CREATE TEMP TABLE {TABLE} (n bigint GENERATED ALWAYS AS IDENTITY, {LEDGER}) ON COMMIT DROP"
NOTE = f"""
    INSERT INTO {TABLE} (relation, row_id, was)
    SELECT %s, unnest(%s::bigint[]), unnest(%s::jsonb[])
"""
KEEP = f"""
    INSERT INTO reorganization_moved (plan_id, relation, row_id, was)
    SELECT %s, relation, row_id, was FROM {TABLE} ORDER BY n ON CONFLICT DO NOTHING
"""  # noqa: S608
RECALL = f"""
    INSERT INTO {TABLE} (relation, row_id, was)
    SELECT relation, row_id, was FROM reorganization_moved WHERE plan_id = %s AND relation = ANY(%s)
    ORDER BY id
"""  # noqa: S608
RESTORE = """
    UPDATE {table} r SET {columns} FROM reorganization_moved m
    CROSS JOIN LATERAL jsonb_populate_record(NULL::{table}, m.was) was
    WHERE m.plan_id = %s AND m.id BETWEEN %s AND %s AND m.row_id = r.id
        AND ARRAY(SELECT jsonb_object_keys(m.was) ORDER BY 1) = %s
"""
STAGES = """
    SELECT relation, made, min(id), max(id) FROM (
        SELECT id, relation, was IS NULL AS made, row_number() OVER (ORDER BY id)
            - row_number() OVER (PARTITION BY relation, was IS NULL ORDER BY id) AS run
        FROM reorganization_moved WHERE plan_id = %s AND was_organization IS NULL
    ) noted GROUP BY relation, made, run ORDER BY max(id) DESC
"""
"""Runs of the same: a table may have been changed before and after another one."""


def open_notes() -> None:
    """Begin to take notes, until this transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TABLE IF EXISTS {TABLE}")
        cursor.execute(OPEN)


def keep_notes(plan: Plan) -> None:
    """Write the notes into the plan's ledger: of a row, what it was first."""
    with connection.cursor() as cursor:
        cursor.execute(KEEP, [plan.pk])


def recall_notes(plan: Plan, relations: Iterable[str]) -> None:
    """Open the notes of an earlier transaction again, of these tables."""
    open_notes()
    with connection.cursor() as cursor:
        cursor.execute(RECALL, [plan.pk, list(relations)])


# --- Doing ------------------------------------------------------------------------------------


def end(rows: QuerySet[Any], day: date) -> int:
    """Let dated rows end before ``day``, those that hold longer; how many.

    What would begin on that day or later never holds.
    """
    lasting = rows.filter(
        Q(valid_during__endswith__gt=day) | Q(valid_during__upper_inf=True),
        valid_during__isempty=False,
    )
    before = Func(Value(None), Value(day), function="daterange")
    ended = Func(
        F("valid_during"),
        before,
        template="(%(expressions)s)",
        arg_joiner=" * ",
        output_field=DateRangeField(),
    )
    return change(lasting, valid_during=ended)


def change(rows: QuerySet[Any], **columns: Any) -> int:
    """Change columns of rows, and note what they said; how many."""
    names = [rows.model._meta.get_field(name).attname for name in columns]
    were = {row.pop("pk"): row for row in rows.values("pk", *names)}
    note(rows.model, {pk: _as_json(rows.model, row) for pk, row in were.items()})
    for pks in _batches(list(were)):
        rows.model._base_manager.filter(pk__in=pks).update(**columns)
    return len(were)


def change_each(changes: Iterable[tuple[Model, dict[str, Any]]]) -> None:
    """Change the same columns of rows of one table, each to its own values, and note the old."""
    said = list(changes)
    if not said:
        return
    (first, columns), rows = said[0], [row for row, _new in said]
    were = {row.pk: {name: getattr(row, name) for name in columns} for row in rows}
    note(type(first), {pk: _as_json(type(first), row) for pk, row in were.items()})
    for row, new in said:
        for name, value in new.items():
            setattr(row, name, value)
    type(first)._base_manager.bulk_update(rows, list(columns), batch_size=AT_ONCE)


def begin(made: Iterable[Model]) -> None:
    """Create rows of one table, and note that the plan made them."""
    rows = list(made)
    if rows:
        type(rows[0])._base_manager.bulk_create(rows, batch_size=AT_ONCE)
        note(type(rows[0]), dict.fromkeys(row.pk for row in rows))


def note(model: type[Model], were: dict[Any, str | None]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(NOTE, [model._meta.db_table, list(were), list(were.values())])


def _as_json(model: type[Model], row: dict[str, Any]) -> str:
    """As the database itself writes columns: a range as its text."""
    said = {
        str(getattr(model._meta.get_field(name), "column", name)): _plain(value)
        for name, value in row.items()
    }
    return json.dumps(said, cls=DjangoJSONEncoder)


def _plain(value: Any) -> Any:
    if not hasattr(value, "isempty"):
        return value
    if value.isempty:
        return "empty"
    lower, upper = (f"{end:%Y-%m-%d}" if end else "" for end in (value.lower, value.upper))
    return f"{'[' if lower else '('}{lower},{upper})"


def _batches(keys: list[Any]) -> Iterable[list[Any]]:
    return (keys[start : start + AT_ONCE] for start in range(0, len(keys), AT_ONCE))


# --- Undoing ----------------------------------------------------------------------------------


class Stage(NamedTuple):
    """A run of notes: rows of one table that were made, or changed, one after the other."""

    relation: str
    were_made: bool
    first: int
    last: int


def stages(plan: Plan) -> list[Stage]:
    """What was done, last first."""
    with connection.cursor() as cursor:
        cursor.execute(STAGES, [plan.pk])
        return [Stage(*row) for row in cursor.fetchall()]


def restore(plan: Plan, stage: Stage) -> None:
    """Let the rows that were changed say again what they said."""
    with connection.cursor() as cursor:
        for columns in _changed(plan, stage):
            sets = sql.SQL(", ").join(
                sql.SQL("{0} = was.{0}").format(sql.Identifier(column)) for column in columns
            )
            text = sql.SQL(RESTORE).format(table=sql.Identifier(stage.relation), columns=sets)
            cursor.execute(text, [plan.pk, stage.first, stage.last, columns])


def remove(plan: Plan, stage: Stage) -> None:
    """Take away the rows that the plan made.

    A post in which somebody acted, and the name of its office, stay for the sake of history: they
    hold on no day.
    """
    made = Moved.objects.filter(plan=plan, pk__range=(stage.first, stage.last))
    model = model_of(stage.relation)
    rows: Any = model._base_manager.filter(pk__in=made.values("row_id"))
    if kept := KEPT.get(model):
        remembered = list(kept(rows).values_list("pk", flat=True))
        model._base_manager.filter(pk__in=remembered).update(valid_during=EMPTY)
        rows = rows.exclude(pk__in=remembered)
    rows._raw_delete(rows.db)  # nothing may hang on them: the database says so


def _acted_in(posts: Any) -> Any:
    """Those of which some row of any table still speaks; each table is asked once."""
    spoken_of: set[int] = set()
    for relation in Post._meta.get_fields(include_hidden=True):
        if relation.auto_created and not relation.concrete and not relation.many_to_many:
            column = relation.field.name  # type: ignore[union-attr]
            speaking: Any = relation.related_model._base_manager  # type: ignore[union-attr]
            found = speaking.filter(**{f"{column}__in": posts.values("pk")})
            spoken_of.update(found.order_by().values_list(column, flat=True).distinct())
    return posts.filter(pk__in=spoken_of)


def _of_a_house_with_posts(names: Any) -> Any:
    """Those of an office that was founded and of which a post stays."""
    never = Post.objects.filter(organization=OuterRef("organization"), valid_during__isempty=True)
    lasting = Post.objects.filter(
        organization=OuterRef("organization"), valid_during__isempty=False
    )
    return names.filter(Exists(never), ~Exists(lasting))


KEPT: dict[type[Model], Callable[[Any], Any]] = {
    Post: _acted_in,
    OrganizationName: _of_a_house_with_posts,
}


def model_of(relation: str) -> type[Model]:
    return next(model for model in apps.get_models() if model._meta.db_table == relation)


def _changed(plan: Plan, stage: Stage) -> list[list[str]]:
    """The sets of columns that were changed together."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT ARRAY(SELECT jsonb_object_keys(was) ORDER BY 1)"
            " FROM reorganization_moved WHERE plan_id = %s AND id BETWEEN %s AND %s",
            [plan.pk, stage.first, stage.last],
        )
        return [list(columns) for (columns,) in cursor.fetchall()]
