"""What may be changed while a draft is being prepared, and what while comments are answered?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import IO, TYPE_CHECKING, Any

from django.db import transaction
from django.db.models import Q

from motcua.consultations import desks, exceptions
from motcua.consultations.workflow import Phase, Role, State, Verdict
from motcua.filekeeping import media_types
from motcua.filekeeping.models import StoredFile
from motcua.search.folding import fold, nfc

from .one_door import OneDoor

if TYPE_CHECKING:
    from motcua.consultations.splitting import Piece
    from motcua.organizations.acting import Acting

    from .answer import Answer
    from .article import Article
    from .document import Document


class Drafting(OneDoor):
    """The work of the drafting office: texts before the opening, answers before the summary."""

    class Meta:
        abstract = True

    @transaction.atomic
    def rewrite(self, *, by: Acting, told: Mapping[str, Any]) -> None:
        """Change title, number, lead, what is asked and who receives."""
        words = fold(f"{self._whole.code} {told.get('title', self._whole.title)}")
        self._change_text(by, **told, search_text=words)

    @transaction.atomic
    def put_articles(self, pieces: Iterable[Piece], *, by: Acting) -> list[Article]:
        """Let the draft consist of these pieces, in their order, and of no others."""
        self._change_text(by)
        self._whole.articles.all().delete()
        made: list[Article] = self._whole.articles.bulk_create(
            self._whole.articles.model(consultation=self._whole, position=position, **piece.columns)
            for position, piece in enumerate(pieces, 1)
        )
        return made

    @transaction.atomic
    def rewrite_article(self, article: Article, *, by: Acting, told: Mapping[str, str]) -> None:
        """Mend one article."""
        self._change_text(by)
        self._whole.articles.filter(pk=article.pk).update(**told)

    @transaction.atomic
    def attach(self, stream: IO[bytes], *, name: str, kind: str, by: Acting) -> Document:
        """Keep a document with the draft; raises the FileRefused that says why not."""
        self._change_text(by)
        kept = StoredFile.keep(stream, accepted=media_types.DOCUMENTS)
        document: Document = self._whole.documents.create(
            file=kept, name=kept.named(name), kind=kind
        )
        return document

    @transaction.atomic
    def remove_document(self, document: Document, *, by: Acting) -> None:
        self._change_text(by)
        document.delete()

    # --- Answers ------------------------------------------------------------------

    @transaction.atomic
    def answer(
        self, chosen: Iterable[int], *, by: Acting, verdict: Verdict | str, told: Mapping[str, Any]
    ) -> Answer:
        """Answer several comments at once; ``told`` has their ``gist`` and the ``reason``.

        Raises TooLate where a colleague answered one of them meanwhile.
        """
        self._refuse_unless_answering(by)
        keys = set(chosen)
        if not keys:
            raise exceptions.NothingChosen
        answer: Answer = self._whole.answers.create(verdict=verdict, **told)
        free = self._whole.comments.unanswered().filter(pk__in=keys)
        if free.update(answer=answer) < len(keys):
            raise exceptions.TooLate
        return answer

    @transaction.atomic
    def rewrite_answer(
        self, answer: Answer, *, by: Acting, verdict: Verdict | str, told: Mapping[str, Any]
    ) -> None:
        """Say it better before it is published."""
        self._refuse_unless_answering(by)
        self._whole.answers.filter(pk=answer.pk).update(verdict=verdict, **told)

    @transaction.atomic
    def take_back_answer(self, answer: Answer, *, by: Acting) -> None:
        """Its comments wait for an answer again."""
        self._refuse_unless_answering(by)
        self._whole.comments.filter(answer=answer).update(answer=None)
        answer.delete()

    def write_summary(self, *, by: Acting, summary: str) -> None:
        """Keep the general part of the report until it is published."""
        self._refuse_unless_answering(by)
        self._write(Q(state=State.OPENED), summary=nfc(summary).strip())

    # --- Who and when -----------------------------------------------------------------

    def _change_text(self, by: Acting, **told: Any) -> None:
        """Only of a draft that nobody comments on yet, and only as the officer saw it."""
        self._refuse_strangers(by)
        if self.state != State.PREPARING:
            raise exceptions.Frozen
        self._write(Q(state=State.PREPARING), **told)

    def _refuse_unless_answering(self, by: Acting) -> None:
        self._refuse_strangers(by)
        if self.phase not in {Phase.OPEN, Phase.CLOSED}:
            raise exceptions.TooLate

    def _refuse_strangers(self, by: Acting) -> None:
        if not desks.roles_of(self._whole, by) & {Role.DRAFTER, Role.APPROVER}:
            raise exceptions.NotYourMove
