"""Which post answers for an office's heir? The named one goes on where the heir names none."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from motcua.organizations.models import Organization, Post
from motcua.organizations.passing_on import Duty, reaching
from motcua.questions.models import AnsweringPost

if TYPE_CHECKING:
    from django.db.models import QuerySet

ANSWERING = Duty("questions_answeringpost", copies=("one_hand_reason", "tends_search"))
pass_on = ANSWERING.pass_on
take_back = ANSWERING.take_back


def held_at(
    organizations: Iterable[Organization | int], posts: Iterable[Post | int], day: date
) -> QuerySet[AnsweringPost]:
    """Rows for these offices, or that name one of these posts, on ``day`` or later."""
    found: QuerySet[AnsweringPost] = reaching(
        AnsweringPost.objects.all(), organizations, posts, day
    )
    return found
