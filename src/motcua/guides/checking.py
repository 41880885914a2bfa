"""Can a guide be walked to its end, and conditions be answered? Each fault as a sentence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from django.utils.translation import gettext as _

from motcua.catalog.models import Procedure

from .eligibility import PREFIX, Check, Outcome
from .every_way import every_way
from .reading import Condition, Question, Step, Told

RESERVED = {"q", "trang", "csrfmiddlewaretoken"}
MOST_ENDS = 5
"""So many ways that lead to nothing are named at once."""


def problems(told: Told) -> list[str]:
    """What has to be mended before anybody may see it."""
    found = [
        *_of_keys(told.questions),
        *_of_questions(told),
        *_of_steps(told),
        *_of_codes(told.procedures),
    ]
    return found or list(islice(_of_ends(told), MOST_ENDS))


def problems_of(checks: Sequence[Check]) -> list[str]:
    """What has to be mended in the conditions of a procedure."""
    return [*_of_names(checks), *_of_outcomes(checks), *_of_codes(_instead(checks))]


def _of_names(checks: Sequence[Check]) -> Iterator[str]:
    for name, times in Counter(check.name for check in checks).items():
        if times > 1:
            yield _("Khóa câu hỏi “%(key)s” bị trùng hoặc không dùng được.") % {
                "key": name.removeprefix(PREFIX)
            }
    for check in checks:
        if len({option.key for option in check.options}) < max(2, len(check.options)):
            yield _("Câu hỏi “%(ask)s” cần ít nhất hai câu trả lời có khóa khác nhau.") % {
                "ask": check.ask
            }


def _of_outcomes(checks: Iterable[Check]) -> Iterator[str]:
    """A no has its law; where one has to ask, the reason is said."""
    for check in checks:
        for option in check.options:
            is_no, is_ask = option.outcome is Outcome.NO, option.outcome is Outcome.ASK
            if (is_no and not option.basis) or ((is_no or is_ask) and not option.because):
                yield _("Câu trả lời “%(label)s” chưa nói vì sao, hoặc chưa có căn cứ.") % {
                    "label": option.label
                }


def _instead(checks: Iterable[Check]) -> list[str]:
    named = (option.instead for check in checks for option in check.options)
    return list(dict.fromkeys(code for code in named if code))


def _of_keys(questions: Iterable[Question]) -> Iterator[str]:
    for key, times in Counter(question.key for question in questions).items():
        if times > 1 or key in RESERVED:
            yield _("Khóa câu hỏi “%(key)s” bị trùng hoặc không dùng được.") % {"key": key}


def _of_questions(told: Told) -> Iterator[str]:
    before: dict[str, Question] = {}
    for question in told.questions:
        yield from _of_conditions(question.ask, question.only_if, before)
        few = not question.is_day and len({option.key for option in question.options}) < 2
        if few or len(question.options) != len({option.key for option in question.options}):
            yield _("Câu hỏi “%(ask)s” cần ít nhất hai câu trả lời có khóa khác nhau.") % {
                "ask": question.ask
            }
        before[question.key] = question


def _of_steps(told: Told) -> Iterator[str]:
    asked = {question.key: question for question in told.questions}
    if not told.steps:
        yield _("Hướng dẫn chưa có việc nào.")
    for step in told.steps:
        yield from _of_conditions(step.title, step.only_if, asked)
        yield from _of_term(step, asked)


def _of_term(step: Step, asked: dict[str, Question]) -> Iterator[str]:
    from_day = asked.get(step.counted_from)
    if step.counted_from and (from_day is None or not from_day.is_day or not step.days):
        yield _("Việc “%(title)s” tính ngày từ một câu hỏi không hỏi ngày.") % {"title": step.title}
    if step.days and not step.basis:
        yield _("Việc “%(title)s” có số ngày mà chưa có căn cứ.") % {"title": step.title}


def _of_conditions(
    where: str, conditions: Iterable[Condition], asked: dict[str, Question]
) -> Iterator[str]:
    for one in conditions:
        question = asked.get(one.question)
        known = {option.key for option in question.options} if question else set()
        if not one.answers or not one.answers <= known:
            yield _("“%(where)s”: điều kiện “%(key)s” không ứng với câu trả lời nào ở trên.") % {
                "where": where,
                "key": one.question,
            }


def _of_codes(codes: Iterable[str]) -> Iterator[str]:
    wanted = list(codes)
    known = set(Procedure.objects.filter(code__in=wanted).values_list("code", flat=True))
    for code in wanted:
        if code not in known:
            yield _("Cổng không có thủ tục mã %(code)s.") % {"code": code}


def _of_ends(told: Told) -> Iterator[str]:
    """The ways at whose end nothing is to do."""
    for way in every_way(told):
        if not way.steps:
            said = "; ".join(one.said for one in way.answered)
            yield _("Trả lời “%(said)s” thì không có việc nào để làm.") % {"said": said}
