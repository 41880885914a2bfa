"""Who must not approve? Whoever wrote an article, and whoever took another step of its way."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from motcua.news.models import ApprovalTask


def wrote(person: Any, article: Any, state: Any = None) -> bool:
    """Whether it is theirs: they created it, or they submitted it."""
    return person.pk in {article.owner_id, getattr(state, "requested_by_id", None)}


def may_approve(person: Any, article: Any, task: ApprovalTask) -> bool:
    """Four eyes at least, unless the newsroom said with a reason that it has one person."""
    if task.newsroom.own_articles_too:
        return True
    state = article.current_workflow_state
    if wrote(person, article, state):
        return False
    earlier = state.task_states.exclude(task=task).filter(finished_by=person, status="approved")
    return not earlier.exists()
