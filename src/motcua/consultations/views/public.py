"""What does everybody see of consultations? The list, a draft, its papers, what others said."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from motcua.consultations import choosing, reading, structured
from motcua.consultations.models import Consultation
from motcua.consultations.standing import standing
from motcua.consultations.workflow import Stance
from motcua.filekeeping.http import given_out

if TYPE_CHECKING:
    from motcua.consultations.models import Article


@login_not_required
@require_safe
def consultations(request: HttpRequest) -> HttpResponse:
    """What takes comments, what waits for its summary, what was summed up; or what fits."""
    wish = choosing.Wish.read(request.GET)
    shown: dict[str, Any] = {
        "wish": wish,
        "phases": [(name, label) for name, (_phase, label) in choosing.PHASES.items()],
        "kinds": choosing.kinds(),
        "offices": choosing.offices(),
    }
    if wish.is_any:
        rows, more = choosing.page(wish)
        shown |= {"lines": _with_standings(rows), "next_after": more}
    else:
        shown["shelves"] = [(each, _with_standings(each.rows)) for each in choosing.shelves(wish)]
    return render(request, "consultations/public/list.html", shown)


@login_not_required
@require_safe
def consultation(request: HttpRequest, code: str) -> HttpResponse:
    """A draft, article by article; one that is being prepared does not exist."""
    found = opened(code)
    here = request.build_absolute_uri(reverse("consultations:consultation", args=[code]))
    comment_at = request.build_absolute_uri(reverse("consultations:comment", args=[code]))
    shown = {
        "consultation": found,
        "standing": standing(found),
        "lines": reading.lines(found),
        "counts": reading.counts(found),
        "report": reading.report(found) if found.is_summed_up else (),
        "documents": found.documents.select_related("file"),
        "history": reading.history(found),
        "followers": found.followers.public(),
        "stances": Stance.choices,
        "structured": structured.draft(found, here, comment_at),
    }
    return render(request, "consultations/public/consultation.html", shown)


@login_not_required
@require_safe
def comments(request: HttpRequest, code: str) -> HttpResponse:
    """What everybody may read of what others said, all or about one article."""
    found = opened(code)
    article = article_of(found, request.GET.get("dieu", ""))
    rows, following = reading.comments(found, article, request.GET.get("sau", ""))
    shown = {
        "consultation": found,
        "standing": standing(found),
        "article": article,
        "comments": rows,
        "following": following,
        "after": request.GET.get("sau", ""),
        "lines": [line for line in reading.lines(found) if line.shown],
        "counts": reading.counts(found),
    }
    return render(request, "consultations/public/comments.html", shown)


@login_not_required
@require_safe
def document(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """A paper that comes with the draft."""
    paper = get_object_or_404(opened(code).documents.select_related("file"), pk=pk)
    back = reverse("consultations:consultation", args=[code])
    return given_out(request, paper, back=back)


def opened(code: str) -> Consultation:
    """One that everybody may read."""
    return get_object_or_404(Consultation.objects.public().for_pages(), code=code)


def article_of(consultation: Consultation, position: str) -> Article | None:
    """The article that ``?dieu=`` names; the whole where it names none."""
    if not position:
        return None
    is_number = position.isascii() and position.isdigit() and len(position) < 5
    if not is_number:
        raise Http404
    found: Article = get_object_or_404(consultation.articles, position=int(position))
    return found


def _with_standings(rows: list[Consultation]) -> list[tuple[Consultation, Any]]:
    return [(each, standing(each)) for each in rows]
