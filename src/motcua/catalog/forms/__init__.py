"""What does a procedure ask, page by page, and are the answers complete?

A version holds a JSON Schema (2020-12) and a layout (README.md here). Answers are the JSON that the
schema describes; they are kept as typed, even where they do not count (:func:`counting`).
"""

from .checking import Problem, check
from .doubts import Warning, warnings
from .inlining import inlined
from .layout import Page, counting, pages, spelled_out
from .page_form import PageForm, form_for
from .prefill import prefilled
from .soundness import faults
from .suggesting import Known
from .summary import SummarySection, left_empty, summary

__all__ = [
    "Known",
    "Page",
    "PageForm",
    "Problem",
    "SummarySection",
    "Warning",
    "check",
    "counting",
    "faults",
    "form_for",
    "inlined",
    "left_empty",
    "pages",
    "prefilled",
    "spelled_out",
    "summary",
    "warnings",
]
