"""How do owners hear that their texts name what a plan ended? Articles and answers are flagged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from motcua.news import actions as news
from motcua.news.models import Article
from motcua.questions import old_names, publication
from motcua.reorganization import naming
from motcua.reorganization.models import ArticleFlag, Plan
from motcua.search.models import Entry

LONGEST = 300
AT_ONCE = 1000


@transaction.atomic
def flag(plan_id: int) -> None:
    """Flag what names what ended; safe to run twice. Nothing of a plan that was undone."""
    plan = Plan.objects.select_for_update(no_key=True).get(pk=plan_id)
    if not plan.is_carried_out:
        return
    _flag_articles(plan)
    found = naming.entries_naming(plan, publication.KIND)
    old_names.flag(_named(plan, found), source=_source(plan), decision=plan.legal_basis)


def unflag(plan: Plan) -> None:
    """The old names are right again."""
    ArticleFlag.objects.filter(plan=plan).delete()
    old_names.unflag(source=_source(plan))


def read_again(article: Article) -> None:
    """After an article changed: a flag goes with its names, or waits for somebody to look."""
    flags = list(ArticleFlag.objects.filter(article=article).select_related("plan"))
    if not flags:
        return
    findable = news.findable(article)
    text = f"{findable.title} {findable.text} {findable.body}"
    for each in flags:
        each.read_again(_together(naming.said_in(each.plan, text)))


def _flag_articles(plan: Plan) -> None:
    named = _named(plan, naming.entries_naming(plan, news.KIND))
    there = Article.objects.live().filter(pk__in=[int(key) for key in named])
    ArticleFlag.objects.bulk_create(
        [
            ArticleFlag(plan=plan, article_id=pk, names=named[str(pk)])
            for pk in there.values_list("pk", flat=True)
        ],
        ignore_conflicts=True,
        batch_size=AT_ONCE,
    )


def _named(plan: Plan, entries: Iterable[Entry]) -> Mapping[str, str]:
    """Key of an entry to the names that stand there."""
    return {each.key: _together(naming.said_in(plan, naming.text_of(each))) for each in entries}


def _together(names: Iterable[str]) -> str:
    return "; ".join(names)[:LONGEST]


def _source(plan: Plan) -> str:
    return f"plan-{plan.pk}"
