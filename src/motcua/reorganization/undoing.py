"""How does the old order come back? By what was noted, last first, and to the letter.

Until the first decision under the new order (``hindrances``). What officers did short of that goes
back with its work, and what came to the new order meanwhile goes to the old one (``arrivals``).
What was appended to histories stays, and undoing is appended to them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from motcua.consultations import transfers as consultations
from motcua.directives import following, support_transfers
from motcua.directives import transfers as tasks
from motcua.dossiers import transfers as dossiers
from motcua.news import roles_passing
from motcua.news import transfers as news
from motcua.organizations.acting import Acting
from motcua.organizations.models import Organization
from motcua.organizations.transferring import Decided
from motcua.periods.correcting import correcting
from motcua.periods.models import EMPTY
from motcua.questions import answering
from motcua.questions import transfers as questions
from motcua.reorganization import (
    actions,
    arrivals,
    exceptions,
    hindrances,
    ledger,
    routing,
    workflow,
)
from motcua.reorganization.carrying_out import decided_by
from motcua.reorganization.models import Body, Plan, PlanEvent, ToPlace
from motcua.reorganization.picture import Picture
from motcua.reorganization.routing import Piece
from motcua.reorganization.work import AT_ONCE

ORGANIZATIONS = "organizations_organization"
DUTIES: dict[str, Callable[[str], None]] = {
    "questions_answeringpost": answering.take_back,
    "directives_followingpost": following.take_back,
    "news_editorialrole": roles_passing.take_back,
}
REOPEN = """
    UPDATE organizations_organization o
    SET valid_during = (m.was->>'valid_during')::daterange FROM reorganization_moved m
    WHERE m.plan_id = %s AND m.relation = %s AND m.row_id = o.id
        AND NOT isempty((m.was->>'valid_during')::daterange)
"""
BACK = """
    INSERT INTO moving_now (row_id, old_id, new_id)
    SELECT m.row_id, {organization}, m.was_organization
    FROM reorganization_moved m JOIN {table} w ON {key} = m.row_id
    WHERE m.plan_id = %s AND m.relation = %s
        AND {organization} = ANY(%s) AND {organization} <> m.was_organization
"""
"""What an officer sent on since, to an office outside the plan, stays there."""
GOING_BACK = """
    INSERT INTO going_now (row_id, old_id, new_id, old_counter_id, new_counter_id, unplaced)
    SELECT m.row_id, d.organization_id, m.was_organization, d.counter_id, m.was_counter, false
    FROM reorganization_moved m JOIN dossiers_dossier d ON d.id = m.row_id
    WHERE m.plan_id = %s AND m.relation = 'dossiers_dossier'
        AND (d.organization_id <> m.was_organization OR d.counter_id <> m.was_counter)
    ORDER BY m.row_id
"""


@transaction.atomic
def undo(plan: Plan, *, by: Acting, reason: str) -> PlanEvent:
    """Let everything be as it was.

    Raises AlreadyUsed where ``hindrances`` names something, and ChangedSince where a row that the
    plan changed was changed again so that it cannot say what it said.
    """
    actions.hold_planning()
    plan = Plan.objects.select_for_update(no_key=True).get(pk=plan.pk)
    plan.refuse_unless_now(workflow.UNDO, by=by)
    if not reason.strip():
        raise exceptions.ReasonMissing
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    if reasons := hindrances.of(plan):
        raise exceptions.AlreadyUsed(reasons)
    counts = _go_back(plan)
    return plan.make(workflow.UNDO, by=by, reason=reason, payload={"moved": counts})


def _go_back(plan: Plan) -> dict[str, int]:
    picture = Picture.of(plan)
    try:
        with correcting():
            _reopen(plan)
            counts = _give_work_back(plan)
            ToPlace.objects.filter(plan=plan).delete()
            _restore_the_rest(plan)
            counts |= arrivals.give_back(plan, picture, decided_by(plan))
            _never_were(plan)
    except IntegrityError as refusal:
        raise exceptions.ChangedSince(_what(refusal)) from refusal
    return counts


def _what(refusal: IntegrityError) -> str:
    """What a table that refused holds, as the screen calls it."""
    table = getattr(getattr(refusal.__cause__, "diag", None), "table_name", None) or ""
    named = [model for model in apps.get_models() if model._meta.db_table == table]
    return hindrances.called(named[0]) if named else table


# --- Back ----------------------------------------------------------------------------------------


def _reopen(plan: Plan) -> None:
    """Whoever ended is open again, so that work can come back."""
    with connection.cursor() as cursor:
        cursor.execute(REOPEN, [plan.pk, ORGANIZATIONS])


def _give_work_back(plan: Plan) -> dict[str, int]:
    routing.prepare(plan, {})
    decided = decided_by(plan)
    counts = {"dossiers": _give_dossiers_back(plan, decided)}
    for name, piece, verb in (
        ("drafts", routing.DRAFTS, _drafts),
        ("questions", routing.QUESTIONS, questions.give_back),
        ("tasks", routing.TASKS, tasks.give_back),
        ("supports", routing.SUPPORTS, support_transfers.give_back),
        ("consultations", routing.CONSULTATIONS, consultations.give_back),
        ("sections", routing.SECTIONS, news.give_back_sections),
        ("announcements", routing.ANNOUNCEMENTS, news.give_back_announcements),
    ):
        counts[name] = verb(_back(plan, piece), **decided)
    return counts


def _back(plan: Plan, piece: Piece) -> str:
    text = BACK.format(table=piece.table, key=piece.key, organization=piece.organization)
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE moving_now")
        heirs = hindrances.heirs_of(plan).values_list("organization", flat=True)
        cursor.execute(text, [plan.pk, piece.table, list(heirs)])
    return "moving_now"


def _drafts(moving: str, **_decided: Any) -> int:
    return dossiers.move_drafts(moving)


def _give_dossiers_back(plan: Plan, decided: Decided) -> int:
    with connection.cursor() as cursor:
        cursor.execute(GOING_BACK, [plan.pk])
        going, count = cursor.rowcount, 0
        cursor.execute("CREATE INDEX ON going_now (n)")
        cursor.execute("ANALYZE going_now")
    for after in range(0, going, AT_ONCE):
        count += dossiers.give_back(routing.next_batch(after, after + AT_ONCE), **decided)
    return count


def _restore_the_rest(plan: Plan) -> None:
    """Last done, first undone; organizations that the plan founded never were."""
    for stage in ledger.stages(plan):
        if stage.relation in DUTIES:
            ledger.recall_notes(plan, [stage.relation])
            DUTIES[stage.relation](ledger.TABLE)
        elif stage.relation != ORGANIZATIONS:
            undone = ledger.remove if stage.were_made else ledger.restore
            undone(plan, stage)


def _never_were(plan: Plan) -> None:
    """A code is never given again, so the row stays; it holds on no day."""
    founded = Body.objects.filter(plan=plan, is_founded=True)
    if left := list(arrivals.left_at(founded.values("organization"))):
        raise exceptions.AlreadyUsed([_("Chưa trả về được: %s.") % ", ".join(left)])
    rows = Organization.objects.filter(pk__in=founded.values("organization"))
    rows.update(valid_during=EMPTY)
    founded.update(organization=None)
