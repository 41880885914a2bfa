"""What does everybody see of questions? The list, an answer, and where complaints go."""

from __future__ import annotations

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from motcua.operations import networks
from motcua.organizations import successors
from motcua.periods.clock import today
from motcua.questions import choosing, guards, reading, similar, staleness, structured, ties
from motcua.questions.models import Opinion, Question
from motcua.ui.http import too_many


@login_not_required
@require_safe
def questions(request: HttpRequest) -> HttpResponse:
    """Published answers, newest first, or those that fit the words and filters."""
    wish = choosing.Wish.read(request.GET)
    found = choosing.choose(wish)
    shown = {
        "wish": wish,
        "found": found,
        "lines": reading.lines(found.questions),
        "categories": choosing.categories(),
        "offices": choosing.offices(),
    }
    return render(request, "questions/public/list.html", shown)


@login_not_required
@require_safe
def question(request: HttpRequest, code: str) -> HttpResponse:
    """A published question with its answer; what is not published does not exist."""
    found = get_object_or_404(Question.objects.published().for_pages(), code=code)
    office = successors.name_now(found.organization)
    address = request.build_absolute_uri(reverse("questions:question", args=[found.code]))
    shown = {
        "question": found,
        "office": office,
        "answered_by": reading.answering_event(found),
        "stale": staleness.reasons(found),
        "laws": found.ties.exclude(law=None).select_related("law").order_by("law__number"),
        "others": ties.versions(found),
        "took": reading.took(found),
        "version": found.procedure and found.procedure.version_on(today()),
        "beside": similar.beside(found),
        "has_said": "cam-on" in request.GET,
        "structured": structured.qa_page(found, address, office=office),
    }
    return render(request, "questions/public/question.html", shown)


# A reader's word needs no cookie: it changes one count, and a network has few of them.
@csrf_exempt
@login_not_required
@require_POST
def say_whether_it_helped(request: HttpRequest, code: str) -> HttpResponse:
    """Yes or no, once a day from one network; a second word is thanked for and not counted."""
    found = get_object_or_404(Question.objects.published(), code=code)
    helped = request.POST.get("huu-ich")
    network = networks.network(request.META)
    if helped in {"co", "khong"}:
        if wait := guards.opinions_of(network):
            return too_many(request, wait=wait)
        if guards.is_first_opinion(network, found.code):
            Opinion.say(found.pk, helped=helped == "co")
    return redirect(f"{reverse('questions:question', args=[code])}?cam-on#huu-ich")


@login_not_required
@require_safe
def complaints(request: HttpRequest) -> HttpResponse:
    """Where complaints and denunciations go, by which law."""
    return render(request, "questions/public/complaints.html")
