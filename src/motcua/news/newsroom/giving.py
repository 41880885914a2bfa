"""Which post or person does an administrator mean? Names to choose from, not numbers."""

from typing import Any

from motcua.accounts.models import Person
from motcua.news.models import Newsroom
from motcua.organizations.dated_form import DatedForm
from motcua.organizations.models import OrganizationName, Post
from motcua.periods.clock import today


class RoleForm(DatedForm):
    """A role for a post or a person."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = dict(
            OrganizationName.objects.on(today()).values_list("organization_id", "full_name")
        )
        self._offer("post", Post.objects.on(today()).order_by("organization", "title"))
        self._offer("person", Person.objects.with_password().order_by("sort_name"))
        self._offer("newsroom", Newsroom.objects.select_related("section"))
        say: Any = self.fields
        say["post"].label_from_instance = lambda post: (
            f"{names.get(post.organization_id, '')} · {post.title}"
        )
        say["person"].label_from_instance = lambda person: f"{person.full_name} ({person.username})"
        say["newsroom"].label_from_instance = lambda newsroom: newsroom.section.title

    def _offer(self, name: str, choices: Any) -> None:
        field: Any = self.fields[name]
        field.queryset = choices
