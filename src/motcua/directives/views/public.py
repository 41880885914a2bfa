"""What does everybody see of conclusions and their tasks?"""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.directives import choosing, inbox, owners, reading, tables
from motcua.directives.http import sheet
from motcua.directives.models import Conclusion, Task
from motcua.directives.standing import NAMES, SLUGS
from motcua.filekeeping.exceptions import NotGivenOut
from motcua.filekeeping.http import attached
from motcua.periods.clock import today
from motcua.worktime.queries import working_calendar


@login_not_required
@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Figures of all public tasks, and the newest conclusions with theirs."""
    wish, day = choosing.Wish.read(request.GET.dict()), today()
    shown, following = choosing.conclusions(wish)
    public = Task.objects.public()
    offices = tables.offices(public, day)
    context = {
        "wish": wish,
        "told": reading.told(shown, day),
        "following": following,
        "figures": public.figures(day),
        "chart": tables.chart(offices, reverse("directives:tasks")) if offices else "",
        "day": day,
    }
    return render(request, "directives/public/overview.html", context)


@login_not_required
@require_safe
def tasks(request: HttpRequest) -> HttpResponse:
    """Public tasks by organization and by how they stand, the most days late first."""
    wish, day = choosing.Wish.read(request.GET.dict()), today()
    shown, following = choosing.page_of_tasks(wish, day)
    context = {
        "wish": wish,
        "rows": inbox.bare(shown, day, working_calendar()),
        "following": following,
        "offices": tables.offices(Task.objects.public(), day),
        "groups": [(slug, NAMES[group]) for slug, group in SLUGS.items()],
    }
    return render(request, "directives/public/tasks.html", context)


@login_not_required
@require_safe
def download(request: HttpRequest) -> HttpResponse:
    """The same tasks, all of them, as CSV."""
    wish, day = choosing.Wish.read(request.GET.dict()), today()
    rows = inbox.bare(choosing.tasks(wish, day), day, working_calendar())
    return sheet(tables.sheet(rows), "nhiem-vu-cong-khai.csv")


@login_not_required
@require_safe
def conclusion(request: HttpRequest, code: str) -> HttpResponse:
    """A public conclusion in full with its public tasks; an internal one does not exist."""
    found = get_object_or_404(Conclusion.objects.public().for_pages(), code=code)
    (told,) = reading.told([found])
    context = {
        "conclusion": found,
        "told": told,
        "passages": found.text(),
        "corrections": found.events.filter(verb="correct"),
    }
    return render(request, "directives/public/conclusion.html", context)


@login_not_required
@require_safe
def file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The signed paper of a public conclusion."""
    found = get_object_or_404(
        Conclusion.objects.public().exclude(file=None).select_related("file"), code=code
    )
    try:
        return attached(found.file, found.file_name)
    except NotGivenOut as lost:
        raise Http404 from lost


@login_not_required
@require_safe
def task(request: HttpRequest, code: str) -> HttpResponse:
    """A public task: its words, its owner, its days and what happened, without reports."""
    found = get_object_or_404(Task.objects.public().for_pages(), code=code)
    (row,) = inbox.rows([found], today(), working_calendar())
    context = {
        "task": found,
        "row": row,
        "steps": reading.steps(found),
        "holders": ", ".join(owners.holders([found.post_id]).get(found.post_id, ())),
    }
    return render(request, "directives/public/task.html", context)
