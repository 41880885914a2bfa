"""Who holds which post from the day of a plan on? Posts that go on, and posts that it makes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from motcua.accounts.models import Person
from motcua.organizations.models import Appointment, Post
from motcua.reorganization.models import Body, Plan
from motcua.reorganization.scene import Scene, scene_of

KEPT = "_posts_after"
Place = tuple[str, str]
"""An organization's identifier and a title: how a plan names a post of before."""


@dataclass(frozen=True)
class Chair:
    """One post of one body as it will be."""

    body: int
    title: str
    duties: frozenset[str]
    is_head: bool
    holders: set[int] = field(default_factory=set)
    """Keys of persons."""


@dataclass(frozen=True)
class PostsAfter:
    """Every post of every body of a plan, with who would hold it."""

    scene: Scene

    @cached_property
    def chairs(self) -> list[Chair]:
        return [*self._going_on(), *self._made()]

    @cached_property
    def people(self) -> dict[int, Person]:
        """Everybody who holds a post of an organization that the plan names."""
        return Person.objects.in_bulk({each.person_id for each in self._held})

    @cached_property
    def without_post(self) -> list[Appointment]:
        """Those whose post ends and who hold none afterwards, one appointment each."""
        seated = {person for chair in self.chairs for person in chair.holders}
        ending = [each for each in self._held if each.post.organization_id in self.scene.ending]
        left = {each.person_id: each for each in ending if each.person_id not in seated}
        elsewhere = Appointment.objects.on(self.scene.plan.day).filter(person__in=left)
        kept = elsewhere.exclude(post__organization__in=self.scene.ending)
        for person in kept.values_list("person", flat=True):
            left.pop(person, None)
        return list(left.values())

    @cached_property
    def clashes(self) -> list[tuple[int, int, list[Chair]]]:
        """Persons who would receive, appraise or decide in one body through several posts."""
        held: defaultdict[tuple[int, int], list[Chair]] = defaultdict(list)
        for chair in self.chairs:
            for person in chair.holders:
                if chair.duties:
                    held[person, chair.body].append(chair)
        return [
            (person, body, chairs)
            for (person, body), chairs in held.items()
            if len(chairs) > 1 and len(frozenset[str]().union(*(c.duties for c in chairs))) > 1
        ]

    @cached_property
    def headless(self) -> list[Body]:
        """Bodies that nobody would head, where the plan makes them or says what posts they have."""
        headed = {chair.body for chair in self.chairs if chair.is_head and chair.holders}
        bodies = self.scene.picture.bodies.values()
        return [b for b in bodies if (b.is_founded or b.posts) and b.pk not in headed]

    @cached_property
    def empty(self) -> list[Chair]:
        """Posts that nobody would hold; who heads a body has a line of its own."""
        return [chair for chair in self.chairs if not chair.holders and not chair.is_head]

    # --- What there is --------------------------------------------------------------------

    @cached_property
    def _held(self) -> list[Appointment]:
        """Appointments of the last day to posts of organizations that the plan names."""
        held = Appointment.objects.on(self.scene.picture.eve)
        there = held.filter(post__organization__in=self._named).order_by("pk")
        return list(there.select_related("post__organization"))

    @cached_property
    def _named(self) -> set[int]:
        return {*self.scene.ending, *self.scene.resulting, *self.scene.touched, *self._sources}

    @cached_property
    def _sources(self) -> set[int]:
        """Organizations of which a post is taken over, found by their identifiers."""
        wanted = {
            source["organization"]
            for body in self.scene.picture.bodies.values()
            for post in body.posts
            for source in post.get("from", ())
        }
        found = Post.objects.filter(organization__identifier__in=wanted)
        return set(found.values_list("organization", flat=True))

    @cached_property
    def _holders(self) -> dict[Place, set[int]]:
        found: defaultdict[Place, set[int]] = defaultdict(set)
        for each in self._held:
            found[each.post.organization.identifier, each.post.title].add(each.person_id)
        return found

    def _going_on(self) -> Iterator[Chair]:
        """Posts of organizations that exist before and after."""
        bodies = {b.organization_id: b.pk for b in self.scene.picture.bodies.values()}
        there = Post.objects.on(self.scene.plan.day).filter(organization__in=self.scene.resulting)
        holders: defaultdict[int, set[int]] = defaultdict(set)
        for each in self._held:
            holders[each.post_id].add(each.person_id)
        for post in there.order_by("pk"):
            body = bodies[post.organization_id]
            duties = frozenset(post.duties)
            yield Chair(body, post.title, duties, post.is_head, holders[post.pk])

    def _made(self) -> Iterator[Chair]:
        """Posts that the plan gives to its bodies."""
        for body in self.scene.picture.bodies.values():
            for post in body.posts:
                yield self._chair(body, post)

    def _chair(self, body: Body, post: dict[str, Any]) -> Chair:
        sources = [(each["organization"], each["title"]) for each in post.get("from", ())]
        holders = {person for place in sources for person in self._holders.get(place, ())}
        duties = frozenset(post.get("duties", ()))
        return Chair(body.pk, post["title"], duties, bool(post.get("head")), holders)


def posts_after(plan: Plan) -> PostsAfter:
    """The posts of a plan; looked up once for all lines until the plan moves."""
    scene = scene_of(plan)
    kept: PostsAfter | None = plan.__dict__.get(KEPT)
    if kept is None or kept.scene is not scene:
        kept = plan.__dict__[KEPT] = PostsAfter(scene)
    return kept
