"""How does a pilot read in a list and on its page? Where it stands is told by its days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.directives.owners import holders
from motcua.organizations.models import Post
from motcua.periods.clock import today
from motcua.reorganization.models import PilotEvent, PilotOrganization, PilotReview, Side
from motcua.reorganization.pilot_queries import named

if TYPE_CHECKING:
    from motcua.organizations.models import Organization
    from motcua.reorganization.models import Pilot

SOON = 30
"""Days before a review from which it is told as coming."""


@dataclass(frozen=True, slots=True)
class Look:
    """A review, due or held, as of a day."""

    review: PilotReview
    light: str
    words: str


@dataclass(frozen=True, slots=True)
class Row:
    """A pilot with its light, and every look at it."""

    pilot: Pilot
    light: str
    words: str
    looks: list[Look]

    @property
    def next_look(self) -> Look | None:
        """The one that is waited for, the most overdue first."""
        if not self.pilot.is_running:
            return None
        return next((look for look in self.looks if not look.review.is_held), None)

    @property
    def decision(self) -> Any:
        """What was decided last."""
        return next(reversed(self.pilot.decisions.all()), None)


def rows(pilots: Iterable[Pilot], day: date) -> list[Row]:
    """Of pilots fetched with ``for_pages``; no query."""
    return [row(pilot, day) for pilot in pilots]


def row(pilot: Pilot, day: date) -> Row:
    looks = [_look(review, pilot, day) for review in pilot.reviews.all()]
    waiting = next((look for look in looks if not look.review.is_held), None)
    if not pilot.is_running or waiting is None:
        return Row(
            pilot, "wait" if not pilot.is_running else "ok", pilot.get_state_display(), looks
        )
    if waiting.light == "ok":
        return Row(pilot, "ok", pilot.get_state_display(), looks)
    return Row(pilot, waiting.light, waiting.words, looks)


def _look(review: PilotReview, pilot: Pilot, day: date) -> Look:
    name = review.get_kind_display()
    if review.is_held:
        return _held(review, name)
    if not pilot.is_running:
        return Look(review, "wait", _("chưa tiến hành"))
    days = (review.due_on - day).days
    if days < 0:
        late = ngettext("Quá hạn %(what)s %(n)s ngày", "Quá hạn %(what)s %(n)s ngày", -days)
        return Look(review, "late", late % {"what": name, "n": -days})
    if days <= SOON:
        soon = ngettext("Còn %(n)s ngày đến %(what)s", "Còn %(n)s ngày đến %(what)s", days)
        return Look(review, "soon", soon % {"what": name, "n": days})
    return Look(review, "ok", _("chưa đến hạn"))


def _held(review: PilotReview, name: str) -> Look:
    late = review.days_late(review.due_on)
    if not late:
        return Look(review, "ok", _("đã tiến hành"))
    said = ngettext("đã tiến hành, chậm %(n)s ngày", "đã tiến hành, chậm %(n)s ngày", late)
    return Look(review, "wait", said % {"n": late})


# --- Who takes part ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Member:
    """An organization with the days on which it took part."""

    office: Organization
    since: date
    until: date | None


def members(pilot: Pilot, side: Side) -> list[Member]:
    """Those on one side, former ones among them (two queries)."""
    mine = PilotOrganization.objects.filter(pilot=pilot, side=side)
    rows = list(mine.order_by("organization__identifier", "valid_during"))
    names = named().in_bulk({each.organization_id for each in rows})
    return [
        Member(
            names[each.organization_id],
            max(each.valid_during.lower, pilot.started_on),
            each.valid_during.upper,
        )
        for each in rows
    ]


@dataclass(frozen=True, slots=True)
class Seat:
    """A post of the model with whoever holds it today."""

    post: Post
    office: Organization
    holders: list[str]
    is_shared: bool
    """Somebody who holds it holds another post of the model too."""


def seats(pilot: Pilot) -> list[Seat]:
    """The posts of the model (three queries)."""
    day = max(today(), pilot.started_on)
    posts = list(
        Post.objects.filter(
            pk__in=pilot.posts.filter(valid_during__contains=day).values("post")
        ).order_by("organization__identifier", "rank", "title")
    )
    names = named().in_bulk({post.organization_id for post in posts})
    held = holders(post.pk for post in posts)
    counted = Counter(name for each in held.values() for name in each)
    return [
        Seat(
            post,
            names[post.organization_id],
            held.get(post.pk, []),
            any(counted[name] > 1 for name in held.get(post.pk, ())),
        )
        for post in posts
    ]


def history(pilot: Pilot) -> list[PilotEvent]:
    """What was done to it, in order, with who did it (two queries)."""
    events = list(pilot.events.select_related("person", "post"))
    names = named().in_bulk({each.post.organization_id for each in events if each.post})
    for each in events:
        if each.post:
            each.post.organization = names[each.post.organization_id]
    return events
