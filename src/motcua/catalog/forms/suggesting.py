"""What may stand in a question before anybody answered it? A proposal, shown as one.

``x-suggest`` is a list; the first that applies is shown as long as nothing was answered beside it.
It is kept when its page is sent, never before: nobody declares what they did not see.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .layout import Form, Page
from .prefill import KEYWORD as PREFILL
from .prefill import as_json
from .schema import Answers, Schema, group_of, holds, node, value_at

KEYWORD = "x-suggest"
SOURCES = ("value", "of", "fact")
"""Words themselves; another answer; what is known of who signed in, or of the office chosen."""
PERSONAL = ("full_name", "birth_date", "sex", "personal_number", "phone", "email")
OFFICE_COMMUNE = "office_commune"
"""The code of the commune whose office was chosen."""
FACTS = frozenset({*PERSONAL, OFFICE_COMMUNE})

BROUGHT = "brought"
"""Among what is known: paths whose answers came from a partner or an earlier dossier."""
ALONG = "along"
"""Among what is known: the facts of who writes along, and the pages that they see (``along``)."""

Known = Mapping[str, Any]
"""Facts by name; one that costs a question may be a function without arguments."""


def suggestions(form: Form, page: Page, answers: Answers, known: Known) -> dict[str, Any]:
    """What to propose on a page, by path."""
    told = dict(_untouched(page, answers, known))
    if not told:
        return {}
    everything, facts = form.known(answers), _facts(form, answers, known)
    found = {path: _first(rules, everything, facts) for path, rules in told.items()}
    return {path: value for path, value in found.items() if value not in (None, "")}


def fact(known: Known, name: str) -> Any:
    """One fact as an answer would say it; None where nobody knows."""
    value = known.get(name)
    return as_json(value() if callable(value) else value)


def _told(page: Page) -> Iterator[tuple[str, list[Schema]]]:
    for path in page.asked_paths:
        if rules := node(page.schema, path).get(KEYWORD):
            yield path, rules


def _untouched(page: Page, answers: Answers, known: Known) -> Iterator[tuple[str, list[Schema]]]:
    """Where nobody answered or typed beside: what they left empty they left empty.

    What was brought from elsewhere nobody typed.
    """
    for path, rules in _told(page):
        if value_at(answers, path) is not None:
            continue
        typed = _typed_beside(page, path, answers)
        if not typed or typed <= {*(fact(known, BROUGHT) or ())}:
            yield path, rules


def _typed_beside(page: Page, path: str, answers: Answers) -> set[str]:
    top, inside, _rest = path.partition(".")
    beside = [one for one in page.asked_paths if inside and one.startswith(f"{top}.")]
    typed = [one for one in beside if PREFILL not in node(page.schema, one)]
    return {one for one in typed if value_at(answers, one) is not None}


def _first(rules: list[Schema], answers: Answers, facts: Known) -> Any:
    for rule in rules:
        if "when" in rule and not holds(rule["when"], answers):
            continue
        if (value := _value(rule, answers, facts)) not in (None, ""):
            return value
    return None


def _value(rule: Schema, answers: Answers, facts: Known) -> Any:
    if "of" in rule:
        return value_at(answers, rule["of"])
    return fact(facts, rule["fact"]) if "fact" in rule else rule.get("value")


def _facts(form: Form, answers: Answers, known: Known) -> Known:
    """What is known, without the person's own where the form is filled in for somebody else."""
    own = fact(known, "personal_number")
    said = [value_at(answers, path) for path in _asks_own_number(form)]
    if own and all(one in (None, own) for one in said):
        return known
    return {name: value for name, value in known.items() if name not in PERSONAL}


def _asks_own_number(form: Form) -> list[str]:
    return [
        path
        for page in form.pages
        for path in page.asked_paths
        if not group_of(path) and node(page.schema, path).get(PREFILL) == "personal_number"
    ]
