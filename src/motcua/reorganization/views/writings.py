"""A plan is written: its decision, its changes in their order, its text, and the end of writing."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from motcua.organizations.http import Officer
from motcua.reorganization import finding, writings
from motcua.reorganization.exceptions import MoveRefused, PlanInvalid
from motcua.reorganization.files import sheet, tables
from motcua.reorganization.files.places import Part
from motcua.reorganization.files.sheet import Sheet
from motcua.reorganization.forms.plan_change import ChangePage
from motcua.reorganization.forms.plan_files import PlanFileForm, TextForm
from motcua.reorganization.forms.plan_words import HeadingForm
from motcua.reorganization.http import for_planners
from motcua.reorganization.models import Writing
from motcua.reorganization.views.plans import CONFLICT, plan_of

if TYPE_CHECKING:
    from collections.abc import Callable

HOME = "plans_desk:writing"
FOLDER = "reorganization/officer/writing"
UNSAID = frozenset({"csrfmiddlewaretoken", "seen", "do", "phan", "chuc"})
"""What a form says of itself."""


@require_http_methods(["GET", "POST"])
@for_planners
def begin(request: Officer) -> HttpResponse:
    """The decision first, or a file that says it all."""
    form = HeadingForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        text = Sheet(heading=form.words).text
        return redirect(HOME, writings.begin(text, by=request.acting).pk)
    return render(request, f"{FOLDER}/begin.html", {"form": form, "file_form": PlanFileForm()})


@require_POST
@for_planners
def upload(request: Officer) -> HttpResponse:
    """A file becomes a writing, right or wrong; only what is no text is refused."""
    form = PlanFileForm(request.POST, request.FILES)
    if form.is_valid():
        file = form.cleaned_data["file"]
        try:
            text = sheet.as_text(file.read(), file.name)
        except PlanInvalid as refusal:
            form.add_error("file", [str(each) for each in refusal.problems])
        else:
            return redirect(HOME, writings.begin(text, by=request.acting).pk)
    shown = {"form": HeadingForm(), "file_form": form}
    return render(request, f"{FOLDER}/begin.html", shown)


@require_POST
@for_planners
def begin_anew(request: Officer, pk: int) -> HttpResponse:
    """Write a draft anew."""
    try:
        return redirect(HOME, writings.begin_anew(plan_of(pk), by=request.acting).pk)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("plans_desk:detail", pk)


def with_writing(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponseBase]:
    """A page of a writing; where it has become a plan in another tab, that plan."""

    @wraps(view)
    def opened(request: Officer, pk: int, **kwargs: Any) -> HttpResponse:
        writing = Writing.objects.select_related("plan", "kept_by").filter(pk=pk).first()
        return view(request, writing, **kwargs) if writing else _became(request, pk)

    return for_planners(opened)


def _became(request: Officer, pk: int) -> HttpResponse:
    """The plan, or, to a press, where it is and what was typed; a thrown away one is not there."""
    plan = writings.became(pk)
    if plan is None:
        raise Http404
    if request.method != "POST":
        return redirect("plans_desk:detail", plan.pk)
    told = _("Bản soạn này đã thành phương án %(number)s, nên trang cũ không thay đổi gì nữa.")
    shown = {"plan": plan, "refusal": told % {"number": plan.number}, "typed": _typed(request)}
    return render(request, f"{FOLDER}/stale.html", shown, status=CONFLICT)


def _typed(request: Officer) -> str:
    """What stood in the form, as words of a file."""
    said = {key: value for key, value in request.POST.items() if key not in UNSAID and value}
    text = said.pop("text", "")
    return "\n".join([str(text), sheet.dumped(said) if said else ""]).strip()


def of_a_writing(
    view: Callable[..., HttpResponse],
) -> Callable[..., HttpResponseBase]:
    """A page of one section; what only the text itself can mend leads to the text."""

    @wraps(view)
    def opened(request: Officer, writing: Writing, **kwargs: Any) -> HttpResponse:
        try:
            said = Sheet.of(writing.text)
        except PlanInvalid:
            return redirect("plans_desk:writing_text", writing.pk)
        return view(request, writing, said, **kwargs)

    return with_writing(opened)


@require_safe
@of_a_writing
def overview(request: Officer, writing: Writing, said: Sheet) -> HttpResponse:
    """Everything that is written, and everything that stands against it."""
    page = ChangePage(said, 0)
    called = finding.called([*said.codes, *said.described_codes], page.eve)
    called |= {code: _("chưa đặt tên") for code in said.described_codes if code not in called}
    called |= {code: each["name"] for each in said.organizations if (code := _named(each))}
    problems = writings.problems(writing)
    wrong = {(each.place.part, each.place.number) for each in problems}
    context = {
        "writing": writing,
        "sheet": said,
        "heading": HeadingForm(initial=said.heading),
        "problems": problems,
        "changes": [
            (change, _sides(change, called), (Part.CHANGE, i) in wrong)
            for i, change in enumerate(said.changes, 1)
        ],
        "described": [
            (each, called.get(each.get("identifier", ""))) for each in said.organizations
        ],
    }
    return render(request, f"{FOLDER}/overview.html", context)


def _named(body: dict[str, Any]) -> str:
    """The code of an organization that the plan gives a name."""
    return str(body.get("identifier", "")) if body.get("name") else ""


def _sides(change: dict[str, Any], called: dict[str, str]) -> list[list[tuple[str, str]]]:
    """Each code with its name; of one that nobody bears that is said."""
    nobody = _("không có cơ quan nào mang mã này trước ngày thực hiện")
    return [
        [(code, called.get(code, nobody)) for code in change.get(side, [])] for side in sheet.SIDES
    ]


@require_http_methods(["GET", "POST"])
@of_a_writing
def heading(request: Officer, writing: Writing, said: Sheet) -> HttpResponse:
    """The decision."""
    form = HeadingForm(request.POST) if request.method == "POST" else None
    if form is not None:
        said.heading = said.heading | form.words
        return kept(request, writing, said.text, typed=form.words) or redirect(HOME, writing.pk)
    context = {
        "writing": writing,
        "form": HeadingForm(initial=said.heading),
        "problems": _about(writing, Part.HEADING),
    }
    return render(request, f"{FOLDER}/heading.html", context)


@require_http_methods(["GET", "POST"])
@with_writing
def text(request: Officer, writing: Writing) -> HttpResponse:
    """The file itself, for whoever would rather write than press."""
    if request.method == "POST":
        typed = request.POST.get("text", "").replace("\r\n", "\n").replace("\x00", "")
        here = redirect("plans_desk:writing_text", writing.pk)
        return kept(request, writing, typed, typed=typed) or here
    context = {
        "writing": writing,
        "form": TextForm(initial={"text": writing.text}),
        "lines": [(row, sentence) for row, sentence in writing.problems],
    }
    return render(request, f"{FOLDER}/text.html", context)


@require_POST
@with_writing
def finish(request: Officer, writing: Writing) -> HttpResponse:
    """Make the plan of it; what is wrong is said on the page of the writing."""
    try:
        plan = writings.finish(writing, seen=seen(request), by=request.acting)
    except PlanInvalid:
        if answer := kept(request, writing, writing.text, typed=""):
            return answer
        messages.error(request, _("Chưa ghi được phương án: hãy sửa những chỗ nêu dưới đây."))
        return redirect(HOME, writing.pk)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(HOME, writing.pk)
    messages.success(request, _("Đã ghi phương án. Hãy chạy thử trước khi chốt."))
    return redirect("plans_desk:detail", plan.pk)


@require_POST
@with_writing
def discard(request: Officer, writing: Writing) -> HttpResponse:
    """Throw it away."""
    try:
        writings.discard(writing, seen=seen(request), by=request.acting)
    except MoveRefused as refusal:
        messages.error(request, str(refusal))
        return redirect(HOME, writing.pk)
    messages.success(request, _("Đã bỏ bản soạn."))
    return redirect("plans_desk:list")


@require_safe
@with_writing
def file(_request: Officer, writing: Writing, ending: str) -> HttpResponse:
    """What is written so far, as a file."""
    said = writing.text if ending == "yaml" else _table(writing.text)
    kind = "application/yaml" if ending == "yaml" else "text/csv"
    response = HttpResponse(said, content_type=f"{kind}; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="ban-soan-{writing.pk}.{ending}"'
    return response


def _table(text: str) -> str:
    try:
        return tables.written(Sheet.of(text))
    except PlanInvalid:
        raise Http404 from None


# --- What the pages of one writing share ------------------------------------------------------


def kept(request: Officer, writing: Writing, text: str, *, typed: Any) -> HttpResponse | None:
    """Keep the text; where somebody was faster, the page with what was typed, to be copied."""
    try:
        writings.keep(writing, text, seen=seen(request), by=request.acting)
    except MoveRefused as refusal:
        said = typed if isinstance(typed, str) else sheet.dumped(typed)
        shown = {"writing": writing, "refusal": str(refusal), "typed": said}
        return render(request, f"{FOLDER}/stale.html", shown, status=CONFLICT)
    return None


def seen(request: Officer) -> int:
    said = request.POST.get("seen", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 9 else 0


def _about(writing: Writing, part: Part) -> list[str]:
    return [each.sentence for each in writings.problems(writing) if each.place.part is part]


def sentences(writing: Writing, part: Part, number: int) -> list[str]:
    """What stands against one section."""
    found = [
        each
        for each in writings.problems(writing)
        if each.place.part is part and each.place.number == number
    ]
    share = _("phần %d: ")
    return [
        (share % each.place.share if each.place.share else "") + each.sentence for each in found
    ]
