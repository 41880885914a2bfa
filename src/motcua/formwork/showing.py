"""Which page of a form is shown while it is built, and after which answers on the pages before?"""

from __future__ import annotations

from typing import Any

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms import Page
from motcua.catalog.models import ProcedureVersion

Answers = dict[str, Any]


def page_of(version: ProcedureVersion, mode: str) -> Page:
    """The page of that number; the last one where there are fewer by now."""
    pages = procedure_forms.pages(version)
    number = int(mode) if mode.isascii() and mode.isdigit() and len(mode) < 4 else 1
    return pages[min(max(number, 1), len(pages)) - 1]


def answers_for(page: Page) -> Answers:
    """Answers of other pages with which sections of this one count, so that they can be seen.

    Where two sections need different answers, the first is shown, as it is to a citizen.
    """
    answers: Answers = {}
    for section in page.sections:
        if section.when:
            answers = _met(section.when) | answers
    here = {path.partition(".")[0] for path in page.asked_paths}
    return {name: value for name, value in answers.items() if name not in here}


def _met(when: dict[str, Any]) -> Answers:
    """Answers that a condition asks for, as far as it names them."""
    found: Answers = {}
    for name, wanted in when.get("properties", {}).items():
        if "const" in wanted:
            found[name] = wanted["const"]
        elif wanted.get("enum"):
            found[name] = wanted["enum"][0]
        elif "properties" in wanted:
            found[name] = _met(wanted)
        elif number := wanted.get("minimum", wanted.get("maximum")):
            found[name] = number
    return found
