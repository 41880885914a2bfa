"""What takes several nouns? Entering a plan and settling it; carrying out has its own file."""

from __future__ import annotations

from typing import IO, Any

from django.db import connection, transaction
from django.utils.translation import gettext as _

from motcua.filekeeping import media_types
from motcua.filekeeping.models import StoredFile
from motcua.organizations.acting import Acting
from motcua.periods.clock import day_of, today
from motcua.reorganization import checks, compiling, hands, workflow
from motcua.reorganization.entering import Entry
from motcua.reorganization.exceptions import MoveRefused, PlanInvalid, TooLate
from motcua.reorganization.files import reading
from motcua.reorganization.files.words import Heading, PlanWords
from motcua.reorganization.models import Body, Change, Plan, PlanEvent, Route
from motcua.reorganization.problems import Problem, in_order

PLANNING = 49_00_40
"""The advisory lock of whoever settles a plan, so that two plans see each other."""


def enter(content: bytes, *, by: Acting, name: str = "") -> Plan:
    """Make a plan of a file, YAML or CSV by its ``name``; PlanInvalid has all that is wrong."""
    return enter_words(reading.read(content, name), by=by)


@transaction.atomic
def enter_words(words: PlanWords, *, by: Acting, payload: dict[str, Any] | None = None) -> Plan:
    """The same of words that were read or generated before; ``payload`` says where they stood."""
    role = hands.role_for(workflow.ENTER, by)
    hold_planning()
    plan = _entered(words)
    write(plan, words)
    plan.remember(workflow.ENTER, role, by=by, payload=payload or {})
    return plan


def revise(plan: Plan, content: bytes, *, by: Acting, name: str = "") -> Plan:
    """Write a draft anew from another file."""
    return revise_words(plan, reading.read(content, name), by=by)


@transaction.atomic
def revise_words(
    plan: Plan, words: PlanWords, *, by: Acting, payload: dict[str, Any] | None = None
) -> Plan:
    """The same of words that were read or generated before; ``payload`` says where they stood."""
    hold_planning()
    plan.make(workflow.REVISE, by=by, payload=payload)
    _write_anew(plan, words)
    return plan


def try_words(words: PlanWords, plan: Plan | None = None) -> None:
    """Enter the words, or write ``plan`` anew, and take it back; PlanInvalid says what is wrong.

    Waits for nobody: what others enter meanwhile is seen when it is entered in earnest.
    """
    with transaction.atomic():
        if plan is None:
            write(_entered(words), words)
        else:
            _write_anew(Plan.objects.get(pk=plan.pk), words)
        transaction.set_rollback(True)


def _entered(words: PlanWords) -> Plan:
    plan = _headed(Plan(), words.heading)
    _refuse_the_same(plan)
    plan.save(force_insert=True)
    return plan


def _write_anew(plan: Plan, words: PlanWords) -> None:
    _refuse_the_same(_headed(plan, words.heading))
    plan.save(update_fields=["number", "decided_on", "issuer", "title", "day"])
    for rows in (Route, Change, Body):
        rows.objects.filter(plan=plan).delete()
    write(plan, words)


def write(plan: Plan, words: PlanWords) -> None:
    """Write down what a plan says; raises PlanInvalid with all that is wrong at once."""
    entry = Entry(plan, words)
    entry.write()
    lost = {problem.row for problem in entry.problems}
    others = [problem for problem in checks.problems(plan) if problem.row not in lost]
    if found := in_order([*entry.problems, *others]):
        raise PlanInvalid(found)
    compiling.compile_routes(plan)


@transaction.atomic
def schedule(plan: Plan, *, by: Acting) -> PlanEvent:
    """Settle it for its day; raises PlanInvalid where the register changed meanwhile."""
    hold_planning()
    if found := checks.problems(plan):
        raise PlanInvalid(found)
    return plan.make(workflow.SCHEDULE, by=by)


def reopen(plan: Plan, *, by: Acting, reason: str) -> PlanEvent:
    """Take it back to be written anew."""
    return plan.make(workflow.REOPEN, by=by, reason=reason)


def cancel(plan: Plan, *, by: Acting, reason: str) -> PlanEvent:
    return plan.make(workflow.CANCEL, by=by, reason=reason)


def put_off(plan: Plan, why: MoveRefused, *, by: Acting) -> PlanEvent | None:
    """Note that its day has come and why it waits, once a day; None where today's note is there."""
    last = plan.events.order_by("pk").last()
    if last and last.verb == workflow.PUT_OFF.verb and day_of(last.at) == today():
        return None
    try:
        return plan.make(workflow.PUT_OFF, by=by, reason=str(why))
    except TooLate:  # somebody moved it in this very moment
        return None


@transaction.atomic
def keep_decision(plan: Plan, stream: IO[bytes], *, name: str, by: Acting) -> None:
    """Keep the signed decision with its plan."""
    hands.role_for(workflow.REVISE, by)
    kept = StoredFile.keep(stream, accepted=media_types.PAPERS)
    ready = Plan.objects.filter(pk=plan.pk, revision=plan.revision)
    if not ready.update(file=kept, file_name=kept.named(name)):
        raise TooLate
    plan.file, plan.file_name = kept, kept.named(name)


def hold_planning() -> None:
    """Until this transaction ends nobody else enters or settles a plan."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [PLANNING])


def _headed(plan: Plan, heading: Heading) -> Plan:
    if heading.day is None or heading.decided_on is None:
        raise PlanInvalid(
            [Problem(_("thiếu ngày ký hoặc ngày thực hiện; hãy ghi thêm."), heading.row)]
        )
    if heading.day < heading.decided_on:
        words = {"day": f"{heading.day:%d/%m/%Y}", "decided": f"{heading.decided_on:%d/%m/%Y}"}
        sentence = _(
            "ngày thực hiện %(day)s đứng trước ngày ký %(decided)s; hãy sửa một trong hai ngày."
        )
        raise PlanInvalid([Problem(sentence % words, heading.row)])
    plan.number, plan.issuer, plan.title = heading.number, heading.issuer, heading.title
    plan.decided_on, plan.day = heading.decided_on, heading.day
    return plan


def _refuse_the_same(plan: Plan) -> None:
    same = Plan.objects.live().filter(number=plan.number, decided_on=plan.decided_on, day=plan.day)
    if same.exclude(pk=plan.pk).exists():
        words = {"number": plan.number, "day": f"{plan.day:%d/%m/%Y}"}
        raise PlanInvalid(
            [
                Problem(
                    _(
                        "Phương án %(number)s thực hiện ngày %(day)s đã có; hãy mở phương án ấy "
                        "để sửa."
                    )
                    % words
                )
            ]
        )
