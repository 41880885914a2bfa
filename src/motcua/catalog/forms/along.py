"""Which questions ask about whoever writes along, and what may be proposed there?

Somebody who was asked to apply along finds what their own sign-in tells proposed where a form asks
for a person whom nobody described yet: not the one who began it, and where several could be meant,
nobody. A rule of the form that the number's sex does not fit says that it is another.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from motcua.accounts import personal_numbers

from .doubts import KEYWORD as DOUBTS
from .formats import is_personal_number
from .layout import Form, Page
from .prefill import KEYWORD as PREFILL
from .prefill import as_json
from .schema import Answers, Schema, group_of, node, value_at
from .suggesting import ALONG, Known, suggestions

NUMBER, NAME = "personal_number", "full_name"
FACTS = (NAME, "birth_date", NUMBER, "sex", "phone", "email")
"""What is proposed, by the names that questions about a person have."""


def proposals(
    form: Form,
    answers: Answers,
    facts: Mapping[str, Any],
    *,
    pages: Collection[str] = (),
    taken: Collection[str] = (),
) -> dict[str, Any]:
    """By path, what to propose to whom ``facts`` are about; ``pages`` are what they see, none: all.

    ``taken`` are paths at which something else is proposed: those are about somebody else.
    """
    number = str(facts.get(NUMBER) or "")
    if not is_personal_number(number) or number in _numbers(form, answers):
        return {}
    people = list(_people(form, answers, number, pages, taken))
    if len(people) != 1:
        return {}
    asked = {path: path.rpartition(".")[2] for path in people[0]}
    return {path: as_json(facts[name]) for path, name in asked.items() if facts.get(name)}


def proposed(form: Form, answers: Answers, known: Known) -> dict[str, Any]:
    """The same where a draft says who writes along, beside the form's own rules."""
    if ALONG not in known:
        return {}
    facts, pages = known[ALONG]
    others = without(known)
    taken = [path for page in form.pages for path in suggestions(form, page, answers, others)]
    return proposals(form, answers, facts, pages=pages, taken=taken)


def without(known: Known) -> Known:
    """What is known of everybody else; nothing for who sees a part, who would read it there."""
    return {name: value for name, value in known.items() if name != ALONG}


def _numbers(form: Form, answers: Answers) -> set[Any]:
    """Everybody's who was described already."""
    return {value_at(answers, path) for _page, path in _asked(form) if path.endswith(f".{NUMBER}")}


def _asked(form: Form) -> Iterator[tuple[Page, str]]:
    for page in form.pages:
        yield from ((page, path) for path in page.asked_paths if not group_of(path))


def _people(
    form: Form, answers: Answers, number: str, pages: Collection[str], taken: Collection[str]
) -> Iterator[list[str]]:
    """The questions about each person who could be meant."""
    for page, path in _asked(form):
        about, _dot, last = path.rpartition(".")
        if last != NUMBER or (pages and page.key not in pages):
            continue
        here = [f"{about}.{name}" for name in FACTS if f"{about}.{name}" in page.asked_paths]
        found = node(page.schema, path)
        is_free = all(value_at(answers, one) is None for one in here)
        if is_free and not {*here} & {*taken} and _may_be(found, number):
            yield here


def _may_be(found: Schema, number: str) -> bool:
    """Not whoever began the form, and nobody of another sex."""
    others = {rule.get("sex_is_not") for rule in found.get(DOUBTS, [])} - {None}
    return PREFILL not in found and others <= {personal_numbers.sex_of(number)}
