"""Which pages lead from a draft to a dossier, and which comes next?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.catalog import forms as procedure_forms
from motcua.catalog.forms.schema import node, value_at
from motcua.dossiers.drafting import unread as unreadable

if TYPE_CHECKING:
    from motcua.catalog.forms import Problem

    from .models import Draft
    from .parts import Part

OFFICE, PAPERS, CHECK = "office", "papers", "check"


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the way, such as *Giấy tờ*; ``page`` names a page of the procedure's form."""

    name: str
    title: str
    address: str
    page: str = ""


def steps_of(draft: Draft) -> list[Step]:
    """Every page in its order: office and contact, the form's pages, papers, the last check.

    Who writes along in a part has the pages of that part, and the last one to confirm it.
    """
    return [step for step in _every_step(draft) if _is_in(draft.part, step)]


def _is_in(part: Part, step: Step) -> bool:
    return part.is_whole or step.name == CHECK or (step.name == "page" and part.sees(step.page))


def _every_step(draft: Draft) -> list[Step]:
    where = [draft.version.procedure.code, draft.key]
    pages = procedure_forms.pages(draft.version)
    return [
        Step(OFFICE, _("Nơi giải quyết và liên hệ"), reverse("apply:office", args=where)),
        *(
            Step("page", page.title, reverse("apply:page", args=[*where, page.key]), page.key)
            for page in pages
        ),
        Step(PAPERS, _("Giấy tờ"), reverse("apply:papers", args=where)),
        Step(CHECK, _last_word(draft.part), reverse("apply:check", args=where)),
    ]


def _last_word(part: Part) -> str:
    return _("Kiểm tra và nộp") if part.is_owners else _("Kiểm tra và xác nhận")


def room_of(draft: Draft) -> str:
    """How the addresses of all of its pages begin."""
    here = reverse("apply:check", args=[draft.version.procedure.code, draft.key])
    return here.removesuffix("kiem-tra/")


def next_after(draft: Draft, name: str, page: str = "") -> str:
    """The address of the page after the one named; after the last one, that one again."""
    steps = steps_of(draft)
    here = next((at for at, step in enumerate(steps) if (step.name, step.page) == (name, page)), 0)
    return steps[min(here + 1, len(steps) - 1)].address


def about(draft: Draft) -> str:
    """Whom it is about, to tell two drafts of one procedure apart: the first name that was typed.

    What the sign-in filled in is the applicant's own name, which tells nothing.
    """
    for page in procedure_forms.pages(draft.version):
        for path in page.asked_paths if draft.part.sees(page.key) else ():
            asked = node(page.schema, path)
            name = value_at(draft.data, path) if path.endswith(".full_name") else None
            if isinstance(name, str) and "x-prefill" not in asked:
                return name
    return ""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something to put right before the draft can be submitted, and where."""

    text: str
    address: str


def obstacles(draft: Draft) -> list[Obstacle]:
    """Everything that still stands in the way, in the order of the pages."""
    way = steps_of(draft)
    by_page = {step.page: step.address for step in way if step.page}
    missing = [] if draft.says_where else [Obstacle(_("Hãy chọn nơi giải quyết."), way[0].address)]
    if not draft.part.is_whole:
        mine = tuple(by_page.values())
        return [one for one in _problems(draft, by_page) if one.address.startswith(mine)]
    return missing + _problems(draft, {"": way[0].address} | by_page)


def _problems(draft: Draft, by_page: dict[str, str]) -> list[Obstacle]:
    """What cannot be read and what the schema refuses; elsewhere than on a page: on the first."""
    first = by_page.get("", "")
    contact = [
        Obstacle(f"{_('Liên hệ')} · {text}", f"{first}#id_{name}")
        for name, text in unreadable.in_the_way(draft)
    ]
    found = procedure_forms.check(draft.version, draft.data)
    titles = {page.key: page.title for page in procedure_forms.pages(draft.version)}
    said = {page: _said_on(draft, page) for page in {one.page for one in found} & titles.keys()}
    return contact + [
        Obstacle(
            _named(one, titles.get(one.page, ""), said.get(one.page, {}).get(one.field, "")),
            f"{by_page.get(one.page, first)}#id_{one.field}",
        )
        for one in found
    ]


def _said_on(draft: Draft, page: str) -> dict[str, str]:
    """What the page itself says beside answers that cannot be read."""
    form = unreadable.explain(procedure_forms.form_for(draft.version, page, draft.data))
    return {name: str(reasons[0]) for name, reasons in form.errors.items()}


def _named(one: Problem, page: str, said: str) -> str:
    """Page, entry and question before the reason, which is the page's own."""
    where = " · ".join(word for word in (page, one.entry, one.label) if word)
    return f"{where}: {said or one.message}"


def unchosen(draft: Draft) -> list[Step]:
    """The pages on which two windows answered differently and nobody chose yet."""
    return [step for step in steps_of(draft) if step.page in draft.aside and _is_typed(step)]


def _is_typed(step: Step) -> bool:
    return step.name in {OFFICE, "page"}
