"""Which flagged articles are an editor's, and how does their first page say so?"""

from __future__ import annotations

from typing import Any

from wagtail.admin.ui.components import Component
from wagtail.permission_policies.pages import PagePermissionPolicy

from motcua.news.models import Article
from motcua.reorganization.models import ArticleFlag
from motcua.reorganization.models.article_flag import ArticleFlagQuerySet

FEW = 5


def of(person: Any) -> ArticleFlagQuerySet:
    """Those of articles that ``person`` may change or publish."""
    policy = PagePermissionPolicy(Article)
    theirs = policy.instances_user_has_any_permission_for(person, {"change", "publish"})
    found: ArticleFlagQuerySet = ArticleFlag.objects.filter(article__in=theirs)
    return found


class OldNames(Component):
    """On the newsroom's first page: articles that name what ended, if there are any."""

    name = "old_names"
    template_name = "reorganization/editor/old_names_panel.html"
    order = 220  # after what waits for one, before the corners

    def get_context_data(self, parent_context: Any) -> dict[str, Any]:
        found = of(parent_context["request"].user).open().order_by("-pk")
        flags = list(found.select_related("article", "plan")[: FEW + 1])
        return {"flags": flags[:FEW], "has_more": len(flags) > FEW}
