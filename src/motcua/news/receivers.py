"""What does this room do when Wagtail says that a page appeared or went?"""

from typing import Any

from . import actions, tasks
from .models import Article


def appeared(instance: Any, **_said: Any) -> None:
    """Let it be found; its pictures and what is like it are jobs.

    Wagtail says so of what was only scheduled, too: that waits, and may be under an embargo.
    """
    if isinstance(instance, Article) and instance.live:
        actions.put_in_index([instance])
        actions.note_mentions(instance)
        tasks.prepare.defer(article_id=instance.pk)


def went(instance: Any, **_said: Any) -> None:
    """Let it no longer be found."""
    if isinstance(instance, Article):
        actions.withdraw(instance)
