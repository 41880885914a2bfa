"""What does a letter about a task say? Its code, the day, where to look; no words of a meeting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils import translation

from motcua.periods.clock import day_of
from motcua.ui.models import SiteIdentity

from .wording import Words, address_of, in_words

if TYPE_CHECKING:
    from motcua.directives.models import Task

    from .models import DirectiveLetter


def words_about_task(letter: DirectiveLetter) -> Words:
    """The letter, in Vietnamese."""
    told = letter.event or letter.reminder
    if told is None:  # the database refuses such a letter
        raise LookupError(letter.pk)
    name = letter.event.verb if letter.event else f"remind_{told.kind}"  # type: ignore[union-attr]
    task, day = told.task, day_of(told.at)
    with translation.override(settings.LANGUAGE_CODE):
        return in_words(f"directive_{name}", _facts(letter, task) | {"day": day})


def _facts(letter: DirectiveLetter, task: Task) -> dict[str, object]:
    day = day_of(letter.written_at)
    return {
        "code": task.code,
        "owner": task.organization.name_on(day),
        "issuer": task.issuer.name_on(day),
        "due": letter.reminder.due_on if letter.reminder else task.due_on,
        "is_urgent": task.is_urgent,
        "link": address_of("directives_desk:detail", task.code),
        "site": SiteIdentity.objects.on(day).first(),
        "is_demo": task.issuer.is_demo or task.organization.is_demo,
    }
