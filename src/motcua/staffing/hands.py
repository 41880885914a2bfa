"""Who may do what about staff? The holders of staffing posts, within their organizations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.organizations import rights
from motcua.staffing import exceptions
from motcua.staffing.workflow import Move, Role

if TYPE_CHECKING:
    from collections.abc import Iterable

    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization


def houses(acting: Acting | None) -> list[Organization]:
    """Over whose staff, and that of all under them, the post decides today."""
    return rights.houses(acting, rights.Right.MANAGE)


def role_for(move: Move, by: Acting, organizations: Iterable[Organization]) -> Role:
    """As what ``by`` makes ``move`` on all of ``organizations``; raises NotYourMove."""
    role = Role.SYSTEM if by.person.is_machine else Role.MANAGER
    if role not in move.roles:
        raise exceptions.NotYourMove
    if role is Role.MANAGER:
        mine = houses(by)
        if not mine or not all(rights.is_over(mine, each) for each in organizations):
            raise exceptions.NotYourMove
    return role


def refuse_own(by: Acting, *concerned: Person | None) -> None:
    """Nobody appoints, ends, replaces or lets cover themselves."""
    if by.person in concerned:
        raise exceptions.YourOwn


def refuse_own_number(by: Acting, officer: Person) -> None:
    """Nobody says of themselves which dossiers are their own."""
    if by.person == officer:
        raise exceptions.YourOwnNumber
