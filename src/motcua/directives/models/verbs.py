"""What can be done to a task, and by whom?"""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from motcua.directives import facts, workflow

from .one_door import OneDoor, Papers

if TYPE_CHECKING:
    from motcua.directives.owners import Owner
    from motcua.organizations.acting import Acting

    from .event import TaskEvent


class Verbs(OneDoor):
    """The words of the table, each with the facts that are proper to it."""

    class Meta:
        abstract = True

    # --- The owner's ---------------------------------------------------------------

    def acknowledge(self, *, by: Acting) -> TaskEvent:
        """Say that it is ours."""
        return self.make(workflow.ACKNOWLEDGE, by=by)

    def hand_back(self, *, by: Acting, reason: str) -> TaskEvent:
        """Say that it belongs elsewhere, and where."""
        return self.make(workflow.RETURN, by=by, reason=reason)

    def take_up(self, *, by: Acting, reason: str = "") -> TaskEvent:
        """Begin; ``reason`` may hold the plan."""
        return self.make(workflow.TAKE_UP, by=by, reason=reason)

    def report(self, *, by: Acting, text: str, papers: Papers = ()) -> TaskEvent:
        """Say how far it is, with evidence."""
        tell = partial(facts.of_staying, self._whole)
        return self.make(workflow.REPORT, by=by, reason=text, tell=tell, papers=papers)

    def report_done(self, *, by: Acting, text: str, papers: Papers = ()) -> TaskEvent:
        """Say that it is done, with evidence; the giver looks."""
        tell = partial(facts.of_reporting_done, self._whole)
        return self.make(workflow.REPORT_DONE, by=by, reason=text, tell=tell, papers=papers)

    def ask_extension(self, *, by: Acting, until: date, reason: str) -> TaskEvent:
        """Ask for a later day, with the reason."""
        tell = partial(facts.of_asking_extension, self._whole, until)
        return self.make(workflow.ASK_EXTENSION, by=by, reason=reason, tell=tell)

    # --- The giver's ---------------------------------------------------------------

    def reassign(self, *, by: Acting, to: Owner, reason: str) -> TaskEvent:
        """Give it to another post; its days stay."""
        tell = partial(facts.of_reassigning, self._whole, to)
        return self.make(workflow.REASSIGN, by=by, reason=reason, tell=tell)

    def accept(self, *, by: Acting, result: str = "", reason: str = "") -> TaskEvent:
        """Agree that it is done; ``result`` is one sentence for everybody."""
        tell = partial(facts.of_accepting, self._whole, result.strip())
        return self.make(workflow.ACCEPT, by=by, reason=reason, tell=tell)

    def send_back(self, *, by: Acting, reason: str) -> TaskEvent:
        """Say what is missing still."""
        return self.make(workflow.SEND_BACK, by=by, reason=reason, tell=facts.of_sending_back)

    def grant_extension(self, *, by: Acting, until: date, reason: str = "") -> TaskEvent:
        """Give it until another day, which need not be the one that was asked for."""
        tell = partial(facts.of_granting_extension, self._whole, until)
        return self.make(workflow.GRANT_EXTENSION, by=by, reason=reason, tell=tell)

    def refuse_extension(self, *, by: Acting, reason: str) -> TaskEvent:
        """Keep the day."""
        tell = facts.of_refusing_extension
        return self.make(workflow.REFUSE_EXTENSION, by=by, reason=reason, tell=tell)

    def urge(self, *, by: Acting, reason: str = "") -> TaskEvent:
        """Remind the owner in the giver's name."""
        tell = partial(facts.of_urging, self._whole)
        return self.make(workflow.URGE, by=by, reason=reason, tell=tell)

    def cancel(self, *, by: Acting, reason: str) -> TaskEvent:
        """Take it back."""
        return self.make(workflow.CANCEL, by=by, reason=reason, tell=facts.of_cancelling)
