"""How does a question stand, in the words of whoever waits for its answer?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from motcua.organizations import wrong_door
from motcua.questions import workflow
from motcua.questions.workflow import State
from motcua.worktime import deadlines
from motcua.worktime.queries import working_calendar

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from motcua.questions.models import Question, QuestionEvent
    from motcua.worktime.calendars import WorkCalendar

NOW: dict[str, StrOrPromise] = {
    State.NEW: _("Cơ quan đã nhận và sắp xem câu hỏi."),
    State.FORWARDED: _("Câu hỏi đã đến cơ quan khác và sắp được xem."),
    State.REOPENED: _("Một người khác sẽ trả lời lại."),
    State.WAITING: _("Cơ quan cần bạn cho biết thêm. Thời hạn dừng cho đến khi bạn trả lời."),
    State.ASSIGNED: _("Đang soạn câu trả lời."),
    State.DRAFTED: _("Câu trả lời đã soạn, chờ người có thẩm quyền duyệt."),
    State.APPROVED: _("Câu trả lời đã duyệt và sắp được gửi."),
    State.ANSWERED: _("Bạn đã có câu trả lời."),
    State.RETURNED: _("Cơ quan không trả lời câu hỏi này; lý do ở dưới."),
    State.WITHDRAWN: _("Bạn đã rút câu hỏi."),
    State.MERGED: _("Đã có câu hỏi giống hệt; câu trả lời ở đó cũng là của bạn."),
}
"""What a state means to the asker."""

PASSED: dict[str, StrOrPromise] = {
    workflow.ASK.verb: _("Bạn đã gửi câu hỏi"),
    workflow.FORWARD.verb: _("Được chuyển đến cơ quan khác"),
    workflow.RETURN.verb: _("Được trả lại, có nêu lý do"),
    workflow.ASK_FOR_MORE.verb: _("Cơ quan hỏi thêm bạn"),
    workflow.SUPPLEMENT.verb: _("Bạn đã bổ sung"),
    workflow.WITHDRAW.verb: _("Bạn đã rút câu hỏi"),
    workflow.MERGE.verb: _("Được gộp với câu hỏi trùng"),
    workflow.ASSIGN.verb: _("Có người soạn câu trả lời"),
    workflow.DRAFT.verb: _("Câu trả lời được trình duyệt"),
    workflow.SEND_BACK.verb: _("Câu trả lời được yêu cầu soạn lại"),
    workflow.APPROVE.verb: _("Câu trả lời được duyệt"),
    workflow.PUBLISH.verb: _("Đã trả lời và công khai"),
    workflow.ANSWER_PRIVATELY.verb: _("Đã trả lời riêng bạn"),
    workflow.UNPUBLISH.verb: _("Thôi công khai"),
    workflow.REVISE.verb: _("Câu trả lời được soạn lại vì đã cũ"),
    workflow.CONFIRM.verb: _("Câu trả lời được xem lại, vẫn đúng"),
    workflow.REOPEN.verb: _("Bạn đề nghị trả lời lại"),
    workflow.TRANSFER.verb: _("Được chuyển cùng cơ quan theo sắp xếp tổ chức; thời hạn không đổi"),
    workflow.TRANSFER_BACK.verb: _("Được chuyển lại cơ quan cũ; thời hạn không đổi"),
}
"""What each move was, to the asker."""

TOLD = frozenset(
    {
        workflow.RETURN.verb,
        workflow.ASK_FOR_MORE.verb,
        workflow.SUPPLEMENT.verb,
        workflow.FORWARD.verb,
        workflow.WITHDRAW.verb,
        workflow.REOPEN.verb,
        workflow.TRANSFER.verb,
        workflow.TRANSFER_BACK.verb,
    }
)
"""Moves whose reason is meant for the asker; what officers tell each other is not."""


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the history: what happened, where, when, and what was said."""

    title: str
    place: str
    said: str
    at: datetime
    kind: str


@dataclass(frozen=True, slots=True)
class Standing:
    """The light of a question and its words, as its asker sees it."""

    now: str
    light: str
    words: str


def standing(question: Question, now: datetime) -> Standing:
    """How it stands: late is said as plainly as early."""
    return _standing(question, now, working_calendar())


def standings(questions: Iterable[Question], now: datetime) -> list[tuple[Question, Standing]]:
    """The same of many; the working calendar is asked for once."""
    calendar = working_calendar()
    return [(question, _standing(question, now, calendar)) for question in questions]


def _standing(question: Question, now: datetime, calendar: WorkCalendar) -> Standing:
    said = str(NOW.get(question.state, ""))
    if not question.clock_runs:
        return Standing(said, "ok" if question.is_answered else "wait", "")
    due_at = question.answer_due_at
    return Standing(
        said,
        deadlines.standing(due_at, now, calendar),
        deadlines.standing_words(due_at, now, calendar),
    )


def steps(question: Question) -> list[Step]:
    """The history from outside: offices, no officers' names, no words among officers."""
    events = list(question.events.with_hands())
    return [_step(event, is_last=event is events[-1]) for event in events]


def _step(event: QuestionEvent, *, is_last: bool) -> Step:
    title = str(PASSED.get(event.verb, event.label))
    place = "" if event.is_of_asker else event.organization.name
    said = wrong_door.sentence(event.payload) or (event.reason if event.verb in TOLD else "")
    return Step(title, place, said, event.at, "now" if is_last else "done")
