"""One change or one organization of a plan that is being written; every press keeps what stands."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from motcua.organizations.http import Officer
from motcua.organizations.models import ChangeKind
from motcua.reorganization import finding
from motcua.reorganization.files import reading
from motcua.reorganization.files.places import Part
from motcua.reorganization.files.sheet import Sheet
from motcua.reorganization.forms.plan_body import BodyPage
from motcua.reorganization.forms.plan_change import ChangePage, ChangeTyped
from motcua.reorganization.kinds import TOLD
from motcua.reorganization.models import Writing
from motcua.reorganization.views.writings import FOLDER, HOME, kept, of_a_writing, sentences

if TYPE_CHECKING:
    from collections.abc import Sequence

CHANGE = "plans_desk:writing_change"
BODY = "plans_desk:writing_body"


@require_http_methods(["GET", "POST"])
@of_a_writing
def add_change(request: Officer, writing: Writing, said: Sheet) -> HttpResponse:
    """Choose what happens; the rest is asked on the change's own page."""
    kind = request.POST.get("kind", "")
    if kind in ChangeKind.values:
        said.changes.append({"kind": reading.KINDS[kind]})
        refused = kept(request, writing, said.text, typed=said.changes[-1])
        return refused or redirect(CHANGE, writing.pk, len(said.changes))
    kinds = [(each.value, each.label, TOLD[each]) for each in ChangeKind]
    shown = {"writing": writing, "kinds": kinds, "is_missing": request.method == "POST"}
    return render(request, f"{FOLDER}/add_change.html", shown)


@require_http_methods(["GET", "POST"])
@of_a_writing
def change(request: Officer, writing: Writing, said: Sheet, number: int) -> HttpResponse:
    """Who is before, who is after, and which part goes where."""
    page = ChangePage(said, _index(said.changes, number), request.GET.dict())
    if request.method == "POST":
        return _typed(request, writing, page)
    told = TOLD[ChangeKind(page.kind)] if page.kind else ""
    problems = sentences(writing, Part.CHANGE, number)
    shown = {"writing": writing, "page": page, "told": told, "problems": problems}
    return render(request, f"{FOLDER}/change.html", shown)


def _typed(request: Officer, writing: Writing, page: ChangePage) -> HttpResponse:
    """Take every word, do what was pressed, keep it, and show where that leads."""
    typed = ChangeTyped(request.POST, page)
    typed.take()
    asked = typed.act()
    verb, about = typed.button
    described = _described(page.sheet, about) if verb == "describe" else 0
    if refused := kept(request, writing, page.sheet.text, typed=page.change):
        return refused
    if described:
        return redirect(BODY, writing.pk, described)
    if verb == "keep":
        return redirect(HOME, writing.pk)
    here = reverse(CHANGE, args=[writing.pk, page.number])
    return redirect(f"{here}?{urlencode(asked)}" if asked else here)


def _described(said: Sheet, code: str) -> int:
    """The number of the description of an organization, begun where there is none."""
    if said.described(code) is None:
        said.organizations.append({"identifier": code})
    return 1 + next(
        i for i, each in enumerate(said.organizations) if each.get("identifier") == code
    )


@require_POST
@of_a_writing
def move_change(
    request: Officer, writing: Writing, said: Sheet, number: int, by: int
) -> HttpResponse:
    """Let a change stand further up or down."""
    said.move(_index(said.changes, number), by)
    return kept(request, writing, said.text, typed="") or redirect(HOME, writing.pk)


@require_POST
@of_a_writing
def remove_change(request: Officer, writing: Writing, said: Sheet, number: int) -> HttpResponse:
    """Take a change away, and the new organizations that no other change names."""
    said.changes.pop(_index(said.changes, number))
    said.forget_strays()
    return kept(request, writing, said.text, typed="") or redirect(HOME, writing.pk)


@require_http_methods(["GET", "POST"])
@of_a_writing
def body(request: Officer, writing: Writing, said: Sheet, number: int) -> HttpResponse:
    """An organization of the new order: its name, superior, territory, contact and posts."""
    page = BodyPage(said, _index(said.organizations, number))
    if request.method == "POST":
        page.take(request.POST)
        if request.POST.get("do") == "posts":
            page.take_posts_over()
        done = request.POST.get("do") == "keep"
        refused = kept(request, writing, said.text, typed=page.body)
        here = (HOME, writing.pk) if done else (BODY, writing.pk, number)
        return refused or redirect(*here)
    problems = sentences(writing, Part.ORGANIZATION, number)
    code = page.body.get("identifier", "")
    name = finding.called([code], ChangePage(said, 0).eve).get(code, "")
    shown = {"writing": writing, "page": page, "problems": problems, "name": name}
    return render(request, f"{FOLDER}/body.html", shown)


@require_POST
@of_a_writing
def remove_body(request: Officer, writing: Writing, said: Sheet, number: int) -> HttpResponse:
    """Take the description of an organization away."""
    said.organizations.pop(_index(said.organizations, number))
    return kept(request, writing, said.text, typed="") or redirect(HOME, writing.pk)


def _index(rows: Sequence[object], number: int) -> int:
    if not 1 <= number <= len(rows):
        raise Http404
    return number - 1
