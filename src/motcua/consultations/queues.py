"""Which heaps does an office sort its consultations and their comments into?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Count, Q
from django.utils.translation import gettext_lazy as _

from motcua.consultations import workflow
from motcua.consultations.models import Comment, Consultation
from motcua.consultations.workflow import Phase, Showing, WhyNot
from motcua.organizations import heaps
from motcua.organizations.heaps import Counted, Queue, in_states
from motcua.periods.clock import today
from motcua.search.folding import fold

if TYPE_CHECKING:
    from motcua.consultations.queries import CommentQuerySet, ConsultationQuerySet
    from motcua.organizations.acting import Acting

PAGE = 50


def in_phase(phase: Phase) -> Q:
    return workflow.in_phase(phase, today())


def late(_acting: Acting) -> Q:
    """Whose summary is owed for longer than its term; read from the days, nobody raises it."""
    return in_phase(Phase.CLOSED) & Q(summary_due_on__lt=today())


def everything(_acting: Acting) -> Q:
    return Q()


OPEN = Queue("dang-mo", _("Đang lấy ý kiến"), lambda _a: in_phase(Phase.OPEN))
QUEUES = (
    Queue("tat-ca", _("Tất cả"), everything, newest_first=True),
    Queue("dang-chuan-bi", _("Đang chuẩn bị"), lambda _a: in_phase(Phase.PREPARING)),
    OPEN,
    Queue("cho-tong-hop", _("Chờ tổng hợp"), lambda _a: in_phase(Phase.CLOSED)),
    Queue("cham", _("Chậm công bố"), late),
    Queue("ket-thuc", _("Đã kết thúc"), in_states(workflow.ENDED), newest_first=True),
)


def suspected(_acting: Acting) -> Q:
    """What the checks against machines set aside; whoever decides has looked."""
    return Q(showing=Showing.NEW) & ~Q(doubts=[])


def unanswered(_acting: Acting) -> Q:
    waits = Q(answer__isnull=True, consultation__state=workflow.State.OPENED)
    return waits & ~Q(why_not=WhyNot.MACHINE)


OF_COMMENTS = (
    Queue("cho-xem", _("Chờ xem"), lambda _a: Q(showing=Showing.NEW)),
    Queue("nghi-may", _("Chờ xem: nghi do máy gửi"), suspected),
    Queue("cong-khai", _("Công khai"), lambda _a: Q(showing=Showing.SHOWN), newest_first=True),
    Queue(
        "khong-cong-khai",
        _("Không công khai"),
        lambda _a: Q(showing=Showing.WITHHELD),
        newest_first=True,
    ),
    Queue("chua-tra-loi", _("Chưa có trả lời"), unanswered),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What the officer asked to see."""

    queue: Queue
    text: str = ""
    consultation: str = ""
    article: int | None = None
    stance: str = ""
    after: str = ""
    """The last row of the page before, as ``heaps.key_of`` wrote it."""

    @property
    def is_filtered(self) -> bool:
        return bool(self.text or self.consultation or self.article is not None or self.stance)


def named(name: str) -> Queue:
    return heaps.named(name, QUEUES)


def comments_named(name: str) -> Queue:
    return heaps.named(name, OF_COMMENTS)


def counted(acting: Acting) -> Counted:
    """The consultations of a whole desk, in one query."""
    found = Consultation.objects.handled_by(acting)
    return heaps.counted(found, QUEUES, QUEUES[0], acting, {})


def comments_counted(acting: Acting) -> Counted:
    """The comments of a whole desk, in one query."""
    found = Comment.objects.handled_by(acting)
    return heaps.counted(found, OF_COMMENTS, OF_COMMENTS[0], acting, {})


def consultations(asked: Asked, acting: Acting) -> tuple[list[Consultation], str]:
    """A page of consultations with how many comments came and wait, and where the next begins."""
    found = Consultation.objects.handled_by(acting).filter(asked.queue.condition(acting))
    for word in fold(asked.text).split():
        found = found.filter(search_text__contains=word)
    there: Any = _in_order(found, asked, "moved_at")
    there = there.for_pages().without_texts()
    waiting = Count("comments", filter=Q(comments__showing=Showing.NEW))
    rows = list(there.annotate(came=Count("comments"), waiting=waiting)[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return rows[:PAGE], heaps.key_of(last.moved_at, last.pk) if last else ""


def comments(asked: Asked, acting: Acting) -> tuple[list[Comment], str]:
    """A page of comments, and where the next begins."""
    found = Comment.objects.handled_by(acting).filter(asked.queue.condition(acting))
    if asked.consultation:
        found = found.filter(consultation__code=asked.consultation)
    if asked.article is not None:
        place = asked.article or None
        found = found.filter(article__position=place) if place else found.filter(article=None)
    if asked.stance:
        found = found.filter(stance=asked.stance)
    ordered = _in_order(found, asked, "received_at")
    rows = list(ordered.select_related("consultation", "article", "answer")[: PAGE + 1])
    last = rows[PAGE - 1] if len(rows) > PAGE else None
    return rows[:PAGE], heaps.key_of(last.received_at, last.pk) if last else ""


def _in_order(
    found: ConsultationQuerySet | CommentQuerySet, asked: Asked, column: str
) -> ConsultationQuerySet | CommentQuerySet:
    newest = asked.queue.newest_first
    mark = "-" if newest else ""
    ordered = found.order_by(f"{mark}{column}", f"{mark}pk")
    return ordered.filter(heaps.beyond(asked.after, column, newest_first=newest))
