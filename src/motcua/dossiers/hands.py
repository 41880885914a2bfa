"""As what may somebody make a move on a dossier? Duties, and the hands that already touched it.

One human never receives, appraises and decides the same dossier, whatever the posts, and nobody
acts as an officer on their own or a declared relative's: the history decides, not the hat. Only a
pair of duties that the province allows in a procedure is an exception, and each use is kept.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from motcua.dossiers import desks, exceptions, separation, workflow
from motcua.dossiers.workflow import Move, Role

if TYPE_CHECKING:
    from motcua.dossiers.models import AllowedPair, Dossier
    from motcua.organizations.acting import Acting


class Act(NamedTuple):
    """What the history tells about one event."""

    verb: str
    role: str
    person: int


def roles_of(dossier: Dossier, by: Acting) -> frozenset[Role]:
    """The applicant is asked for first; with a post on, who is near to it is nobody here."""
    if by.post and separation.is_own(dossier, by.person):
        return frozenset()
    if by.person.pk == dossier.applicant_id:
        return frozenset({Role.APPLICANT})
    if by.person.is_machine:
        return frozenset({Role.SYSTEM})
    return desks.roles_of(by, dossier)


class Footing(NamedTuple):
    """As what somebody makes a move, and which permissions they need for it: mostly none."""

    role: Role
    allowed: list[AllowedPair]


class Known(NamedTuple):
    """What decides about every move alike: what was done, and what is too near."""

    acts: list[Act]
    near: type[exceptions.Separated] | None


def nearness(dossier: Dossier, by: Acting) -> type[exceptions.Separated] | None:
    """One's own and a relative's; only who would have it on their desk is told of the second."""
    if by.post is None:
        return None
    if separation.is_own(dossier, by.person):
        return exceptions.OwnDossier
    is_here = desks.roles_of(by, dossier) and separation.is_of_relative(dossier, by.person)
    return exceptions.OfRelative if is_here else None


def footing(move: Move, dossier: Dossier, by: Acting, known: Known) -> Footing:
    """As what ``by`` makes ``move``; raises the situation that forbids it."""
    if known.near:
        raise known.near
    acts = known.acts
    roles = roles_of(dossier, by) & move.roles
    if not roles:
        raise exceptions.NotYourMove
    if move is workflow.REQUEST_SUPPLEMENT and any(act.verb == move.verb for act in acts):
        roles = _who_may_ask_again(roles)
    met_as = {Role(act.role) for act in acts if act.person == by.person.pk}
    if met_as and not roles & met_as:
        return _by_permission(dossier, roles, met_as)
    return Footing(min(roles & met_as or roles, key=list(Role).index), [])


def may(move: Move, dossier: Dossier, by: Acting, known: Known) -> bool:
    """Whether ``by`` could make ``move``, were it the moment."""
    try:
        footing(move, dossier, by, known)
    except exceptions.MoveRefused:
        return False
    return True


def _by_permission(dossier: Dossier, roles: frozenset[Role], met_as: set[Role]) -> Footing:
    """A second duty, where the province allows the pair in this procedure."""
    for role in sorted(roles, key=list(Role).index):
        if allowed := separation.allowing(dossier, role, met_as):
            return Footing(role, allowed)
    raise exceptions.SameHands


def _who_may_ask_again(roles: frozenset[Role]) -> frozenset[Role]:
    """Supplements are requested once (NĐ 61/2018, Art. 15.3); more is the approver's decision."""
    if Role.APPROVER not in roles:
        raise exceptions.AlreadyRequested
    return frozenset({Role.APPROVER})
