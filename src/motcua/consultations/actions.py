"""What takes several nouns? Preparing a consultation, another round of one, and commenting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import IO, TYPE_CHECKING, Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils import timezone

from motcua.accounts.fields import seal_again
from motcua.consultations import codes, desks, exceptions, workflow
from motcua.consultations.models import Article, Comment, Consultation
from motcua.consultations.workflow import Stance
from motcua.filekeeping.models import StoredFile
from motcua.periods.clock import day_of, today
from motcua.periods.closing import closed_means
from motcua.search.folding import fold, nfc

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting


# --- Preparing ------------------------------------------------------------------------------------


@closed_means(exceptions.OfficeClosed, exceptions.NotYourMove)
@transaction.atomic
def prepare(form_key: UUID, told: Mapping[str, Any], *, by: Acting) -> Consultation:
    """A new consultation of the office of ``by``; the same form key a second time is the same."""
    roles = desks.roles_at(by)
    if by.post is None or not roles:
        raise exceptions.NotYourMove
    if known := Consultation.objects.filter(form_key=form_key).first():
        return known
    code = codes.next_code(today().year)
    consultation = Consultation.objects.create(
        code=code,
        form_key=form_key,
        organization_id=by.post.organization_id,
        search_text=fold(f"{code} {told['title']}"),
        **told,
    )
    role = consultation.role_for(workflow.PREPARE, by=by)
    consultation.remember(workflow.PREPARE, role, by=by, at=timezone.now())
    return consultation


@transaction.atomic
def begin_next_round(before: Consultation, *, by: Acting, form_key: UUID) -> Consultation:
    """Another round about a changed draft, beginning with the texts of the one before."""
    if before.is_preparing or not desks.roles_of(before, by):
        raise exceptions.NotYourMove
    told = {name: getattr(before, name) for name in ("kind", "title", "lead", "asks", "receiver")}
    made = prepare(form_key, {**told, "number": before.number, "follows": before}, by=by)
    if not made.articles.exists():
        Article.objects.bulk_create(_copied(before, made))
    return made


def _copied(before: Consultation, made: Consultation) -> list[Article]:
    columns = ("position", "chapter", "number", "heading", "text")
    rows = before.articles.values(*columns)
    return [Article(consultation=made, **row) for row in rows]


# --- Commenting -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Said:
    """What was typed into the form of a comment, checked."""

    form_key: UUID
    stance: Stance | str
    text: str
    article: Article | None = None
    name: str = ""
    represents: str = ""
    email: str = ""
    shows_name: bool = False
    doubts: Sequence[str] = field(default_factory=tuple)
    file: tuple[IO[bytes], str] | None = None
    """A stream with the name under which it came; of signed-in people only."""

    @property
    def sealed(self) -> dict[str, Any]:
        return {
            "text": nfc(self.text).strip(),
            "name": self.name,
            "represents": self.represents,
            "email": self.email,
            "shows_name": self.shows_name,
        }


def comment(consultation: Consultation, said: Said, *, person: Person | None) -> Comment:
    """Take a comment; the same form key a second time is the same comment.

    Raises NotOpen outside the days of the consultation, or the FileRefused of its file.
    """
    if known := _known(said.form_key):
        return known
    now = timezone.now()
    if not Consultation.objects.open_on(day_of(now)).filter(pk=consultation.pk).exists():
        raise exceptions.NotOpen
    kept = StoredFile.keep(said.file[0]) if said.file else None
    try:
        with transaction.atomic():
            return Comment.objects.create(
                code=codes.drawn(),
                form_key=said.form_key,
                consultation=consultation,
                article=said.article,
                stance=said.stance,
                said=said.sealed,
                has_email=bool(said.email),
                person=person,
                file=kept,
                file_name=kept.named(said.file[1]) if kept and said.file else "",
                doubts=list(said.doubts),
                received_at=now,
            )
    except IntegrityError as refused:
        return _known(said.form_key) or _explained(refused)


def _known(form_key: UUID) -> Comment | None:
    return Comment.objects.select_related("consultation").filter(form_key=form_key).first()


def _explained(refused: IntegrityError) -> Comment:
    """It closed, or was canceled, between the look and the writing: the database saw it."""
    if "nothing is taken on" in str(refused):
        raise exceptions.NotOpen from refused
    raise refused


def seal_comments_again() -> int:
    """Comments that a retired key sealed (``manage.py seal_again``)."""
    return seal_again(Comment.objects.all(), "said")
