"""Who sits where under the new order? Posts that a plan gives, and whose holders go along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Q

from motcua.organizations.models import Appointment, Post
from motcua.organizations.models.appointment import SEATED
from motcua.periods.models import since
from motcua.reorganization import ledger
from motcua.reorganization.models import Body
from motcua.reorganization.structure import Order, key_of

Heirs = dict[int, int]
"""A post before, and the post that answers for it afterwards, by key."""


def give(order: Order) -> Heirs:
    """Let the posts of the plan begin and their holders go along; who follows whom."""
    bodies = [body for body in order.picture.bodies.values() if body.posts]
    there = _posts_there(order, bodies)
    ledger.begin(_new_posts(order, bodies, there))
    there = _posts_there(order, bodies)
    heirs = _named_heirs(order, bodies, there)
    _seat_holders(order, heirs)
    return heirs | _other_heirs(order, heirs)


def leave(order: Order, heirs: Heirs) -> None:
    """Let appointments end with the posts that end, and those whose holders went along."""
    posts = Post.objects.filter(organization__in=order.ending)
    ledger.end(Appointment.objects.filter(post__in=posts), order.day)


def _posts_there(order: Order, bodies: Iterable[Body]) -> dict[tuple[int, str], Post]:
    organizations = [body.organization_id for body in bodies]
    posts = Post.objects.on(order.day).filter(organization__in=organizations)
    return {(post.organization_id, post.title): post for post in posts}


def _new_posts(
    order: Order, bodies: Iterable[Body], there: dict[tuple[int, str], Post]
) -> Iterator[Post]:
    for body in bodies:
        for wanted in body.posts:
            if (key_of(body), wanted["title"]) not in there:
                yield Post(
                    organization_id=key_of(body),
                    title=wanted["title"],
                    duties=wanted["duties"],
                    rank=Post.Rank[wanted["rank"].upper()],
                    is_head=wanted["head"],
                    holders_allowed=1 if wanted["head"] else wanted["holders"],
                    tasks=wanted["tasks"],
                    valid_during=since(order.day),
                )


def _named_heirs(order: Order, bodies: Iterable[Body], there: dict[tuple[int, str], Post]) -> Heirs:
    """By the ``from`` of the plan's posts."""
    wanted = {
        (each["organization"], each["title"]): there[key_of(body), post["title"]].pk
        for body in bodies
        for post in body.posts
        for each in post["from"]
    }
    identifiers = {identifier for identifier, _title in wanted}
    before = Post.objects.on(order.picture.eve).filter(organization__identifier__in=identifiers)
    rows = before.values_list("pk", "organization__identifier", "title")
    return {pk: wanted[i, title] for pk, i, title in rows if (i, title) in wanted}


def _seat_holders(order: Order, heirs: Heirs) -> None:
    """Whoever holds a post in their own right or acts in it goes along; covers end."""
    held = Appointment.objects.on(order.day).filter(
        post__in=heirs, kind__in=[*SEATED, "acting", "in_charge"]
    )
    going = list(held.order_by("pk"))
    taken: defaultdict[int, set[int]] = defaultdict(set)
    persons = set()
    now = Appointment.objects.on(order.day).filter(post__in=set(heirs.values()))
    for post, seat, person in now.values_list("post", "seat", "person"):
        taken[post].add(seat or 0)
        persons.add((post, person))
    gone = [each.pk for each in going]
    those = Appointment.objects.filter(Q(pk__in=gone) | Q(covers__in=gone))
    ledger.end(those, order.day)
    heads = set(
        Post.objects.filter(pk__in=taken | dict.fromkeys(heirs.values()), is_head=True).values_list(
            "pk", flat=True
        )
    )
    come = [
        _seated(order, each, heirs[each.post_id], taken)
        for each in going
        if (heirs[each.post_id], each.person_id) not in persons
        and not (heirs[each.post_id] in heads and taken[heirs[each.post_id]])
    ]
    _make_room(heirs, taken)
    ledger.begin(come)


def _seated(
    order: Order, former: Appointment, post: int, taken: defaultdict[int, set[int]]
) -> Appointment:
    seat = None
    if former.kind in SEATED:
        seat = next(n for n in range(1, 10_000) if n not in taken[post])
        taken[post].add(seat)
    return Appointment(
        post_id=post,
        person_id=former.person_id,
        kind=former.kind,
        seat=seat,
        decision=order.plan.legal_basis[:200],
        scope=former.scope,
        valid_during=since(order.day, former.valid_during.upper),
    )


def _make_room(heirs: Heirs, taken: dict[int, set[int]]) -> None:
    """A post has as many seats as people came along."""
    for post in Post.objects.filter(pk__in=set(heirs.values())):
        most = max(taken.get(post.pk, {0}), default=0)
        if most > post.holders_allowed and not post.is_head:
            ledger.change(Post.objects.filter(pk=post.pk), holders_allowed=most)


def _other_heirs(order: Order, named: Heirs) -> Heirs:
    """Of every other post that ends: the same title at the default heir, or else its head."""
    ending = Post.objects.on(order.picture.eve).filter(organization__in=order.ending)
    left = [post for post in ending if post.pk not in named]
    wanted = {post.organization_id: order.default_heir(post.organization_id) for post in left}
    by_heir: defaultdict[int, list[Post]] = defaultdict(list)
    for post in Post.objects.on(order.day).filter(organization__in=set(wanted.values()) - {None}):
        by_heir[post.organization_id].append(post)
    found = {
        post.pk: _likest(post, by_heir.get(wanted[post.organization_id] or 0, [])) for post in left
    }
    return {pk: heir for pk, heir in found.items() if heir}


def _likest(post: Post, there: list[Post]) -> int | None:
    def order(other: Post) -> tuple[Any, ...]:
        return (other.title != post.title, not other.is_head, other.rank, other.pk)

    return min(there, key=order).pk if there else None
