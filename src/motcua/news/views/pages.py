"""Which page of the newsroom's tree answers? An article, a section, or where it stands now."""

from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_safe
from wagtail.documents.views import serve as documents

from motcua.news import languages
from motcua.news.models import Article, Section
from motcua.news.views import lists


@login_not_required
@require_safe
def page(request: HttpRequest, path: str) -> HttpResponseBase:
    """The page at ``path``; where the reader's language lacks it, the one that there is."""
    found = languages.find(path)
    if found is None:
        raise Http404
    if own := languages.own(found):
        return redirect(own.address)
    if isinstance(found, Section):
        return lists.section(request, found)
    answer: HttpResponseBase = found.serve(request)
    return answer


@login_not_required
@require_safe
def permalink(request: HttpRequest, number: int) -> HttpResponse:
    """An article by its number, wherever it was moved to."""
    article = get_object_or_404(Article.objects.shown().select_related("locale"), pk=number)
    return redirect(article.here)


@login_not_required
@require_safe
def document(request: HttpRequest, number: str, name: str) -> HttpResponseBase:
    """A document of an article, such as a list in PDF; never shown inside of a page of ours."""
    answer: HttpResponseBase = documents.serve(request, number, name)
    return answer
