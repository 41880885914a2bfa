"""What does everybody read of a consultation? Its articles with counts, comments, the report."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, Q
from django.utils.translation import gettext as _

from motcua.consultations import workflow
from motcua.consultations.models import Answer, Article, Comment
from motcua.consultations.workflow import Showing, Stance, Verdict, WhyNot
from motcua.organizations import heaps

if TYPE_CHECKING:
    from motcua.consultations.models import Consultation, ConsultationEvent

ON_A_PAGE = 30


@dataclass(frozen=True, slots=True)
class Line:
    """An article, with the chapter where one begins, and how many comments everybody may read."""

    article: Article
    chapter: str
    shown: int


@dataclass(frozen=True, slots=True)
class Counts:
    """What came and what became of it; what machines sent is not counted among the comments."""

    received: int
    shown: int
    withheld: int
    waiting: int
    machine: int
    stances: list[tuple[str, int]]
    verdicts: list[tuple[str, int]]


@dataclass(frozen=True, slots=True)
class Part:
    """The answers to one article, or to the whole where there is none."""

    heading: str
    answers: list[Answer]


def lines(consultation: Consultation) -> list[Line]:
    """The whole draft (two queries)."""
    shown = dict(
        Comment.objects.shown()
        .filter(consultation=consultation, article__isnull=False)
        .values_list("article")
        .annotate(n=Count("pk"))
    )
    told, chapter = [], ""
    for each in consultation.articles.all():
        begins = each.chapter if each.chapter != chapter else ""
        chapter = each.chapter
        told.append(Line(each, begins, shown.get(each.pk, 0)))
    return told


def unanswered_lines(consultation: Consultation) -> list[tuple[Article | None, int]]:
    """The whole and every article with how many comments wait for an answer (two queries)."""
    waiting = dict(
        Comment.objects.unanswered()
        .filter(consultation=consultation)
        .values_list("article")
        .annotate(n=Count("pk"))
    )
    articles = [(each, waiting.get(each.pk, 0)) for each in consultation.articles.all()]
    return [(None, waiting.get(None, 0)), *articles]


def counts(consultation: Consultation) -> Counts:
    """One query."""
    real = ~Q(why_not=WhyNot.MACHINE)
    asked = {
        "received": Count("pk", filter=real),
        "shown": Count("pk", filter=Q(showing=Showing.SHOWN)),
        "withheld": Count("pk", filter=Q(showing=Showing.WITHHELD) & real),
        "waiting": Count("pk", filter=Q(showing=Showing.NEW)),
        "machine": Count("pk", filter=~real),
    }
    for stance in Stance:
        asked[f"stance_{stance.value}"] = Count("pk", filter=Q(stance=stance) & real)
    for verdict in Verdict:
        asked[f"verdict_{verdict.value}"] = Count("pk", filter=Q(answer__verdict=verdict))
    there = consultation.comments.aggregate(**asked)
    return Counts(
        received=there["received"],
        shown=there["shown"],
        withheld=there["withheld"],
        waiting=there["waiting"],
        machine=there["machine"],
        stances=[(str(each.label), there[f"stance_{each.value}"]) for each in Stance],
        verdicts=[(str(each.label), there[f"verdict_{each.value}"]) for each in Verdict],
    )


def history(consultation: Consultation) -> list[ConsultationEvent]:
    """What was done in public, with its reasons; not how it was prepared."""
    return list(consultation.events.exclude(verb=workflow.PREPARE.verb).with_hands())


def comments(
    consultation: Consultation, article: Article | None, after: str
) -> tuple[list[Comment], str]:
    """A page of what everybody may read, oldest first, and where the next begins."""
    found = Comment.objects.shown().public_only().filter(consultation=consultation)
    if article:
        found = found.filter(article=article)
    behind = found.filter(heaps.beyond(after, "received_at", newest_first=False))
    rows = list(behind.select_related("article").oldest_first()[: ON_A_PAGE + 1])
    more = len(rows) > ON_A_PAGE
    last = rows[ON_A_PAGE - 1] if more else None
    return rows[:ON_A_PAGE], heaps.key_of(last.received_at, last.pk) if last else ""


def report(consultation: Consultation) -> list[Part]:
    """The answers by article, the whole first (one query)."""
    found = consultation.answers.select_related("article").annotate(n=Count("comments"))
    found = found.order_by("article__position", "pk")
    return _parts(found)


def _parts(answers: Iterable[Answer]) -> list[Part]:
    by_article: dict[int, Part] = {}
    for each in answers:
        heading = each.article.name if each.article else _("Toàn bộ dự thảo")
        part = by_article.setdefault(each.article_id or 0, Part(heading, []))
        part.answers.append(each)
    whole = by_article.pop(0, None)
    return [*([whole] if whole else []), *by_article.values()]
