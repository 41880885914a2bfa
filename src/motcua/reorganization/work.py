"""How does the work move? Every room's own verb, and a note of every row that went."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection

from motcua.consultations import transfers as consultations
from motcua.directives import following, support_transfers
from motcua.directives import transfers as tasks
from motcua.dossiers import transfers as dossiers
from motcua.dossiers.models import Draft
from motcua.news import roles_passing
from motcua.news import transfers as news
from motcua.organizations.models import Post
from motcua.organizations.transferring import Decided
from motcua.questions import answering
from motcua.questions import transfers as questions
from motcua.reorganization import ledger, routing
from motcua.reorganization.routing import Piece
from motcua.reorganization.seats import Heirs
from motcua.reorganization.structure import Order

AT_ONCE = 50_000
"""Dossiers of one statement: their checks are queued in memory."""

Progress = Callable[[str, int], None]
"""Told what was moved, and how many of it so far."""
Counts = dict[str, int]

NOTE_WORK = """
    INSERT INTO reorganization_moved (plan_id, relation, row_id, was_organization)
    SELECT %s, %s, m.row_id, m.old_id FROM moving_now m JOIN {table} w ON {key} = m.row_id
    WHERE {organization} = m.new_id ON CONFLICT DO NOTHING
"""
NOTE_DOSSIERS = """
    INSERT INTO reorganization_moved
        (plan_id, relation, row_id, was_organization, was_counter)
    SELECT %s, 'dossiers_dossier', m.row_id, m.old_id, m.old_counter_id
    FROM moving_dossiers_now m JOIN dossiers_dossier d ON d.id = m.row_id
    WHERE d.organization_id = m.new_id AND d.counter_id = m.new_counter_id ON CONFLICT DO NOTHING
"""
TO_PLACE = """
    INSERT INTO reorganization_toplace (plan_id, dossier_id, old_id, held_by_id, since)
    SELECT %s, g.row_id, g.old_id, g.new_id, %s FROM going_now g
    JOIN dossiers_dossier d ON d.id = g.row_id AND d.organization_id = g.new_id
    WHERE g.unplaced ON CONFLICT DO NOTHING
"""
QUESTIONS_TO_PLACE = """
    INSERT INTO reorganization_toplace (plan_id, question_id, old_id, held_by_id, since)
    SELECT %s, m.row_id, m.old_id, m.new_id, %s FROM moving_now m
    JOIN questions_question q ON q.id = m.row_id AND q.organization_id = m.new_id
    WHERE m.unplaced ON CONFLICT DO NOTHING
"""


def move(order: Order, decided: Decided, progress: Progress) -> Counts:
    """Let all open work of the originals go whither the routes say; how many went of what."""
    counts = {"dossiers": _move_dossiers(order, decided, progress)}
    for name, piece, keys, verb in _kinds(order):
        counts[name] = _move(order, piece, keys, verb, decided)
        if name == "questions":
            _run(QUESTIONS_TO_PLACE, [order.plan.pk, decided["at"]])
        progress(name, counts[name])
    return counts


def pass_on_duties(order: Order, heirs: Heirs) -> None:
    """Duties that name a post or an office that ends go on at the heir's post."""
    posts = list(Post.objects.filter(organization__in=order.ending).values_list("pk", flat=True))
    for duty, rows in (
        (answering, answering.held_at(order.ending, posts, order.day)),
        (following, following.held_at(order.ending, posts, order.day)),
        (roles_passing, roles_passing.held_at(posts, order.day)),
    ):
        lines = [_line(order, heirs, row) for row in rows.select_related("post")]
        duty.pass_on(_duties_table(lines), day=order.day, ledger=ledger.TABLE)


def _kinds(order: Order) -> list[tuple[str, Piece, Any, Any]]:
    named = list(order.picture.originals)
    return [
        (
            "drafts",
            routing.DRAFTS,
            Draft.objects.unsubmitted().filter(organization__in=named),
            _drafts,
        ),
        ("questions", routing.QUESTIONS, questions.open_at(named), questions.transfer),
        ("tasks", routing.TASKS, tasks.open_at(named), tasks.transfer),
        (
            "supports",
            routing.SUPPORTS,
            support_transfers.open_at(named),
            support_transfers.transfer,
        ),
        (
            "consultations",
            routing.CONSULTATIONS,
            consultations.open_at(named),
            consultations.transfer,
        ),
        ("sections", routing.SECTIONS, news.sections_at(named), news.transfer_sections),
        (
            "announcements",
            routing.ANNOUNCEMENTS,
            news.announcements_at(named),
            news.transfer_announcements,
        ),
    ]


def _drafts(moving: str, **_decided: Any) -> int:
    return dossiers.move_drafts(moving)


def _move(order: Order, piece: Piece, rows: Any, verb: Any, decided: Decided) -> int:
    keys = rows.values_list("pk", flat=True)
    count = int(verb(routing.send(piece, keys), **decided))
    text = NOTE_WORK.format(table=piece.table, key=piece.key, organization=piece.organization)
    _run(text, [order.plan.pk, piece.table])
    return count


def _move_dossiers(order: Order, decided: Decided, progress: Progress) -> int:
    going, count = routing.send_dossiers(), 0
    for after in range(0, going, AT_ONCE):
        count += dossiers.transfer(routing.next_batch(after, after + AT_ONCE), **decided)
        _run(NOTE_DOSSIERS, [order.plan.pk])
        progress("dossiers", count)
    _run(TO_PLACE, [order.plan.pk, decided["at"]])
    return count


def _line(order: Order, heirs: Heirs, row: Any) -> tuple[int, int, int, int | None]:
    """Whose duty it is afterwards; one for an office that goes on stays its own."""
    own = getattr(row, "organization_id", None) or row.post.organization_id
    heir = order.default_heir(own) if own in order.picture.ending else own
    return row.pk, own, heir or own, heirs.get(row.post_id)


def _duties_table(lines: list[tuple[int, int, int, int | None]]) -> str:
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE moving_now")
        cursor.executemany(
            "INSERT INTO moving_now (row_id, old_id, new_id, new_post_id) VALUES (%s, %s, %s, %s)",
            lines,
        )
    return "moving_now"


def _run(statement: str, told: list[Any]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(statement, told)
