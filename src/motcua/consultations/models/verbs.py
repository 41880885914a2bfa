"""What can be done to a consultation, and by whom?"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from motcua.consultations import facts, workflow
from motcua.consultations.models.drafting import Drafting

if TYPE_CHECKING:
    from motcua.organizations.acting import Acting

    from .event import ConsultationEvent
    from .reading import Reading


class Verbs(Drafting):
    """The words of the table, each with the facts that are proper to it."""

    class Meta:
        abstract = True

    def open(self, *, by: Acting, closes_on: date) -> ConsultationEvent:
        """Publish the draft and let everybody comment until the end of ``closes_on``."""
        told = partial(facts.of_opening, self._whole, closes_on)
        return self.make(workflow.OPEN, by=by, tell=told)

    def extend(self, *, by: Acting, to: date, reason: str) -> ConsultationEvent:
        """Give more time, with a public reason; both closing days stay readable."""
        told = partial(facts.of_extending, self._whole, to)
        return self.make(workflow.EXTEND, by=by, reason=reason, tell=told)

    def sum_up(self, *, by: Acting, summary: str) -> ConsultationEvent:
        """Publish what was taken up, and why other things were not."""
        told = partial(facts.of_summing_up, self._whole, summary)
        return self.make(workflow.SUM_UP, by=by, tell=told)

    def cancel(self, *, by: Acting, reason: str) -> ConsultationEvent:
        """End it before its time; whoever reads it learns why."""
        return self.make(workflow.CANCEL, by=by, reason=reason)

    def note_reading(self, *, by: Acting, what: Reading.What) -> Reading:
        """Record that an officer took the comments with their writers away."""
        noted: Reading = self._whole.readings.create(person=by.person, post=by.post, what=what)
        return noted
