"""What whoever reorganizes does: fill a table of what goes whither, and call the rooms."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from motcua.accounts.models import Person
from motcua.organizations.models import Appointment, ChangeKind, Organization, Post, Succession
from motcua.organizations.passing_on import LEDGER
from motcua.organizations.transferring import MOVING, Decided
from motcua.periods.models import since

REASON = "Nghị quyết 1679/NQ-UBTVQH15 (16/06/2025)"


def moving(
    rows: Iterable[Any], old: Organization, new: Organization, post: Post | None = None
) -> str:
    """The name of a table that sends these rows from one organization to another."""
    lines: list[tuple[Any, ...]] = [(row.pk, old.pk, new.pk, post and post.pk) for row in rows]
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS moving_now")
        cursor.execute(f"CREATE TEMP TABLE moving_now ({MOVING})")
        cursor.executemany("INSERT INTO moving_now VALUES (%s, %s, %s, %s)", lines)
    return "moving_now"


def end(old: Organization, new: Organization, day: date = date(2026, 1, 1)) -> Organization:
    """Close ``old`` with its posts in favor of ``new``."""
    days = since(old.valid_during.lower, day)
    Appointment.objects.filter(post__organization=old).update(valid_during=days)
    Post.objects.filter(organization=old).update(valid_during=days)
    old.names.update(valid_during=days)
    Organization.objects.filter(pk=old.pk).update(valid_during=days)
    Succession.objects.create(
        old=old, new=new, day=day, kind=ChangeKind.ABSORB, is_default=True, legal_basis="NQ 9"
    )
    return Organization.objects.get(pk=old.pk)


def decided(**note: Any) -> Decided:
    """By the machine, on a decision, now."""
    machine = Person.objects.machine()
    told = {"plan": 7} | note
    return {"machine": machine, "reason": REASON, "note": told, "at": timezone.now()}


def columns(row: Any) -> dict[str, Any]:
    """Everything that the row says now, but how often it changed."""
    model = type(row)
    said = model.objects.filter(pk=row.pk).values().get()
    return {name: value for name, value in said.items() if name != "revision"}


def ledger() -> str:
    """The name of an empty table for what was done to dated rows."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS ledger_now")
        cursor.execute(f"CREATE TEMP TABLE ledger_now ({LEDGER})")
    return "ledger_now"


def everything(model: Any) -> list[dict[str, Any]]:
    """All rows of a table, to the letter."""
    return list(model.objects.order_by("pk").values())
