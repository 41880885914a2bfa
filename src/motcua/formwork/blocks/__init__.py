"""Of which blocks is a form built? Pages, sections, and a block for each kind of question."""

from .kinds import ChoicesBlock, every_kind
from .pages import PAGES, GroupBlock, PageBlock, PagesBlock, SectionBlock
from .question import QuestionBlock
from .values import named, of_pages, plain

__all__ = [
    "PAGES",
    "ChoicesBlock",
    "GroupBlock",
    "PageBlock",
    "PagesBlock",
    "QuestionBlock",
    "SectionBlock",
    "every_kind",
    "named",
    "of_pages",
    "plain",
]
