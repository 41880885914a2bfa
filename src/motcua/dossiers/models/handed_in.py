"""Which papers, requests and results does a dossier hold, for whom?"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db import models

from motcua.dossiers import workflow

if TYPE_CHECKING:
    from .attachment import Attachment
    from .event import Event
    from .result import Result


class HandedIn(models.Model):
    """What of a dossier's files is shown to whom; a part of ``Dossier``."""

    attachments: Any
    results: Any
    events: Any
    result_is_handed_over: Any

    class Meta:
        abstract = True

    def papers(self) -> models.QuerySet[Attachment]:
        """The papers that were handed in."""
        there: models.QuerySet[Attachment] = self.attachments.handed_in().with_files()
        return there.select_related("component", "event")

    def papers_in_preparation(self) -> models.QuerySet[Attachment]:
        """The papers of a supplement that is not handed in yet."""
        there: models.QuerySet[Attachment] = self.attachments.in_preparation()
        return there.select_related("component", "file")

    def results_for_applicant(self) -> models.QuerySet[Result]:
        """The files of the result, from the moment they are handed over."""
        results: models.QuerySet[Result] = self.results.select_related("file")
        return results if self.result_is_handed_over else results.none()

    def latest_request(self) -> Event | None:
        """The last request for a supplement, with its ``items``."""
        asked: models.QuerySet[Event] = self.events.filter(verb=workflow.REQUEST_SUPPLEMENT.verb)
        return asked.last()
