"""Where does somebody begin who came to write? In the corners that are theirs."""

from typing import Any

from django.db.models import QuerySet
from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy

from motcua.news.models import Section

FEW = 12
"""Somebody of the province's own newsroom may write in every corner; the rest is in the tree."""


class Corners(Component):
    """The corners in which one may write, each with its door."""

    name = "corners"
    template_name = "news/newsroom/corners.html"
    order = 230  # after what waits for one

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        found = list(corners_of(parent_context["request"].user)[: FEW + 1])
        return {"corners": found[:FEW], "has_more": len(found) > FEW}


def corners_of(person: Any) -> QuerySet[Section]:
    """Where ``person`` may write, the portal's language first."""
    policy = PagePermissionPolicy(Section)
    theirs = policy.instances_user_has_permission_for(person, "add")
    return theirs.select_related("locale").order_by("-locale__language_code", "path")
