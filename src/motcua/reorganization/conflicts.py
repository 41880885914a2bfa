"""What of a plan does not agree with the register as it stands, or with other plans?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.utils.translation import gettext as _

from motcua.organizations.models import (
    Capacity,
    Competence,
    Contact,
    Jurisdiction,
    Organization,
    OrganizationName,
    Post,
    Seal,
    Subordination,
)
from motcua.reorganization.hindrances import called
from motcua.reorganization.models import Body, Party, Plan
from motcua.reorganization.picture import Picture
from motcua.reorganization.problems import Problem
from motcua.reorganization.territory_after import Territory
from motcua.reorganization.workflow import LIVE
from motcua.territory.models import Unit

Key = tuple[str, int]

OF_AN_ORGANIZATION: tuple[tuple[Any, str], ...] = (
    (OrganizationName, "organization"),
    (Subordination, "child"),
    (Post, "organization"),
    (Capacity, "organization"),
    (Seal, "organization"),
    (Contact, "organization"),
    (Competence, "organization"),
    (Jurisdiction, "organization"),
)
"""Dated rows that live within an organization, and by which column."""


def with_the_register(picture: Picture) -> Iterator[Problem]:
    """Organizations that are not there, that begin too late, or whose territory is unclear."""
    yield from _not_there(picture)
    yield from _begins_later(picture)
    yield from _holders(picture)
    yield from _territory(picture)


def with_other_plans(picture: Picture) -> Iterator[Problem]:
    """Another plan that touches the same organization on the same day, or founds the same."""
    for organization, number in sorted(_touched_elsewhere(picture)):
        words = {"name": str(picture.organizations[organization]), "number": number}
        yield Problem(
            _(
                "%(name)s đã có trong phương án %(number)s cùng ngày; hãy gộp hai phương án hoặc "
                "đổi ngày."
            )
            % words,
            _row_of(picture, organization),
        )
    yield from _founded_elsewhere(picture)


def _touched_elsewhere(picture: Picture) -> set[tuple[int, str]]:
    """Those that it names and another plan of the day changes or describes, with its number."""
    named, plan = set(picture.organizations), picture.plan
    before = Party.objects.filter(organization__in=named, **_that_day("change__plan", plan))
    after = Body.objects.filter(organization__in=named, **_that_day("plan", plan))
    return {
        *before.exclude(change__plan=plan).values_list("organization", "change__plan__number"),
        *after.exclude(plan=plan).values_list("organization", "plan__number"),
    }


def _that_day(path: str, plan: Plan) -> dict[str, Any]:
    return {f"{path}__state__in": sorted(LIVE), f"{path}__day": plan.day}


def superiors_after(picture: Picture) -> dict[Key, Key]:
    """Whom everybody answers to from the day on."""
    above: dict[Key, Key] = {
        ("organization", child): ("organization", parent)
        for child, parent in Subordination.objects.on(picture.plan.day).values_list(
            "child", "parent"
        )
    }
    for body in picture.bodies.values():
        if body.parent_body_id:
            above[key_of(body)] = key_of(picture.bodies[body.parent_body_id])
        elif body.parent_id:
            above[key_of(body)] = ("organization", body.parent_id)
    return above


def key_of(body: Body) -> Key:
    if body.organization_id and not body.is_founded:
        return ("organization", body.organization_id)
    return ("body", body.pk)


def _not_there(picture: Picture) -> Iterator[Problem]:
    """An original that no longer exists, and whoever should go on and has ended."""
    for pk, changes in picture.originals.items():
        organization = picture.organizations[pk]
        if not organization.holds_on(picture.eve):
            yield Problem(_ended(organization), changes[0].row)
    for body in picture.bodies.values():
        goes_on = body.organization_id if not body.is_founded else None
        for named in (goes_on, body.parent_id):
            if named and named not in picture.ending:
                yield from _ended_by_then(picture, named, body.row)


def _ended_by_then(picture: Picture, named: int, row: int | None) -> Iterator[Problem]:
    if not picture.organizations[named].holds_on(picture.plan.day):
        yield Problem(_ended(picture.organizations[named]), row)


def _ended(organization: Organization) -> str:
    ends = organization.valid_during.upper
    if ends is None:
        return (
            _("%s chưa hoạt động vào ngày sắp xếp; hãy sửa ngày hoặc mã.") % organization.identifier
        )
    words = {"identifier": organization.identifier, "day": f"{ends:%d/%m/%Y}"}
    return (
        _("%(identifier)s không còn hoạt động từ ngày %(day)s; hãy sửa mã hoặc bỏ khỏi phương án.")
        % words
    )


def _begins_later(picture: Picture) -> Iterator[Problem]:
    """A name or a post that begins after its organization has ended would begin nowhere."""
    for model, column in OF_AN_ORGANIZATION:
        later = model._base_manager.filter(
            valid_during__startswith__gte=picture.plan.day, **{f"{column}__in": picture.ending}
        )
        for pk in set(later.values_list(column, flat=True)):
            words = {
                "identifier": picture.organizations[pk].identifier,
                "what": called(model),
            }
            yield Problem(
                _(
                    "%(identifier)s kết thúc vào ngày sắp xếp mà có dòng “%(what)s” bắt đầu sau "
                    "ngày ấy; hãy bỏ dòng ấy trước."
                )
                % words,
                picture.originals[pk][0].row,
            )


def _holders(picture: Picture) -> Iterator[Problem]:
    """Posts whose holders a new post takes over exist on the last day."""
    named = {
        (each["organization"], each["title"]): body
        for body in picture.bodies.values()
        for post in body.posts
        for each in post["from"]
    }
    if not named:
        return
    posts = Post.objects.on(picture.eve).filter(
        organization__identifier__in={identifier for identifier, _title in named}
    )
    there = set(posts.values_list("organization__identifier", "title"))
    for key, body in named.items():
        if key not in there:
            words = {"identifier": key[0], "title": key[1]}
            yield Problem(
                _("%(identifier)s không có chức danh “%(title)s”; hãy sửa ở “from”.") % words,
                body.row,
            )


def _territory(picture: Picture) -> Iterator[Problem]:
    """Nothing is left without an heir, and no place has two committees."""
    territory = Territory(picture)
    for original, unit in territory.unclear:
        words = {"identifier": picture.organizations[original].identifier, "unit": str(unit)}
        yield Problem(
            _(
                "địa bàn của %(identifier)s chia về nhiều nơi; hãy ghi “units” của từng cơ quan "
                "nhận."
            )
            % words,
            picture.originals[original][0].row,
        )
    yield from _served_twice(picture, territory)


def _served_twice(picture: Picture, territory: Territory) -> Iterator[Problem]:
    served: defaultdict[tuple[str, int], list[int]] = defaultdict(list)
    for pk, units in territory.after.items():
        body = picture.bodies[pk]
        kind = body.kind or (body.organization.kind if body.organization else "")
        if kind in (Organization.Kind.COMMUNE_COMMITTEE, Organization.Kind.DISTRICT_COMMITTEE):
            for unit in units:
                served[kind, unit].append(pk)
    for (_kind, unit), bodies in served.items():
        if len(bodies) > 1:
            words = {
                "unit": Unit.objects.get(pk=unit).code,
                "who": ", ".join(picture.bodies[pk].identifier for pk in bodies),
            }
            yield Problem(
                _("địa bàn %(unit)s giao cho hơn một cơ quan cùng loại (%(who)s); hãy để lại một.")
                % words,
                picture.bodies[bodies[-1]].row,
            )


def _founded_elsewhere(picture: Picture) -> Iterator[Problem]:
    founded = [body.identifier for body in picture.bodies.values() if body.is_founded]
    others = Body.objects.filter(is_founded=True, plan__state__in=sorted(LIVE))
    same = others.filter(identifier__in=founded).exclude(plan=picture.plan)
    for identifier, number in same.values_list("identifier", "plan__number"):
        words = {"identifier": identifier, "number": number}
        yield Problem(
            _(
                "mã %(identifier)s đã dành cho cơ quan mới trong phương án %(number)s; hãy lấy mã "
                "khác."
            )
            % words,
            next(b.row for b in picture.bodies.values() if b.identifier == identifier),
        )


def _row_of(picture: Picture, organization: int) -> int | None:
    if changes := picture.originals.get(organization):
        return changes[0].row
    of_bodies = (b.row for b in picture.bodies.values() if b.organization_id == organization)
    return next(of_bodies, None)
