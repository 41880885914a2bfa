"""The demo's conclusions and tasks in every state, and the article that shows those of one meeting.

Meetings, figures and words are invented. Days are counted from the day on which the demo is made;
the rows are written with the history that their moves would have left.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from django.db import transaction
from django.utils import timezone

from motcua.demo import apparatus
from motcua.directives import codes, deadlines, passages, publication, workflow
from motcua.directives.models import (
    Conclusion,
    FollowingPost,
    Passage,
    Support,
    Task,
    TaskEvent,
)
from motcua.directives.workflow import Move, Priority, Role, State
from motcua.filekeeping.models import StoredFile
from motcua.news import actions as news
from motcua.news.models import Article, Category, Section
from motcua.organizations.models import Appointment, Organization, OrganizationKind, Post
from motcua.periods.clock import VIETNAM, day_of
from motcua.periods.ledger import Ledger
from motcua.periods.models import since
from motcua.search import actions as index
from motcua.search.folding import fold
from motcua.worktime.queries import working_calendar

TOLD = Path(__file__).parent / "directives.json"
PAPER = Path(__file__).parent / "news" / "documents" / "ket-luan-214.pdf"
FOLLOWING = Ledger(FollowingPost, ("organization_id", "post_id", "valid_during"), known_by=1)
ARTICLE = "Cuối năm: ai phải làm gì để người dân không phải chờ"
BEGUN = (workflow.GIVE, workflow.ACKNOWLEDGE, workflow.TAKE_UP, workflow.REPORT)
EXTENDED = (workflow.ASK_EXTENSION, workflow.GRANT_EXTENSION)
WAYS: dict[str, tuple[Move, ...]] = {
    State.GIVEN: BEGUN[:1],
    State.ACKNOWLEDGED: BEGUN[:2],
    State.RETURNED: (workflow.GIVE, workflow.RETURN),
    State.IN_WORK: BEGUN,
    State.EXTENSION_ASKED: (*BEGUN[:3], workflow.ASK_EXTENSION),
    State.REPORTED: (*BEGUN[:3], workflow.REPORT_DONE),
    State.DONE: (*BEGUN[:3], workflow.REPORT_DONE, workflow.ACCEPT),
    State.CANCELLED: (workflow.GIVE, workflow.CANCEL),
}
"""The moves that lead to each state."""

Holder = tuple[int, int]
"""A post and who holds it."""


@transaction.atomic
def seed() -> None:
    """Enter what is missing; officers, calendar and the newsroom are seeded before."""
    _name_following_post()
    told = json.loads(TOLD.read_text(encoding="utf-8"))
    known = set(Conclusion.objects.values_list("number", flat=True))
    clerk = Clerk()
    for one in [each for each in told if each["number"] not in known]:
        clerk.enter(one)
    index.put_all(publication.KIND, publication.everything())
    _report(Conclusion.objects.get(number=told[0]["number"]))


def _name_following_post() -> None:
    """The Văn phòng's experts follow for the committee, as its article 1 in many provinces says."""
    days = since(apparatus.TWO_TIERS)
    committee = Organization.objects.get(identifier=apparatus.PROVINCE)
    bureau = Post.objects.get(
        organization__identifier=apparatus.PROVINCIAL_OFFICE, title="Chuyên viên"
    )
    FOLLOWING.put([(committee.pk, bureau.pk, days)])


class Clerk:
    """Writes down what was concluded, given and done, and when."""

    def __init__(self) -> None:
        self.now, self.calendar = timezone.now(), working_calendar()
        self.today = day_of(self.now)
        self.issuer = Organization.objects.get(identifier=apparatus.PROVINCE)
        self.chair = Appointment.objects.on(self.today).get(
            post__organization=self.issuer, post__is_head=True
        )
        self.follower = Appointment.objects.on(self.today).get(
            post__organization__identifier=apparatus.PROVINCIAL_OFFICE, post__title="Chuyên viên"
        )
        self.heads = dict(_heads(self.today))

    def enter(self, one: dict[str, Any]) -> None:
        signed = self._working_day_before(one["days"])
        conclusion = Conclusion.objects.create(
            code=codes.next_code(signed.year),
            organization=self.issuer,
            number=one["number"],
            signed_on=signed,
            year=signed.year,
            title=one["title"],
            meeting=one["meeting"],
            met_on=self._working_day_before(one["days"] + 4),
            chair=self.chair.person,
            chair_post=self.chair.post,
            is_public=one["public"],
            entered_at=self._at(signed, 15),
            search_text=fold(f"{one['number']} {one['title']} {one['meeting']}"),
            **_paper(one),
        )
        text = Passage.objects.bulk_create(
            Passage(conclusion=conclusion, edition=1, position=position, text=words)
            for position, words in enumerate(passages.split("\n\n".join(one["text"])), 1)
        )
        conclusion.events.create(
            verb="enter",
            edition=1,
            person=self.follower.person,
            post=self.follower.post,
            at=self._at(signed, 15),
        )
        for number, told in enumerate(one["tasks"], 1):
            self._give(conclusion, number, text[told["of"] - 1], told)

    # --- Tasks --------------------------------------------------------------------------------

    def _give(
        self, conclusion: Conclusion, number: int, passage: Passage, told: dict[str, Any]
    ) -> None:
        head, state = self.heads[told["office"]], State(told["state"])
        given = min(self.calendar.working_day_after(conclusion.signed_on), self.today)
        due, first = self._day(told["due"]), self._day(told.get("first", told["due"]))
        done = self.today + timedelta(days=told["done"]) if "done" in told else None
        code = codes.of_task(conclusion.code, number)
        task = Task.objects.create(
            code=code,
            conclusion=conclusion,
            passage=passage,
            quoted=passage.text,
            title=told["title"],
            priority=Priority.URGENT if told.get("urgent") else Priority.NORMAL,
            is_public=conclusion.is_public,
            issuer=self.issuer,
            organization=head.post.organization,
            post=head.post,
            assigned_on=given,
            given_at=self._at(given, 9),
            state=state,
            due_on=due,
            original_due_on=first,
            extensions=int(first != due),
            review_months=told.get("months", 0),
            asked_until=self._day(told["asked"]) if "asked" in told else None,
            reported_at=self._at(done, 15) if done else None,
            done_on=done if state == State.DONE else None,
            public_result=told.get("result", ""),
            moved_at=self._at(given, 9),
            search_text=fold(f"{code} {told['title']}"),
        )
        Support.objects.bulk_create(
            Support(
                task=task,
                organization=self.heads[name].post.organization,
                post=self.heads[name].post,
                assigned_on=given,
            )
            for name in told.get("along", ())
        )
        self._remember(task, told)

    def _remember(self, task: Task, told: dict[str, Any]) -> None:
        events = TaskEvent.objects.bulk_create(self._events(task, told))
        moved, revision = events[-1].at, len(events)
        Task.objects.filter(pk=task.pk).update(moved_at=moved, revision=revision)

    def _events(self, task: Task, told: dict[str, Any]) -> Iterator[TaskEvent]:
        """The moves that led there; reports at their day, others spread before them."""
        moves = [*WAYS[task.state]]
        if task.was_extended:
            moves[3:3] = EXTENDED
        begun, end = task.given_at, task.reported_at or self._at(self.today, 0)
        step = max(end - begun, timedelta(hours=8)) / (len(moves) + 1)
        for number, move in enumerate(moves):
            at = begun + step * number
            if move is workflow.REPORT_DONE and task.reported_at:
                at = task.reported_at
            elif move is workflow.ACCEPT and task.reported_at:
                at = min(task.reported_at + timedelta(hours=18), self.now)
            if at != task.reported_at:
                at = self._in_office_hours(at, number)
            yield self._event(task, move, min(at, self.now), told, is_last=move is moves[-1])

    def _event(
        self, task: Task, move: Move, at: datetime, told: dict[str, Any], *, is_last: bool
    ) -> TaskEvent:
        role, hand = self._hand(task, move)
        speaks = is_last or move is workflow.REPORT_DONE
        return TaskEvent(
            task=task,
            verb=move.verb,
            role=role,
            state=move.target,
            organization_id=task.organization_id,
            person=hand.person,
            post=hand.post,
            reason=told.get("said", "") if speaks and move is not workflow.ACCEPT else "",
            at=at,
            payload=_payload(task, move),
        )

    def _hand(self, task: Task, move: Move) -> tuple[Role, Appointment]:
        if Role.OWNER in move.roles:
            owner = next(one for one in self.heads.values() if one.post_id == task.post_id)
            return Role.OWNER, owner
        if Role.DECIDER in move.roles:
            return Role.DECIDER, self.chair
        return Role.GIVER, self.follower

    # --- Days ---------------------------------------------------------------------------------

    def _day(self, offset: int) -> date:
        return deadlines.working(self.today + timedelta(days=offset), self.calendar)

    def _working_day_before(self, days: int) -> date:
        day = self.today - timedelta(days=days)
        while not self.calendar.is_working_day(day):
            day -= timedelta(days=1)
        return day

    def _in_office_hours(self, at: datetime, number: int) -> datetime:
        """Later moves of a day come later in it."""
        day = deadlines.working(day_of(at), self.calendar)
        return datetime.combine(day, time(8, 5), VIETNAM) + timedelta(minutes=47 * number)

    def _at(self, day: date, hour: int) -> datetime:
        return datetime.combine(day, time(hour, 20), VIETNAM)


def _payload(task: Task, move: Move) -> dict[str, Any]:
    if move in EXTENDED:
        until = task.asked_until or task.due_on
        before = task.due_on if task.asked_until else task.original_due_on
        return {"due": before.isoformat(), "until": until.isoformat()}
    if move is workflow.REPORT_DONE and task.reported_at:
        return {"late": deadlines.days_late(task.due_on, day_of(task.reported_at))}
    return {}


def _paper(one: dict[str, Any]) -> dict[str, Any]:
    """The signed paper of one of them."""
    if not one.get("paper") or not PAPER.exists():
        return {}
    kept = StoredFile.keep(io.BytesIO(PAPER.read_bytes()))
    return {"file": kept, "file_name": kept.named("214-TB-UBND.pdf")}


def _heads(day: date) -> Iterator[tuple[str, Appointment]]:
    """Who leads each department, by its name without the province's."""
    held = Appointment.objects.on(day).filter(
        post__is_head=True, post__organization__kind=OrganizationKind.DEPARTMENT
    )
    for appointment in held.select_related("post__organization", "person"):
        name = appointment.post.organization.name_on(day)
        yield name.removesuffix(" thành phố").removesuffix(" tỉnh"), appointment


# --- The article -------------------------------------------------------------------------------


def _report(conclusion: Conclusion) -> None:
    """An article about the meeting, which shows its tasks as they stand when it is read."""
    if Article.objects.filter(title=ARTICLE).exists():
        return
    section = Section.objects.get(slug=news.MAIN, locale__language_code="vi")
    at = datetime.combine(conclusion.signed_on + timedelta(days=1), time(8, 30), VIETNAM)
    page = Article(
        title=ARTICLE,
        lead=(
            "Phiên họp cuối năm giao mười việc cho chín cơ quan, từ hồ sơ đất đai quá hẹn đến lối "
            "vào cho xe lăn. Bảng trong bài cho biết đến hôm nay việc nào xong, việc nào trễ."
        ),
        body=json.dumps(_body(conclusion)),
        byline="Ban biên tập",
        category=Category.objects.filter(name="Chỉ đạo, điều hành").first(),
        first_published_at=at,
        live=False,
    )
    section.add_child(instance=page)
    page.save_revision().publish()
    same = Article.objects.filter(pk=page.pk)
    same.update(last_published_at=at, latest_revision_created_at=at)


def _body(conclusion: Conclusion) -> list[dict[str, Any]]:
    words = (
        "<p>Người dân ít khi biết một cuộc họp kết thúc ra sao. Từ phiên họp này, kết luận được "
        "đăng toàn văn, mỗi việc ghi rõ cơ quan chủ trì, hạn và câu chữ làm căn cứ giao việc.</p>"
        "<p>Việc đầu tiên, và khó nhất, là 640 hồ sơ đất đai đã quá hẹn. Cơ quan chủ trì phải nêu "
        "nguyên nhân chậm theo từng khâu, thay vì một con số chung.</p>",
        "<p>Bảng trên không do ban biên tập cập nhật. Cơ quan chủ trì báo cáo kèm minh chứng, nơi "
        "giao việc nghiệm thu, và trang này đọc tình trạng đúng lúc bạn mở bài. Việc được lùi hạn "
        "vẫn ghi hạn ban đầu; việc xong trễ vẫn ghi là trễ. Số liệu trong bài là ví dụ.</p>",
    )
    return [
        {"type": "paragraph", "value": words[0]},
        {"type": "conclusion", "value": conclusion.code},
        {"type": "paragraph", "value": words[1]},
    ]
