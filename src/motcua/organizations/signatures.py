"""What stands above a name on an official paper, and what else is the signer? *KT. CHỦ TỊCH*

Fixed when somebody signs and kept with the act: papers say for ever what was true that day.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, TypedDict

from django.conf import settings
from django.utils import translation

from motcua.organizations.models import (
    SEATED,
    Appointment,
    AppointmentKind,
    Line,
    OrganizationKind,
    Post,
)

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting


class Manner(StrEnum):
    """In what right somebody signs."""

    COLLECTIVE = "collective"
    """*Thay mặt*: for a body that decides together."""
    FOR_THE_HEAD = "for_the_head"
    """*Ký thay*: a deputy, or whoever is in charge while the head is away."""
    BY_ORDER = "by_order"
    """*Thừa lệnh*: who leads a part of the house."""
    BY_AUTHORIZATION = "by_authorization"
    """*Thừa ủy quyền*: who was given the power in writing."""
    ACTING = "acting"
    """*Quyền*."""


ABBREVIATIONS: dict[Line, dict[Manner, str]] = {
    # NĐ 30/2020/NĐ-CP, Phụ lục I, phần I, mục II.7 (from memory).
    Line.STATE: {
        Manner.COLLECTIVE: "TM.",
        Manner.FOR_THE_HEAD: "KT.",
        Manner.BY_ORDER: "TL.",
        Manner.BY_AUTHORIZATION: "TUQ.",
        Manner.ACTING: "Q.",
    },
    # Hướng dẫn 36-HD/VPTW (2018) on papers of the Party (from memory).
    Line.PARTY: {
        Manner.COLLECTIVE: "T/M",
        Manner.FOR_THE_HEAD: "K/T",
        Manner.BY_ORDER: "T/L",
        Manner.BY_AUTHORIZATION: "T/UQ",
        Manner.ACTING: "Q.",
    },
}
"""The one table of what papers write; the Front and the mass organizations write as the state."""

COLLECTIVES = {
    OrganizationKind.PEOPLES_COMMITTEE: "Ủy ban nhân dân",
    OrganizationKind.DISTRICT_COMMITTEE: "Ủy ban nhân dân",
    OrganizationKind.COMMUNE_COMMITTEE: "Ủy ban nhân dân",
    OrganizationKind.COUNCIL: "Hội đồng nhân dân",
}
"""Bodies that decide together, and whose head and deputies sign for them."""

IN_CHARGE = {AppointmentKind.COVER, AppointmentKind.IN_CHARGE}
LEADS = {Post.Rank.HEAD, Post.Rank.DEPUTY}


class Block(TypedDict):
    """The lines above the signature, the name below, and the other offices of the signer."""

    lines: list[str]
    name: str
    also: list[str]


@translation.override(settings.LANGUAGE_CODE)
def block(by: Acting, day: date) -> Block | None:
    """How ``by`` signs on ``day``; None for who acts in no post."""
    post = by.post
    if post is None:
        return None
    other = [held for held in _held(by, day) if held.post != post]
    line = Line(by.capacity.line) if by.capacity else Line.of_kind(post.organization.kind)
    words = ABBREVIATIONS.get(line, ABBREVIATIONS[Line.STATE])
    right = _right(by, post, other, day)
    lines = [f"{words[manner]} {title}" if manner else title for manner, title in right]
    return Block(
        lines=[each.upper() for each in [*_for_whom_all_sign(by, post, words), *lines]],
        name=by.person.full_name,
        also=[f"{held.post.title}, {held.post.organization.name_on(day)}" for held in other],
    )


def _held(by: Acting, day: date) -> list[Appointment]:
    """What the same human holds in their own right that day, highest first."""
    held = Appointment.objects.on(day).of(by.person).filter(kind__in=SEATED)
    return list(held.select_related("post__organization").order_by("post__rank", "pk"))


def _for_whom_all_sign(by: Acting, post: Post, words: dict[Manner, str]) -> list[str]:
    """The head and the deputies of a committee sign for all of it."""
    collective = COLLECTIVES.get(OrganizationKind(post.organization.kind))
    if by.capacity or not collective or post.rank not in LEADS:
        return []
    return [f"{words[Manner.COLLECTIVE]} {collective}"]


def _right(
    by: Acting, post: Post, other: list[Appointment], day: date
) -> list[tuple[Manner | None, str]]:
    """The lines from the title that is signed for down to the signer's own."""
    own = [(None, each.post.title) for each in other[:1]]
    if by.standing == AppointmentKind.ACTING:
        return [(Manner.ACTING, post.title)]
    if by.standing == AppointmentKind.DELEGATED:
        return [(Manner.BY_AUTHORIZATION, post.title), *own]
    if by.standing in IN_CHARGE and post.rank < Post.Rank.STAFF:
        return [(Manner.FOR_THE_HEAD, post.title), *own]
    return _in_their_own_right(post, day)


def _in_their_own_right(post: Post, day: date) -> list[tuple[Manner | None, str]]:
    """A head alone; a deputy for the head; who leads a part of the house by the head's order."""
    manner = {
        Post.Rank.DEPUTY: Manner.FOR_THE_HEAD,
        Post.Rank.DIVISION_HEAD: Manner.BY_ORDER,
    }.get(Post.Rank(post.rank))
    head = _head_of(post, day) if manner else None
    return [(manner, head.title), (None, post.title)] if head else [(None, post.title)]


def _head_of(post: Post, day: date) -> Post | None:
    heads = Post.objects.on(day).filter(organization=post.organization, is_head=True)
    return heads.exclude(pk=post.pk).first()
