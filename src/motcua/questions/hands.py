"""As what may somebody make a move on a question? Roles, and the hands that already touched it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from motcua.questions import desks, exceptions, workflow
from motcua.questions.workflow import Move, Role

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting
    from motcua.questions.models import Question


def role_for(move: Move, question: Question, by: Acting) -> Role:
    """As what ``by`` makes ``move``; raises the situation that forbids it."""
    return _role_among(desks.roles_of(question, by), move, question, by)


def allowed(moves: Iterable[Move], question: Question, by: Acting) -> list[Move]:
    """Those of ``moves`` that ``by`` could make."""
    roles = desks.roles_of(question, by)
    return [move for move in moves if _may(roles, move, question, by)]


def drafted(question: Question, by: Acting) -> bool:
    """Whether the same human wrote an answer to it."""
    mine = question.events.filter(verb=workflow.DRAFT.verb, person=by.person)
    return bool(mine.exists())


def one_hand_reason(question: Question) -> str:
    """Why in this office whoever drafts may approve; empty where they may not."""
    named = desks.answering_post(question.organization_id)
    return named.one_hand_reason if named else ""


def _role_among(roles: frozenset[Role], move: Move, question: Question, by: Acting) -> Role:
    fitting = roles & move.roles
    if not fitting:
        raise exceptions.NotYourMove
    if move is workflow.PUBLISH and not question.may_be_public:
        raise exceptions.AskedPrivately
    is_forbidden = move is workflow.APPROVE and drafted(question, by)
    if is_forbidden and not one_hand_reason(question):
        raise exceptions.SameHands
    return min(fitting, key=list(Role).index)


def _may(roles: frozenset[Role], move: Move, question: Question, by: Acting) -> bool:
    try:
        _role_among(roles, move, question, by)
    except exceptions.MoveRefused:
        return False
    return True
