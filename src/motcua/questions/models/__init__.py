"""What is a question made of? One noun a file."""

from .answering_post import AnsweringPost
from .attachment import Attachment
from .category import Category
from .code_counter import CodeCounter
from .event import QuestionEvent
from .question import Question
from .routing_count import RoutingCount
from .term import TermRule

__all__ = [
    "AnsweringPost",
    "Attachment",
    "Category",
    "CodeCounter",
    "Question",
    "QuestionEvent",
    "RoutingCount",
    "TermRule",
]
