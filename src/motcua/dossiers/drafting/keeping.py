"""How long is a draft kept, and which are to be announced or deleted today?

Counted from the last change. Nobody's draft is deleted without having been announced the days
before that the rule says, by letter where there is an address and in the account for everybody.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from motcua.dossiers.models import Attachment, Draft, DraftKeeping
from motcua.dossiers.signals import drafts_ending
from motcua.periods.clock import day_of, today

if TYPE_CHECKING:
    from motcua.dossiers.queries import DraftQuerySet

BATCH = 200
"""Drafts of one transaction."""


@dataclass(frozen=True, slots=True)
class Rule:
    """Days from the last change to the end, and from the announcement to the end."""

    days: int
    warned_days: int


class Rules:
    """The rules of one day, asked for once."""

    def __init__(self, day: date) -> None:
        rows = DraftKeeping.objects.on(day)
        self.by_procedure = {row.procedure_id: Rule(row.days, row.warned_days) for row in rows}

    @property
    def otherwise(self) -> Rule:
        usual = Rule(settings.DRAFT_KEPT_DAYS, settings.DRAFT_WARNED_DAYS)
        return self.by_procedure.get(None, usual)

    def rule_of(self, draft: Draft) -> Rule:
        return self.by_procedure.get(draft.version.procedure_id, self.otherwise)

    def last_day(self, draft: Draft) -> date:
        """The last day on which the draft is there if nobody goes on with it.

        One that was announced late, after a rule became stricter, has its days of notice.
        """
        rule = self.rule_of(draft)
        last = day_of(draft.changed_at) + timedelta(days=rule.days)
        notice = day_of(draft.warned_at or timezone.now()) + timedelta(days=rule.warned_days)
        return max(last, notice)

    def groups(self) -> Iterator[tuple[Q, Rule]]:
        """Each rule with the drafts that it is about."""
        named = {pk for pk in self.by_procedure if pk is not None}
        yield ~Q(version__procedure__in=named), self.otherwise
        for pk in named:
            yield Q(version__procedure=pk), self.by_procedure[pk]


def with_last_days(drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts, each with ``kept_until`` for its line in a list."""
    listed = list(drafts)
    rules = Rules(today()) if listed else None
    for draft in listed:
        draft.kept_until = rules.last_day(draft) if rules else None
    return listed


def announce_endings() -> int:
    """Note of every draft near its end that its owner is told; how many."""
    now, rules = timezone.now(), Rules(today())
    told = 0
    for about, rule in rules.groups():
        old = now - timedelta(days=rule.days - rule.warned_days)
        near = Draft.objects.unsubmitted().filter(about, changed_at__lte=old, warned_at=None)
        told += sum(_in_batches(near, lambda rows: _announce(rows, now)))
    return told


def delete_ended() -> int:
    """Delete what was announced long enough ago and nobody went on with; how many."""
    now, rules = timezone.now(), Rules(today())
    gone = 0
    for about, rule in rules.groups():
        over = Draft.objects.unsubmitted().filter(
            about,
            changed_at__lte=now - timedelta(days=rule.days),
            warned_at__lte=now - timedelta(days=rule.warned_days),
        )
        gone += sum(_in_batches(over, _delete))
    return gone


def _in_batches(drafts: DraftQuerySet, do: Any) -> Iterator[int]:
    """Batch by batch, each a transaction of its own; one that somebody holds is left for later."""
    while True:
        with transaction.atomic():
            free = drafts.order_by("pk").select_for_update(skip_locked=True, of=("self",))
            rows = [draft.pk for draft in free[:BATCH]]
            if not rows:
                return
            yield do(rows)


def _announce(rows: list[int], now: Any) -> int:
    Draft.objects.filter(pk__in=rows).update(warned_at=now)
    drafts_ending.send(Draft, drafts=rows)
    return len(rows)


def _delete(rows: list[int]) -> int:
    """With papers, codes, invitations and letters; bytes that nobody refers to go at night."""
    for draft in Draft.objects.filter(pk__in=rows).only("key"):
        draft.uploads.drop_afterwards()
    Attachment.objects.in_preparation().filter(draft__in=rows).delete()
    Draft.objects.filter(pk__in=rows).delete()
    return len(rows)
