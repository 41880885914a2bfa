"""How is a draft written? Begun from what is in force, then changed; each time remembered."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import transaction

from motcua.catalog import actions, differences, exceptions, rights, workflow
from motcua.catalog.models import Procedure, ProcedureVersion
from motcua.catalog.recording import loading, own_forms, parts, recalling, shelves
from motcua.periods.closing import closed_means

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

Form = dict[str, Any]
WRITTEN_HERE = "Soạn tại cổng"
"""Where a draft comes from that somebody of this portal began."""
OF_A_DECISION = frozenset({"decision_number", "effective_from"})


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def begin(procedure: Procedure, *, by: Acting, in_force: int) -> ProcedureVersion:
    """A draft that says what the newest published version says, to be changed.

    ``in_force`` is its number as the page showed it. Of two at once the second is led to the
    draft of the first.
    """
    if workflow.Role.WRITER not in rights.roles_of(by):
        raise exceptions.NotYourMove
    Procedure.objects.select_for_update().get(pk=procedure.pk)
    if begun := procedure.versions.waiting().filter(events__verb=workflow.BEGIN.verb).first():
        raise exceptions.DraftWaits(begun.number)
    model = procedure.versions.published().with_parts().order_by("-number").first()
    if model is None or model.number != in_force:
        raise exceptions.TooLate
    draft = _copy(model)
    draft.events.create(verb=workflow.BEGIN.verb, **by.hand)
    return draft


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def begin_new(record: dict[str, Any], *, by: Acting) -> ProcedureVersion:
    """The first draft of a procedure that the portal does not have; nobody else sees it yet.

    Raises CodeTaken where there is one, in force, ended or waiting. Of two at once the second
    meets the draft of the first.
    """
    if workflow.Role.WRITER not in rights.roles_of(by):
        raise exceptions.NotYourMove
    told = record | {"source": {"where": WRITTEN_HERE}}
    shelf = shelves.put_up([record["topic"]])[record["topic"]]
    Procedure.objects.get_or_create(code=record["code"], defaults={"sector": shelf})
    procedure = Procedure.objects.select_for_update().get(code=record["code"])
    highest = _highest_discarded(procedure)
    Procedure.objects.filter(pk=procedure.pk).update(sector=shelf)
    draft = loading.version(told, procedure, highest)
    loading.write([(draft, told)])
    draft.events.create(verb=workflow.BEGIN.verb, **by.hand)
    return draft


def _highest_discarded(procedure: Procedure) -> int:
    """The number of the last draft that was discarded; CodeTaken where there is anything else."""
    if begun := procedure.versions.waiting().first():
        raise exceptions.CodeTaken(begun.number)
    if procedure.versions.published().exists():
        raise exceptions.CodeTaken
    return procedure.versions.order_by("-number").values_list("number", flat=True).first() or 0


def _copy(model: ProcedureVersion) -> ProcedureVersion:
    """The same content as a draft of today, without the decision, which will be another."""
    record = recalling.record_of(model) | {"source": {"where": WRITTEN_HERE}}
    told = {key: value for key, value in record.items() if key not in OF_A_DECISION}
    highest = model.procedure.versions.order_by("-number").values_list("number", flat=True)[0]
    draft = loading.version(told, model.procedure, highest)
    for name in own_forms.TOLD:
        setattr(draft, name, getattr(model, name))
    loading.write([(draft, told)])
    return draft


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def write(version: ProcedureVersion, record: dict[str, Any], *, by: Acting, revision: int) -> bool:
    """Let a draft say what ``record`` says (recording/schema.json); whether anything changed."""
    before = _with_parts(version)
    if recalling.says_the_same(before, record):
        return False
    actions.step(version, workflow.WRITE, by=by, seen=_as_seen(version, revision))
    actions.row_of(version).update(**loading.content(record | {"source": before.source}))
    parts.replace(version, record)
    told = differences.between(before, _with_parts(version)).parts
    actions.remember(version, workflow.WRITE, by, ", ".join(part.name for part in told))
    return True


@closed_means(exceptions.NotYourMove)
@transaction.atomic
def compose(
    version: ProcedureVersion, form: Form, layout: Form, *, by: Acting, revision: int
) -> bool:
    """Give a draft another form; whether anything changed."""
    if (version.form, version.form_layout) == (form, layout):
        return False
    actions.step(version, workflow.COMPOSE, by=by, seen=_as_seen(version, revision))
    actions.row_of(version).update(form=form, form_layout=layout)
    actions.remember(version, workflow.COMPOSE, by)
    version.form, version.form_layout = form, layout
    return True


def _as_seen(version: ProcedureVersion, revision: int) -> actions.Seen:
    """What is written does not decide: only the draft itself must be as it was seen."""
    return actions.Seen(revision, actions.newest(version.procedure))


def _with_parts(version: ProcedureVersion) -> ProcedureVersion:
    return ProcedureVersion.objects.with_parts().get(pk=version.pk)
