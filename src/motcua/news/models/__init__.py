"""The newsroom's nouns: sections and articles, what these are sorted by and what they show."""

from .articles import Article, ArticleTag, Relation
from .categories import Category
from .media import Media
from .pictures import Picture, Rendition
from .sections import NewsIndex, Section
from .topics import Topic

__all__ = [
    "Article",
    "ArticleTag",
    "Category",
    "Media",
    "NewsIndex",
    "Picture",
    "Relation",
    "Rendition",
    "Section",
    "Topic",
]
