"""Which posts are offered in a list, and under which names?"""

from __future__ import annotations

from itertools import groupby
from typing import Any

from motcua.organizations.models import Post


def offer(field: Any, posts: list[Post], *, empty: bool = False) -> None:
    """The posts by the names of their organizations."""
    field.queryset = Post.objects.filter(pk__in=[post.pk for post in posts]).select_related(
        "organization"
    )
    by_office = groupby(posts, key=lambda post: post.organization.name)
    groups = [
        (office, [(post.pk, f"{post.title}, {office}") for post in theirs])
        for office, theirs in by_office
    ]
    flat = [(post.pk, f"{post.organization.name}: {post.title}") for post in posts]
    field.choices = [("", field.empty_label), *groups] if empty else flat
