"""What do pages of other rooms show of questions? The latest answers, a procedure's, one's own."""

from __future__ import annotations

from django.template import Context

from motcua.accounts.models import Person
from motcua.questions import frequent, reading, staleness, structured
from motcua.questions.models import Question
from motcua.ui.panels import Shown

FEW = 3
OF_PROCEDURE = 5


def latest(context: Context) -> Shown | None:
    """What was answered just now, for the front page."""
    newest = staleness.marked(Question.objects.published()).latest_published()[:FEW]
    lines = reading.lines(newest)
    return ("questions/public/parts/latest.html", {"lines": lines}) if lines else None


def about_procedure(context: Context) -> Shown | None:
    """What an office chose to be read first on a procedure's page, and what was answered last."""
    version = context.get("version")
    if version is None:
        return None
    first = frequent.chosen(version.procedure)
    theirs = Question.objects.published().filter(procedure=version.procedure_id)
    latest = list(theirs.latest_published()[: OF_PROCEDURE + len(first)])
    lines = reading.lines([*first, *(each for each in latest if each not in first)])
    chosen, others = lines[: len(first)], lines[len(first) :][:OF_PROCEDURE]
    hold = [line.question for line in chosen if not line.is_stale]
    shown = {
        "chosen": chosen,
        "lines": others,
        "code": version.procedure.code,
        "structured": structured.faq_page(hold) if hold else "",
    }
    return "questions/public/parts/about_procedure.html", shown


def mine(context: Context) -> Shown | None:
    """One's newest questions, for one's own page."""
    person = getattr(context.get("request"), "user", None)
    if not isinstance(person, Person):
        return None
    newest = list(Question.objects.of(person).newest_first()[:FEW])
    return "questions/citizen/on_my_page.html", {"questions": newest}


def of_organization(context: Context) -> Shown | None:
    """What an organization answered last."""
    organization = context.get("organization")
    if organization is None:
        return None
    theirs = Question.objects.published().filter(organization=organization)
    lines = reading.lines(staleness.marked(theirs).latest_published()[:FEW])
    shown = {"lines": lines, "office": organization}
    return ("questions/public/parts/of_organization.html", shown) if lines else None
