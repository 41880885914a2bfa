"""How does a plan look as a file? The same that was read, word for word what it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import yaml
from django.utils import translation

from motcua.organizations.models import Duty, Post
from motcua.reorganization.models import Body, Change, Plan, Share
from motcua.reorganization.picture import Picture
from motcua.territory.models import Unit
from motcua.territory.tiers import Tier


def as_yaml(plan: Plan) -> str:
    """The plan as a file that ``actions.enter`` reads back to the same plan."""
    written = yaml.safe_dump(as_words(plan), allow_unicode=True, sort_keys=False, width=100)
    return str(written)


def as_words(plan: Plan) -> dict[str, Any]:
    """The same as plain lists and dictionaries, in the order and the words of a file."""
    with translation.override("vi"):
        return _as_words(plan)


def _as_words(plan: Plan) -> dict[str, Any]:
    picture = Picture.of(plan)
    units = _codes(picture)
    return {
        "plan": {
            "number": plan.number,
            "decided_on": f"{plan.decided_on:%d/%m/%Y}",
            "issuer": plan.issuer,
            "title": plan.title,
            "day": f"{plan.day:%d/%m/%Y}",
        },
        "organizations": [
            said for body in picture.bodies.values() if len(said := _body(picture, body, units)) > 1
        ],
        "changes": [
            _change(picture, change, units)
            for change in sorted(picture.changes.values(), key=lambda each: each.position)
        ],
    }


def _codes(picture: Picture) -> dict[int, str]:
    named = {unit for units in picture.units_of.values() for unit in units}
    named |= {share.unit_id for share in picture.shares if share.unit_id}
    return dict(Unit.objects.filter(pk__in=named).values_list("pk", "code"))


def _body(picture: Picture, body: Body, units: dict[int, str]) -> dict[str, Any]:
    above = picture.bodies[body.parent_body_id] if body.parent_body_id else body.parent
    return _said(
        identifier=body.identifier,
        kind=str(body.get_kind_display()) if body.kind else "",
        tier=str(Tier(body.tier).label) if body.tier else "",
        name=body.full_name,
        parent=above.identifier if above else "",
        units=sorted(units[pk] for pk in picture.units_of.get(body.pk, ())),
        contact=body.contact,
        posts=[_post(post) for post in body.posts],
    )


def _post(post: dict[str, Any]) -> dict[str, Any]:
    rank = str(Post.Rank[post["rank"].upper()].label)
    return _said(
        title=post["title"],
        rank=rank,
        head=_yes(post["head"]),
        duties=[str(Duty(duty).label) for duty in post["duties"]],
        holders=post["holders"],
        tasks=post["tasks"],
        answers=_yes(post["answers"]),
        follows=_yes(post["follows"]),
        **{"from": post["from"]},
    )


def _change(picture: Picture, change: Change, units: dict[int, str]) -> dict[str, Any]:
    shares = [share for share in picture.shares if share.change_id == change.pk]
    return _said(
        kind=str(change.get_kind_display()),
        originals=[
            picture.organizations[pk].identifier for pk in _of(picture.originals_of, change)
        ],
        resulting=[picture.bodies[pk].identifier for pk in _of(picture.resulting_of, change)],
        note=change.note,
        shares=[_share(picture, share, units) for share in shares],
    )


def _of(sides: dict[int, list[int]], change: Change) -> Iterable[int]:
    return sides.get(change.pk, ())


def _share(picture: Picture, share: Share, units: dict[int, str]) -> dict[str, Any]:
    return _said(
        **{"from": picture.organizations[share.original_id].identifier},
        to=picture.bodies[share.resulting_id].identifier,
        function=share.function.code if share.function else "",
        procedure=share.procedure_code,
        unit=units[share.unit_id] if share.unit_id else "",
        localities=share.hamlets,
        portion=f"{share.portion.normalize():f}" if share.portion is not None else "",
        default=_yes(share.is_default),
    )


def _said(**words: Any) -> dict[str, Any]:
    return {key: word for key, word in words.items() if word not in ("", [], {}, None)}


def _yes(said: bool) -> str:
    return "có" if said else ""
