"""How does an article's page tell machines what it is? In its head."""

from django import template
from django.utils.safestring import SafeString

from motcua.news import structured
from motcua.news.models import Article

register = template.Library()


@register.simple_tag
def told_to_machines(article: Article) -> SafeString:
    """Open Graph, the canonical address and JSON-LD."""
    return structured.shared(article) + structured.news_article(article)
