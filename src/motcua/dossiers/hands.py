"""As what may somebody make a move on a dossier? Duties, and the hands that already touched it.

One human never receives, appraises and decides the same dossier, whatever the posts, and nobody
acts as an officer on their own: the history decides, not the hat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from motcua.dossiers import desks, exceptions, workflow
from motcua.dossiers.workflow import Move, Role

if TYPE_CHECKING:
    from motcua.dossiers.models import Dossier
    from motcua.organizations.acting import Acting


class Act(NamedTuple):
    """What the history tells about one event."""

    verb: str
    role: str
    person: int


def roles_of(dossier: Dossier, by: Acting) -> frozenset[Role]:
    """The applicant is asked for first; with a post on, the applicant is nobody here."""
    if by.person.pk == dossier.applicant_id:
        return frozenset() if by.post else frozenset({Role.APPLICANT})
    if by.person.is_machine:
        return frozenset({Role.SYSTEM})
    return desks.roles_of(by, dossier)


def role_for(move: Move, dossier: Dossier, by: Acting, acts: list[Act]) -> Role:
    """As what ``by`` makes ``move``; raises the situation that forbids it."""
    roles = roles_of(dossier, by) & move.roles
    if not roles:
        raise exceptions.NotYourMove
    if move is workflow.REQUEST_SUPPLEMENT and any(act.verb == move.verb for act in acts):
        roles = _who_may_ask_again(roles)
    met_as = {Role(act.role) for act in acts if act.person == by.person.pk}
    if met_as and not roles & met_as:
        raise exceptions.SameHands
    return min(roles & met_as or roles, key=list(Role).index)


def may(move: Move, dossier: Dossier, by: Acting, acts: list[Act]) -> bool:
    """Whether ``by`` could make ``move``, were it the moment."""
    try:
        role_for(move, dossier, by, acts)
    except exceptions.MoveRefused:
        return False
    return True


def _who_may_ask_again(roles: frozenset[Role]) -> frozenset[Role]:
    """Supplements are requested once (NĐ 61/2018, Art. 15.3); more is the approver's decision."""
    if Role.APPROVER not in roles:
        raise exceptions.AlreadyRequested
    return frozenset({Role.APPROVER})
