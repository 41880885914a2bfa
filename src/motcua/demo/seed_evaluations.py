"""What did the demo's applicants think? One in three says it, a few days after the return.

**Invented**, by one rule for every office: who waited too long is less content. A pilot's office is
treated as any other, so that its review finds what is in the record.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import datetime, timedelta

from django.utils import timezone

from motcua.dossiers.models import Dossier, Evaluation
from motcua.dossiers.workflow import State
from motcua.periods.clock import day_of

SHARE, LONGEST = 0.35, 20
LEVELS = tuple(Evaluation.Level)
CONTENT, LATE = (2, 4, 11, 46, 37), (14, 27, 26, 25, 8)
"""Weights of the five levels, for those in time and those that came late."""
COMMENTS = {
    1: "Phải đi lại nhiều lần, hẹn rồi vẫn chậm.",
    2: "Chờ lâu hơn ngày hẹn mà không được báo.",
    4: "Cán bộ hướng dẫn rõ, nộp trực tuyến tiện.",
    5: "Nhanh hơn hẹn, cảm ơn cán bộ một cửa.",
}


def seed() -> None:
    """Enter them once; dossiers are seeded before."""
    if not Evaluation.objects.exists():
        Evaluation.objects.bulk_create(_said(), batch_size=1000)


def _said() -> Iterator[Evaluation]:
    dice, now = random.Random(766), timezone.now()  # noqa: S311  invents, hides nothing
    returned = Dossier.objects.filter(state=State.RETURNED).order_by("pk")
    for dossier in returned.only("organization", "finished_at", "due_current", "moved_at"):
        at = dossier.moved_at + timedelta(days=dice.uniform(0.1, LONGEST))
        if dice.random() < SHARE and at < now:
            yield _one(dossier, at, dice)


def _one(dossier: Dossier, at: datetime, dice: random.Random) -> Evaluation:
    decided, due = dossier.finished_at, dossier.due_current
    is_late = bool(decided and due and decided > due)
    [level] = dice.choices(LEVELS, LATE if is_late else CONTENT)
    return Evaluation(
        dossier_id=dossier.pk,
        organization_id=dossier.organization_id,
        decided_on=day_of(decided or dossier.moved_at),
        level=level,
        comment=COMMENTS.get(level, "") if dice.random() < 0.3 else "",
        at=at,
    )
