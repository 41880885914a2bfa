"""What runs later in the newsroom? Pictures in every size, and what is like an article."""

from procrastinate.contrib.django import app

from . import actions
from .models import Article
from .newsroom import jobs as jobs

BEHIND_EVERYTHING = -100
"""Pictures take a processor for seconds: one article at a time, and letters go first."""


@app.task(name="news.prepare", lock="news.pictures", priority=BEHIND_EVERYTHING)
def prepare(article_id: int) -> None:
    """Prepare an article that was published; safe to run twice, and after it was deleted."""
    article = Article.objects.filter(pk=article_id).first()
    if article is not None:
        actions.prepare(article)
