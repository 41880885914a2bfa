"""What is a question made of? One noun a file."""

from .answering_post import AnsweringPost
from .attachment import Attachment
from .category import Category
from .code_counter import CodeCounter
from .event import QuestionEvent
from .frequent import FrequentAnswer, FrequentEvent, FrequentSet
from .inquiry import Inquiry, InquiryFile
from .old_name import OldName
from .opinion import Opinion
from .question import Question
from .reading import Reading
from .routing_count import RoutingCount
from .sought import Outcome, Sought, SoughtEvent, SoughtState
from .term import TermRule
from .tie import Tie

__all__ = [
    "AnsweringPost",
    "Attachment",
    "Category",
    "CodeCounter",
    "FrequentAnswer",
    "FrequentEvent",
    "FrequentSet",
    "Inquiry",
    "InquiryFile",
    "OldName",
    "Opinion",
    "Outcome",
    "Question",
    "QuestionEvent",
    "Reading",
    "RoutingCount",
    "Sought",
    "SoughtEvent",
    "SoughtState",
    "TermRule",
    "Tie",
]
