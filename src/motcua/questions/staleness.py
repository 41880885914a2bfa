"""Does a published answer still hold? Not for certain where what it stands on has changed since.

Five grounds: a procedure has another version or none any more, a law ended, the office or the post
that owns the answer ended or is called otherwise, the answer names what a decision ended or
renamed, the day of its review has come. The database is asked at the moment of reading: no nightly
job marks anything, and what changes on a legal date counts from that day on.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import (
    BooleanField,
    DateTimeField,
    Exists,
    ExpressionWrapper,
    OuterRef,
    Q,
    QuerySet,
)
from django.db.models.functions import TruncDate
from django.utils.translation import gettext as _

from motcua.catalog.models import ProcedureVersion
from motcua.legal.models import LegalDocument
from motcua.organizations.models import Organization, OrganizationName, Post
from motcua.periods.clock import VIETNAM, day_of, today
from motcua.questions.workflow import State

if TYPE_CHECKING:
    from motcua.questions.models import OldName, Question
    from motcua.questions.queries import QuestionQuerySet


@dataclass(frozen=True, slots=True)
class Reason:
    """Why an answer may no longer hold, in a sentence; ``code`` of the procedure that tells."""

    words: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Look:
    """When somebody last found an answer right: its moment and its legal day, known or in SQL."""

    at: Any
    on: Any

    def past(self, name: str) -> Q:
        """That the day ``name`` came after the look and by today."""
        return Q(**{f"{name}__gt": self.on, f"{name}__lte": today()})


MOMENT = ExpressionWrapper(OuterRef("checked_at"), output_field=DateTimeField())
IN_SQL = Look(MOMENT, TruncDate(MOMENT, tzinfo=VIETNAM))


def is_stale() -> Q:
    """The condition on answers that everybody reads and that are to be looked at again."""
    of_this = Q(procedure__questions=OuterRef("pk")) | Q(
        procedure__answer_ties__question=OuterRef("pk")
    )
    grounds = (
        Q(review_on__lte=today())
        | Q(Exists(_other_versions(IN_SQL).filter(of_this)))
        | Q(Exists(_ended_laws(IN_SQL).filter(answer_ties__question=OuterRef("pk"))))
        | Q(Exists(_ended_offices(IN_SQL).filter(pk=OuterRef("organization"))))
        | Q(Exists(_new_names(IN_SQL).filter(organization=OuterRef("organization"))))
        | Q(Exists(_ended_posts(IN_SQL).filter(pk=OuterRef("owner"))))
        | Q(Exists(_old_names(IN_SQL).filter(question=OuterRef("pk"))))
    )
    return Q(state=State.ANSWERED, published_at__isnull=False, checked_at__isnull=False) & grounds


def marked(questions: QuestionQuerySet) -> QuestionQuerySet:
    """The same answers, each knowing whether it is stale, so that ``among`` need not ask."""
    return questions.annotate(goes_stale=ExpressionWrapper(is_stale(), BooleanField()))


def among(questions: Collection[Question]) -> frozenset[int]:
    """Which of a few answers are to be looked at again, by their keys; one statement at most."""
    if all(hasattr(each, "goes_stale") for each in questions):
        return frozenset(each.pk for each in questions if getattr(each, "goes_stale", False))
    model = type(next(iter(questions)))
    few = model.objects.filter(is_stale(), pk__in=[each.pk for each in questions])
    return frozenset(few.values_list("pk", flat=True))


def reasons(question: Question) -> list[Reason]:
    """Why one answer may no longer hold, the heaviest first; nothing where it does."""
    if question.checked_at is None or not question.is_public:
        return []
    look = Look(question.checked_at, day_of(question.checked_at))
    return [*_of_procedures(question, look), *_of_laws(question, look), *_of_office(question, look)]


# --- What changed since a look ----------------------------------------------------------------


def _other_versions(look: Look) -> QuerySet[ProcedureVersion]:
    """Versions that ended since, and later ones that were published since for a day before."""
    published = Q(number__gt=1, published_at__gt=look.at, valid_during__startswith__lte=today())
    ended = look.past("valid_during__endswith")
    found: QuerySet[ProcedureVersion] = ProcedureVersion.objects.published()
    return found.filter(ended | published)


def _ended_laws(look: Look) -> QuerySet[LegalDocument]:
    """Laws that ended since, or of whose end was written since."""
    told = Q(noted_at__gt=look.at, valid_during__endswith__lte=today())
    return LegalDocument.objects.filter(look.past("valid_during__endswith") | told)


def _ended_offices(look: Look) -> QuerySet[Organization]:
    """Offices that ended since; what their heir found right after that holds."""
    return Organization.objects.filter(look.past("valid_during__endswith"))


def _new_names(look: Look) -> QuerySet[OrganizationName]:
    return OrganizationName.objects.filter(look.past("valid_during__startswith"))


def _ended_posts(look: Look) -> QuerySet[Post]:
    return Post.objects.filter(look.past("valid_during__endswith"))


def _old_names(look: Look) -> QuerySet[OldName]:
    """Names that were found to be no more since (``old_names``)."""
    from motcua.questions.models import OldName

    return OldName.objects.filter(found_at__gt=look.at)


# --- In words -----------------------------------------------------------------------------------


def _of_procedures(question: Question, look: Look) -> Iterator[Reason]:
    tied = Q(procedure=question.procedure_id) | Q(procedure__answer_ties__question=question)
    found = _other_versions(look).filter(tied).select_related("procedure")
    for procedure in {version.procedure for version in found}:
        version = procedure.version_on(today())
        if version is None:
            words = _("Thủ tục %(code)s không còn được thực hiện.") % {"code": procedure.code}
            yield Reason(words)
        else:
            told = {"name": version.name, "day": f"{version.first_day:%d/%m/%Y}"}
            words = _("Thủ tục “%(name)s” có bản mới từ ngày %(day)s.") % told
            yield Reason(words, procedure.code)


def _of_laws(question: Question, look: Look) -> Iterator[Reason]:
    found = _ended_laws(look).filter(answer_ties__question=question).select_related("replaced_by")
    for law in found:
        words = _("Văn bản %(number)s hết hiệu lực từ ngày %(day)s.") % {
            "number": law.number,
            "day": f"{law.valid_during.upper:%d/%m/%Y}",
        }
        by = _("Văn bản thay thế: %s.") % law.replaced_by.number if law.replaced_by else ""
        yield Reason(f"{words} {by}".strip())


def _of_office(question: Question, look: Look) -> Iterator[Reason]:
    if _ended_offices(look).filter(pk=question.organization_id).exists():
        yield Reason(_("Cơ quan trả lời đã kết thúc hoạt động."))
    elif _new_names(look).filter(organization=question.organization_id).exists():
        yield Reason(_("Cơ quan trả lời đã đổi tên hoặc tổ chức lại."))
    elif _ended_posts(look).filter(pk=question.owner_id or 0).exists():
        yield Reason(_("Đầu mối phụ trách câu trả lời đã thay đổi."))
    for found in _old_names(look).filter(question=question).order_by("pk"):
        told = {"names": found.names, "decision": found.decision}
        yield Reason(
            _("Câu trả lời nhắc tên đã kết thúc hoặc đổi theo %(decision)s: %(names)s.") % told
        )
    if question.review_on and question.review_on <= today():
        day = f"{question.review_on:%d/%m/%Y}"
        yield Reason(_("Đến hạn xem lại câu trả lời (%s).") % day)
