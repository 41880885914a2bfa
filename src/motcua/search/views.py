"""What does someone see who searches the whole site?"""

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from motcua.search import results
from motcua.search.unanswered import notebook


@login_not_required
@require_safe
def find(request: HttpRequest) -> HttpResponse:
    """Everything of the site that answers ``?q=``, of all kinds or of one."""
    answer = results.answer(results.Wish.read(request.GET))
    page = answer.page(request.GET.get("trang"))
    shown = {"answer": answer, "page": page, "results": results.listed(page)}
    shown["nearest"] = [results.line(hit) for hit in answer.nearest] if page.number == 1 else []
    if answer.missed:
        notebook.note(answer.wish.words, answer.missed)
    shown["examples"] = results.EXAMPLES
    return render(request, "search/find.html", shown)
