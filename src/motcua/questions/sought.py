"""Which words do many people search for in vain, and whose task is it to see to them?

The search keeps words and days, nobody's name (``search.unanswered``); words that may name
somebody become no task all the same.
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Count, Max

from motcua.organizations.acting import Acting
from motcua.periods.clock import today
from motcua.questions.models import AnsweringPost, Outcome, Sought, SoughtEvent, SoughtState
from motcua.search.folding import fold
from motcua.search.models import Unanswered
from motcua.search.queries import find

if TYPE_CHECKING:
    from datetime import date

    from django.db.models import QuerySet

WINDOW = timedelta(days=30)
MOST = 200
"""So many tasks are raised at a time, the most sought first."""
FAMILIES = "nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|dao|mai"
NAMED = re.compile(rf"\b(?:{FAMILIES}) (?:van|thi)\b")
"""How most names of persons begin."""


def may_tend(by: Acting) -> bool:
    """Whether the post is the one that sees to what nobody found."""
    tending = AnsweringPost.objects.on(today()).filter(tends_search=True)
    return by.post is not None and tending.filter(post=by.post).exists()


def waiting() -> QuerySet[Sought]:
    """What nobody finished, the longest waiting first."""
    return Sought.objects.exclude(state=SoughtState.DONE).order_by("opened_on", "pk")


def counted(tasks: QuerySet[Sought]) -> list[tuple[Sought, dict[str, Any]]]:
    """Each with how often, on how many days and when last it was sought; two queries."""
    found = list(tasks)
    counts = _by_words(today()).filter(words__in=[task.words for task in found])
    told = {row["words"]: row for row in counts}
    return [(task, told.get(task.words, {})) for task in found]


def is_found(words: str) -> bool:
    """Whether the search finds something that is meant, and not only some of the words."""
    return any(not hit.is_loose for hit in find(words, limit=1))


@transaction.atomic
def raise_tasks(day: date) -> int:
    """Make tasks of what was sought in vain on enough days; open again what came back; how many."""
    often = _by_words(day).filter(days__gte=settings.SEARCH_TASK_DAYS).order_by("-days", "words")
    last = {row["words"]: row["last_day"] for row in often[:MOST] if not _names(row["words"])}
    known = {task.words: task for task in Sought.objects.filter(words__in=last)}
    fresh = [Sought(words=words, opened_on=day) for words in last if words not in known]
    came_back = [task for task in known.values() if _came_back(task, last[task.words])]
    Sought.objects.bulk_create(fresh)
    back = Sought.objects.filter(pk__in=[task.pk for task in came_back], state=SoughtState.DONE)
    back.update(state=SoughtState.OPEN, opened_on=day, done_on=None, outcome="")
    _remember(fresh, SoughtEvent.Verb.RAISE)
    _remember(came_back, SoughtEvent.Verb.REOPEN)
    return len(fresh) + len(came_back)


def _by_words(day: date) -> QuerySet[Any, Any]:
    recent = Unanswered.objects.filter(day__gt=day - WINDOW, day__lte=day)
    return recent.values("words").annotate(days=Count("day"), last_day=Max("day"))


def _came_back(task: Sought, last_day: date) -> bool:
    """Sought in vain on a later day; what is not ours was told and will be sought on."""
    if task.done_on is None or task.outcome == Outcome.NOT_OURS:
        return False
    return last_day > task.done_on and not is_found(task.words)


def _names(words: str) -> bool:
    return bool(NAMED.search(fold(words)))


def _remember(tasks: list[Sought], verb: SoughtEvent.Verb) -> None:
    machine = Acting.machine().person
    SoughtEvent.objects.bulk_create(
        SoughtEvent(of_words=task, verb=verb, person=machine) for task in tasks
    )
