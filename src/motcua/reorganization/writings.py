"""How does a plan come to be on a screen? Its text is kept as it grows, checked, and entered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.translation import gettext_lazy

from motcua.reorganization import actions, exceptions, hands, workflow
from motcua.reorganization.exceptions import MoveRefused, PlanInvalid
from motcua.reorganization.files import sheet
from motcua.reorganization.files.places import Placed, placed
from motcua.reorganization.files.writing import as_yaml
from motcua.reorganization.models import Plan, PlanEvent, Writing
from motcua.reorganization.problems import Problem

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


WRITING = "writing"
"""Under which key of its event a plan keeps from which writing it came."""


class WritingChanged(MoveRefused):
    """Somebody else kept the same writing meanwhile, or it became a plan."""

    message = gettext_lazy(
        "Bản soạn đã thay đổi từ lúc bạn mở trang, nên chưa ghi gì: hãy mở lại trang rồi sửa tiếp."
    )


def begin(text: str, *, by: Acting) -> Writing:
    """Begin a new plan with a text, which may be empty or wrong."""
    hands.role_for(workflow.ENTER, by)
    return Writing.objects.create(text=text, problems=_against(text), kept_by=by.person)


def begin_anew(plan: Plan, *, by: Acting) -> Writing:
    """Write a draft anew, from what it says; whoever comes second goes on with the same writing."""
    plan.refuse_unless_now(workflow.REVISE, by=by)
    said = {"text": as_yaml(plan), "kept_by": by.person}
    writing, _is_new = Writing.objects.get_or_create(plan=plan, defaults=said)
    return writing


def keep(writing: Writing, text: str, *, seen: int, by: Acting) -> Writing:
    """Keep what was written; raises WritingChanged where the page showed an older text."""
    hands.role_for(workflow.ENTER, by)
    said = {"text": text, "problems": _against(text, writing.plan)}
    now = {"kept_by": by.person, "kept_at": timezone.now(), "revision": F("revision") + 1}
    if not Writing.objects.filter(pk=writing.pk, revision=seen).update(**said, **now):
        raise WritingChanged
    writing.refresh_from_db()
    return writing


@transaction.atomic
def finish(writing: Writing, *, seen: int, by: Acting) -> Plan:
    """Make the plan of it, or write the draft anew; raises PlanInvalid with all that is wrong."""
    taken = Writing.objects.select_for_update().filter(pk=writing.pk, revision=seen).first()
    if taken is None:
        raise WritingChanged
    words, payload = sheet.words_of(taken.text), {WRITING: taken.pk}
    plan = (
        actions.revise_words(taken.plan, words, by=by, payload=payload)
        if taken.plan
        else actions.enter_words(words, by=by, payload=payload)
    )
    taken.delete()
    return plan


def became(pk: int) -> Plan | None:
    """The plan that a writing became; None where it never did. There are few plans, ever."""
    written = PlanEvent.objects.filter(**{f"payload__{WRITING}": pk}).select_related("plan")
    event = written.first()
    return event.plan if event else None


def discard(writing: Writing, *, seen: int, by: Acting) -> None:
    """Throw the writing away; the plan itself, if there is one, stays as it was entered."""
    hands.role_for(workflow.ENTER, by)
    gone, _of_each = Writing.objects.filter(pk=writing.pk, revision=seen).delete()
    if not gone:
        raise WritingChanged


def problems(writing: Writing) -> list[Placed]:
    """What stands against it, each with the part of the screen that it speaks of."""
    found = [Problem(sentence, row) for row, sentence in writing.problems]
    return placed(writing.text, found)


def _against(text: str, plan: Plan | None = None) -> list[tuple[int | None, str]]:
    """All that entering the text would be refused for; nothing stays of the attempt."""
    try:
        words = sheet.words_of(text)
        actions.try_words(words, plan)
    except PlanInvalid as refusal:
        found = (each for each in refusal.problems if isinstance(each, Problem))
        return [(each.row, each.sentence) for each in found]
    except exceptions.MoveRefused as refusal:
        return [(None, str(refusal))]
    return []
