"""Which other questions of the office may ask the same?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.questions import workflow
from motcua.questions.models import Question
from motcua.questions.routing import pairs

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

READ, AT_MOST = 300, 5
FEWEST_COMMON = 2


def candidates(question: Question, by: Acting) -> list[Question]:
    """The office's latest questions whose titles share the most pairs of words (one query)."""
    mine = set(pairs(question.title))
    others = Question.objects.handled_by(by).exclude(pk=question.pk)
    recent = others.exclude(state__in=workflow.TAKEN_BACK).defer("contact", "text", "public_text")
    common = [(len(mine & set(pairs(each.title))), each) for each in recent.newest_first()[:READ]]
    fitting = [pair for pair in common if pair[0] >= FEWEST_COMMON]
    return [each for _n, each in sorted(fitting, key=lambda pair: -pair[0])[:AT_MOST]]
