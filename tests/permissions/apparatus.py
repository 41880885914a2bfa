"""The apparatus: what the law makes public of every organization and of who leads it."""

from typing import Any

from motcua.organizations import profiles
from motcua.organizations.models import Appointment, Post, Profile

from ..answers import ABSENT, SHOWN, everybody
from ..rows import Row
from ..town import Things


def office(things: Things) -> tuple[Any, ...]:
    return (things.office.identifier,)


def leader(things: Things) -> tuple[Any, ...]:
    deputy = things.office.posts.get(title="Phó Chủ tịch")
    Post.objects.filter(pk=deputy.pk).update(rank=Post.Rank.DEPUTY)
    profiles.open_for_leaders()
    person = Appointment.objects.filter(post=deputy).values("person")[:1]
    return (Profile.objects.get(person__in=person).slug,)


FOR_EVERYBODY: list[Row] = [
    Row("apparatus:overview", everybody(SHOWN)),
    Row("apparatus:chart", everybody(SHOWN)),
    Row("apparatus:differences", everybody(SHOWN)),
    Row("apparatus:map", everybody(SHOWN)),
    Row("apparatus:json_ld", everybody(SHOWN)),
    Row("apparatus:csv", everybody(SHOWN)),
    Row("apparatus:organization_json_ld", everybody(SHOWN), at=office),
    Row("apparatus:organization", everybody(SHOWN), at=office),
    Row("apparatus:organization", everybody(ABSENT), at=lambda _: ("H01.99",), when="unknown"),
    Row("apparatus:leader", everybody(SHOWN), at=leader),
    Row("apparatus:leader", everybody(ABSENT), at=lambda _: ("khong-ai",), when="unknown"),
]

ROWS = [*FOR_EVERYBODY]
