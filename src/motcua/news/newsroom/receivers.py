"""What does the newsroom do when Wagtail announces a step? It writes letters' jobs, no more.

Wagtail's own letters are sent inside the request, to whoever is in a group; ours take their places.
"""

from typing import Any

from wagtail.models import WorkflowState
from wagtail.signals import (
    task_submitted,
    workflow_approved,
    workflow_rejected,
    workflow_submitted,
)

from motcua.news.models import Approval, Article
from motcua.news.newsroom import jobs, letters


def tell_next(instance: Approval, user: Any = None, **_: Any) -> None:
    """Whoever has the role of the step that begins, but whoever sent it there."""
    step = instance.task.specific
    article = instance.workflow_state.content_object
    for person in letters.holders(step.newsroom, step.role):
        if person != user:
            jobs.send_letter.defer(kind="waits", article_id=article.pk, person_id=person.pk)


def tell_author(kind: str, state: WorkflowState, user: Any, comment: str = "") -> None:
    article = state.content_object.specific
    person = state.requested_by
    if isinstance(article, Article) and person is not None and person != user and person.email:
        jobs.send_letter.defer(
            kind=kind, article_id=article.pk, person_id=person.pk, comment=comment
        )


def tell_it_came_back(instance: WorkflowState, user: Any = None, **_: Any) -> None:
    step = instance.current_task_state.specific
    tell_author("returned", instance, user, step.get_comment())


def tell_it_is_approved(instance: WorkflowState, user: Any = None, **_: Any) -> None:
    tell_author("approved", instance, user)


def tell_nobody(**_: Any) -> None:
    """Whose turn it is hears of the step; superusers need no letter about every article."""


def listen() -> None:
    """Before Wagtail's admin does: the first of one ``dispatch_uid`` stays, a second is ignored."""
    task_submitted.connect(tell_next, sender=Approval, dispatch_uid="news.tell_next")
    for signal, hear, name in (
        (workflow_submitted, tell_nobody, "submitted"),
        (workflow_rejected, tell_it_came_back, "rejected"),
        (workflow_approved, tell_it_is_approved, "approved"),
    ):
        uid = f"workflow_state_{name}_email_notification"
        signal.connect(hear, sender=WorkflowState, dispatch_uid=uid)
