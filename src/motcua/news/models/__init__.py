"""The newsroom's nouns: sections and articles, what these are sorted by and what they show."""

from .announcements import Announcement
from .approvals import Approval, ApprovalTask
from .articles import Article, ArticleTag, Relation
from .categories import Category
from .corrections import Correction
from .media import Media
from .mentions import Mention
from .origins import Origin
from .outage_notices import OutageNotice
from .pictures import Picture, Rendition
from .roles import EditorialRole, Newsroom, NewsroomGroup
from .sections import NewsIndex, Section
from .sent_forms import SentForm
from .signatures import Signature
from .slots import FrontSlot
from .topics import Topic
from .withdrawn import Withdrawn

__all__ = [
    "Announcement",
    "Approval",
    "ApprovalTask",
    "Article",
    "ArticleTag",
    "Category",
    "Correction",
    "EditorialRole",
    "FrontSlot",
    "Media",
    "Mention",
    "NewsIndex",
    "Newsroom",
    "NewsroomGroup",
    "Origin",
    "OutageNotice",
    "Picture",
    "Relation",
    "Rendition",
    "Section",
    "SentForm",
    "Signature",
    "Topic",
    "Withdrawn",
]
