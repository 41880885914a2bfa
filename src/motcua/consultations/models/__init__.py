"""What is a consultation made of? One noun a file."""

from .answer import Answer
from .article import Article
from .comment import Comment
from .comment_event import CommentEvent
from .consultation import Consultation
from .document import Document
from .event import ConsultationEvent
from .kind import DraftKind
from .reading import Reading
from .term import TermRule

__all__ = [
    "Answer",
    "Article",
    "Comment",
    "CommentEvent",
    "Consultation",
    "ConsultationEvent",
    "Document",
    "DraftKind",
    "Reading",
    "TermRule",
]
