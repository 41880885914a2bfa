"""What does a procedure ask, page by page, and are the answers complete?

A version holds a JSON Schema (2020-12) and a layout (README.md here). Answers are the JSON that the
schema describes; they are kept as typed, even where they do not count (:func:`counting`).
"""

from .checking import Problem, check
from .layout import Page, counting, pages
from .page_form import PageForm, form_for
from .prefill import prefilled
from .summary import SummarySection, summary

__all__ = [
    "Page",
    "PageForm",
    "Problem",
    "SummarySection",
    "check",
    "counting",
    "form_for",
    "pages",
    "prefilled",
    "summary",
]
