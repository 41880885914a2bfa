"""Whose turn is it with a draft? The next move, who may make it today, and who is kept from it.

Four eyes as the portal is set (``WRITER_MAY_REVIEW``, ``REVIEWER_MAY_PUBLISH``): the law asks that
a control office looks drafts over (NĐ 63/2010/NĐ-CP Art 24) and leaves open how many people.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from django.conf import settings
from django.db.models import QuerySet
from django.utils.translation import gettext as _

from motcua.catalog import exceptions, rights, workflow
from motcua.catalog.models import CatalogPost, ProcedureVersion
from motcua.organizations.models import Appointment
from motcua.periods import clock

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.catalog.workflow import Move

NEXT = {workflow.State.DRAFT: workflow.REVIEW, workflow.State.REVIEWED: workflow.PUBLISH}
"""What a draft waits for."""
SHOWN = 5
"""So many people are named; the others are counted."""
WRITTEN = frozenset(move.verb for move in workflow.CHANGES)


class Turn(NamedTuple):
    """The next move, some of those who may make it today, how many more, and the rule."""

    what: str
    holders: list[Appointment]
    more: int
    rule: str


def of(version: ProcedureVersion) -> Turn | None:
    """None where nothing is to be done any more."""
    move = NEXT.get(version.state)
    if move is None:
        return None
    holders = list(_holders(version, move))
    return Turn(_what(move), holders[:SHOWN], max(0, len(holders) - SHOWN), _rule(move))


def hindrance(version: ProcedureVersion, move: Move, person: Person) -> exceptions.Refused | None:
    """Why this person does not make the move, whatever the post; None where nothing hinders."""
    if person.pk not in _kept(version, move):
        return None
    return exceptions.WroteIt() if move is workflow.REVIEW else exceptions.SecondPersonNeeded()


def _kept(version: ProcedureVersion, move: Move) -> set[Any]:
    """The keys of the people whom the move is not for."""
    if move is workflow.REVIEW and not settings.WRITER_MAY_REVIEW:
        return set(version.events.filter(verb__in=WRITTEN).values_list("person", flat=True))
    if move is workflow.PUBLISH and not settings.REVIEWER_MAY_PUBLISH:
        reviews = version.events.filter(verb=workflow.REVIEW.verb).order_by("-pk")
        return set(reviews.values_list("person", flat=True)[:1])
    return set()


def _holders(version: ProcedureVersion, move: Move) -> QuerySet[Appointment]:
    today = clock.today()
    wanted = [right for right, role in rights.ROLES.items() if role in move.roles]
    posts = CatalogPost.objects.on(today).filter(right__in=wanted).values("post")
    held = Appointment.objects.on(today).filter(post__in=posts)
    others = held.exclude(person__in=_kept(version, move))
    return others.select_related("person", "post").order_by("person__full_name", "pk")


def _what(move: Move) -> str:
    """What is to be done; the button says that it was done."""
    return _("rà soát bản nháp") if move is workflow.REVIEW else _("công bố")


def _rule(move: Move) -> str:
    if move is workflow.REVIEW:
        if settings.WRITER_MAY_REVIEW:
            return _("Người soạn cũng rà soát được bản của mình.")
        return _("Người soạn không tự rà soát bản của mình.")
    if settings.REVIEWER_MAY_PUBLISH:
        return _("Người rà soát cũng công bố được.")
    return _("Người rà soát không tự công bố.")
