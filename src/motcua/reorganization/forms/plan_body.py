"""One organization of the new order on a page: what was typed, and the posts that it gets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from django.utils.datastructures import MultiValueDict

from motcua.organizations.models import Post
from motcua.reorganization.files import reading
from motcua.reorganization.files.sheet import Sheet, Words

from .plan_change import ChangePage, counted
from .plan_words import YES, BodyForm, PostForm


@dataclass
class BodyPage:
    """The page of the organization that stands at ``place`` (from 0) of a sheet."""

    sheet: Sheet
    place: int

    @property
    def body(self) -> Words:
        return self.sheet.organizations[self.place]

    @property
    def number(self) -> int:
        return self.place + 1

    @property
    def is_new(self) -> bool:
        return bool(self.body.get("kind"))

    @cached_property
    def form(self) -> BodyForm:
        return BodyForm(initial=self.body)

    @cached_property
    def posts(self) -> list[PostForm]:
        """What is said, and one post more."""
        said = [*self.body.get("posts", []), {}]
        return [PostForm(initial=post, prefix=f"chuc-{i}") for i, post in enumerate(said)]

    @property
    def sources(self) -> list[str]:
        """Whoever stands before in the changes that lead to it."""
        code = self.body.get("identifier")
        mine = [each for each in self.sheet.changes if code in each.get("resulting", [])]
        found = [before for each in mine for before in each.get("originals", [])]
        return [before for before in dict.fromkeys(found) if before != code]

    def take(self, data: MultiValueDict[str, str]) -> None:
        """Every word of the page, as it is; a new code is written wherever the old one stood."""
        old = self.body.get("identifier", "")
        self.body.update(BodyForm(data).body)
        forms = [PostForm(data, prefix=f"chuc-{i}") for i in range(counted(data, "chuc"))]
        self.body["posts"] = [post for form in forms if (post := form.post)]
        self.sheet.rename(old, self.body["identifier"] or old)

    def take_posts_over(self) -> None:
        """The posts of whoever stands before; those with one title become one."""
        eve = ChangePage(self.sheet, 0).eve
        there = Post.objects.on(eve).filter(organization__identifier__in=self.sources)
        posts = self.body.setdefault("posts", [])
        for post in there.order_by("rank", "pk").select_related("organization"):
            wanted = next((each for each in posts if each.get("title") == post.title), None)
            if wanted is None:
                wanted = _as_words(post, has_head=any(each.get("head") for each in posts))
                posts.append(wanted)
            source = {"organization": post.organization.identifier, "title": post.title}
            if source not in wanted.setdefault("from", []):
                wanted["from"].append(source)


def _as_words(post: Post, *, has_head: bool) -> Words:
    """A body has one head: of several the first."""
    return {
        "title": post.title,
        "rank": reading.RANKS[Post.Rank(post.rank).name.lower()],
        "head": YES if post.is_head and not has_head else "",
        "duties": [reading.DUTIES[duty] for duty in post.duties],
        "holders": str(post.holders_allowed) if post.holders_allowed > 1 else "",
        "from": [],
    }
