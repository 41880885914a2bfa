"""What stands against undoing a plan? Nothing, until the first new decision under the new order.

Acts short of a decision (taking up, asking for papers, drafting, looking) go back with their work.
What cannot be put back safely is named instead: later plans, personnel decisions, and rows that
others have since hung on what the plan made.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Model
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from motcua.consultations import workflow as consultations
from motcua.consultations.models import Consultation, ConsultationEvent
from motcua.directives import workflow as tasks
from motcua.directives.models import Task, TaskEvent
from motcua.dossiers import workflow as dossiers
from motcua.dossiers.models import Event
from motcua.news.models import Announcement, Section
from motcua.organizations.models import Appointment, Organization, Post
from motcua.questions import workflow as questions
from motcua.questions.models import QuestionEvent
from motcua.reorganization.models import Body, Moved, Party, Plan
from motcua.staffing.models import StaffChange

DECISIONS: tuple[tuple[type[Model], str, frozenset[str]], ...] = (
    (
        Event,
        "dossier",
        frozenset(
            move.verb for move in (dossiers.REFUSE, dossiers.STOP, dossiers.FINISH, dossiers.RETURN)
        ),
    ),
    (
        QuestionEvent,
        "question",
        frozenset(
            move.verb
            for move in (
                questions.APPROVE,
                questions.PUBLISH,
                questions.ANSWER_PRIVATELY,
                questions.UNPUBLISH,
                questions.RETURN,
                questions.MERGE,
            )
        ),
    ),
    (
        ConsultationEvent,
        "consultation",
        frozenset(
            move.verb
            for move in (
                consultations.OPEN,
                consultations.EXTEND,
                consultations.SUM_UP,
                consultations.CANCEL,
            )
        ),
    ),
    (
        TaskEvent,
        "task",
        frozenset(
            move.verb
            for move in (
                tasks.GIVE,
                tasks.REASSIGN,
                tasks.ACCEPT,
                tasks.GRANT_EXTENSION,
                tasks.REFUSE_EXTENSION,
                tasks.CANCEL,
            )
        ),
    ),
)
"""What is signed or decided: by whom it binds, it cannot be taken as if it never was."""
CALLED = {
    "organizations_organizationname": gettext_lazy("tên gọi"),
    "organizations_subordination": gettext_lazy("quan hệ với cấp trên"),
    "organizations_jurisdiction": gettext_lazy("địa bàn"),
    "organizations_competence": gettext_lazy("thẩm quyền"),
    "organizations_contact": gettext_lazy("thông tin liên hệ"),
    "organizations_seal": gettext_lazy("con dấu"),
    "organizations_capacity": gettext_lazy("tư cách của cơ quan hợp nhất"),
    "organizations_post": gettext_lazy("chức vụ"),
    "organizations_appointment": gettext_lazy("việc bổ nhiệm"),
    "organizations_staffingpost": gettext_lazy("quyền quản lý nhân sự"),
    "catalog_assignment": gettext_lazy("thẩm quyền giải quyết thủ tục"),
    "questions_answeringpost": gettext_lazy("đầu mối trả lời câu hỏi"),
    "directives_followingpost": gettext_lazy("đầu mối theo dõi nhiệm vụ"),
    "news_editorialrole": gettext_lazy("quyền biên tập"),
}
"""Tables whose models have no Vietnamese name of their own, or not the clerk's."""
MOST = 5
"""So many rows of a kind are named."""


def of(plan: Plan) -> list[str]:
    """Sentences, each with what stands in the way and what to do; none where undoing is safe."""
    return [*_later_plans(plan), *_decided(plan), *_staffed(plan), *_hung_on(plan)]


def heirs_of(plan: Plan) -> Any:
    """The organizations of the new order, as a query of keys."""
    return Body.objects.filter(plan=plan, organization__isnull=False).values("organization")


def founded_by(plan: Plan) -> Any:
    """Those that it founded, as a query of keys."""
    return heirs_of(plan).filter(is_founded=True)


def made_by(plan: Plan, model: type[Model]) -> Any:
    """The rows of a table that it made, as a query of keys."""
    made = Moved.objects.filter(plan=plan, relation=model._meta.db_table, was__isnull=True)
    return made.filter(was_organization=None).values("row_id")


# --- Later plans ---------------------------------------------------------------------------------


def _later_plans(plan: Plan) -> Iterator[str]:
    """Those that go on from what this one left: the last one must be undone first."""
    others = Plan.objects.carried_out().exclude(pk=plan.pk)
    after = others.filter(pk__in=_built_on(plan))
    for later in after.filter(moved_at__gt=plan.moved_at).order_by("-moved_at")[:MOST]:
        told = {"number": later.number, "day": f"{later.day:%d/%m/%Y}"}
        yield (
            _(
                "Phương án %(number)s (ngày %(day)s) đã sắp xếp tiếp các cơ quan này: hãy hoàn tác "
                "phương án ấy trước."
            )
            % told
        )


def _built_on(plan: Plan) -> set[int]:
    mine = Party.objects.filter(change__plan=plan, organization__isnull=False)
    named = {*heirs_of(plan).values_list("organization", flat=True)}
    named |= set(mine.values_list("organization", flat=True))
    found = set(Party.objects.filter(organization__in=named).values_list("change__plan", flat=True))
    return found | set(Body.objects.filter(organization__in=named).values_list("plan", flat=True))


# --- Decisions ---------------------------------------------------------------------------------


def _decided(plan: Plan) -> Iterator[str]:
    posts = Post.objects.filter(organization__in=heirs_of(plan)).values("pk")
    for model, refers, verbs in DECISIONS:
        events: Any = model
        acts = events._base_manager.filter(at__gt=plan.moved_at, verb__in=verbs, post__in=posts)
        for act in acts.select_related(refers)[:1]:
            told = {"act": act.label, "what": getattr(act, refers), "day": f"{act.at:%d/%m/%Y}"}
            yield _("Đã có quyết định theo tổ chức mới: “%(act)s” %(what)s ngày %(day)s.") % told


def _staffed(plan: Plan) -> Iterator[str]:
    """Personnel decisions about posts and appointments that would not be."""
    made = Post.objects.filter(pk__in=made_by(plan, Post))
    theirs = Appointment.objects.filter(post__in=made.values("pk"))
    new = theirs.exclude(pk__in=made_by(plan, Appointment)).select_related("person", "post")
    for held in new[:MOST]:
        yield _after_appointing(held.person.full_name, held.post.title)
    named = {held.pk for held in new[:MOST]}
    changes = StaffChange.objects.filter(post__in=made.values("pk"), event__at__gt=plan.moved_at)
    ended = changes.filter(what=StaffChange.What.ENDED, appointment__in=made_by(plan, Appointment))
    others = ended.exclude(appointment__in=named).select_related("holder", "post")
    for change in others[:MOST]:
        holder = change.holder.full_name if change.holder else str(change.get_what_display())
        yield _after_appointing(holder, change.post.title if change.post else "")


def _after_appointing(who: str, title: str) -> str:
    return _(
        "Đã có quyết định nhân sự ở chức vụ do phương án lập ra: %(who)s, %(title)s. Quyết định "
        "chưa có hiệu lực thì thu hồi ở mục Nhân sự rồi mở lại trang này; đã có hiệu lực thì hãy "
        "lập phương án mới để sửa."
    ) % {"who": who, "title": title}


# --- What hangs on it --------------------------------------------------------------------------


def _hung_on(plan: Plan) -> Iterator[str]:
    """Rows that others made since, and that would hold at an office or a post that never was."""
    posts = Post.objects.filter(pk__in=made_by(plan, Post)).values("pk")
    told: set[str] = set()
    for anchors, anchor in ((founded_by(plan), Organization), (posts, Post)):
        for model, column in _dated_rows_at(anchor):
            rows: Any = model._base_manager
            found = rows.filter(**{f"{column}__in": anchors}).exclude(pk__in=made_by(plan, model))
            told |= _named(model, [_at(row, column) for row in found[:MOST]])
    for model in (Task, Consultation, Section, Announcement):
        work: Any = model._base_manager
        moved = Moved.objects.filter(plan=plan, relation=model._meta.db_table).values("row_id")
        there = work.filter(organization__in=founded_by(plan)).exclude(pk__in=moved)
        told |= _named(model, [str(row) for row in there[:MOST]])
    yield from sorted(told)


def _dated_rows_at(anchor: type[Model]) -> Iterator[tuple[type[Model], str]]:
    """Tables of rows that hold within the days of an office or a post, but appointments."""
    for relation in anchor._meta.get_fields(include_hidden=True):
        if not relation.auto_created or relation.concrete or relation.many_to_many:
            continue
        model: Any = relation.related_model
        names = {field.name for field in model._meta.get_fields()}
        if "valid_during" in names and model is not Appointment:
            yield model, relation.field.name  # type: ignore[union-attr]


def _at(row: Any, column: str) -> str:
    """A new post itself, or the office or the post on which another row hangs."""
    anchor = row if isinstance(row, Post) else getattr(row, column)
    if isinstance(anchor, Post):
        return f"{anchor.title}, {anchor.organization.name}"
    return str(anchor.name)


def _named(model: type[Model], rows: list[str]) -> set[str]:
    if not rows:
        return set()
    told = {"what": called(model), "rows": "; ".join(dict.fromkeys(rows))}
    return {
        _(
            "Đã có dữ liệu mới gắn với cơ quan hoặc chức vụ do phương án lập ra, chưa trả về được: "
            "%(what)s (%(rows)s). Hãy kết thúc hoặc chuyển đi rồi mở lại trang này."
        )
        % told
    }


def called(model: type[Model]) -> str:
    """What a table holds, as the clerk says."""
    return str(CALLED.get(model._meta.db_table) or model._meta.verbose_name)
