"""To whom may a task be given? To an organization and one of its posts, both open on the day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from motcua.directives import exceptions
from motcua.organizations.models import Appointment, Organization, Post
from motcua.periods.clock import today


@dataclass(frozen=True, slots=True)
class Owner:
    """An organization with the post that answers for the task."""

    organization: Organization
    post: Post

    @classmethod
    def of(cls, post: Post) -> Owner:
        return cls(post.organization, post)


def refuse_closed(owner: Owner, day: date) -> None:
    """Raises OwnerClosed where one of both does not hold on ``day``; the database refuses too."""
    belongs = owner.post.organization_id == owner.organization.pk
    if not belongs or not owner.post.holds_on(day) or not owner.organization.holds_on(day):
        raise exceptions.OwnerClosed


def open_posts(day: date) -> list[Post]:
    """Posts with something to decide, appraise or lead, by organization: the head's first."""
    named = Organization.objects.with_names(day)
    open_now = Organization.objects.on(day)
    posts = Post.objects.on(day).filter(organization__in=open_now).exclude(duties=[], is_head=False)
    in_order = posts.order_by("organization__identifier", "-is_head", "title", "pk")
    return list(in_order.prefetch_related(Prefetch("organization", named)))


def holders(posts: Iterable[int], day: date | None = None) -> dict[int, list[str]]:
    """Who holds each post on ``day`` (today), by the post's key."""
    held = Appointment.objects.on(day or today()).filter(post__in=set(posts))
    names: dict[int, list[str]] = {}
    for appointment in held.select_related("person").order_by("seat", "pk"):
        names.setdefault(appointment.post_id, []).append(appointment.person.full_name)
    return names
