"""What can be done to a question, and by whom?"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction

from motcua.questions import facts, hands, ties, workflow
from motcua.questions.facts import PublicText
from motcua.questions.ties import Ties

from .one_door import OneDoor

if TYPE_CHECKING:
    from motcua.accounts.models import Person
    from motcua.organizations.acting import Acting
    from motcua.organizations.models import Organization

    from .event import QuestionEvent
    from .question import Question
    from .reading import Reading


class Verbs(OneDoor):
    """The words of the table, each with the facts that are proper to it."""

    class Meta:
        abstract = True

    # --- The asker's ---------------------------------------------------------------

    def supplement(self, *, by: Acting, text: str) -> QuestionEvent:
        """Say what was missing."""
        told = partial(facts.of_supplement, self._whole)
        return self.make(workflow.SUPPLEMENT, by=by, reason=text, tell=told)

    def withdraw(self, *, by: Acting, reason: str = "") -> QuestionEvent:
        """Take it back before it is answered."""
        return self.make(workflow.WITHDRAW, by=by, reason=reason, tell=facts.of_ending)

    def reopen(self, *, by: Acting, reason: str) -> QuestionEvent:
        """Say what the answer lacks; another officer answers."""
        told = partial(facts.of_reopening, self._whole)
        return self.make(workflow.REOPEN, by=by, reason=reason, tell=told)

    # --- The answering post's -----------------------------------------------------------

    def forward(self, *, by: Acting, to: Organization, reason: str) -> QuestionEvent:
        """Give it to the office to which it belongs."""
        told = partial(facts.of_forwarding, self._whole, to)
        return self.make(workflow.FORWARD, by=by, reason=reason, tell=told)

    def give_back(self, *, by: Acting, reason: str) -> QuestionEvent:
        """Do not answer it, and say why and what to do instead."""
        told = partial(facts.of_returning, self._whole)
        return self.make(workflow.RETURN, by=by, reason=reason, tell=told)

    def ask_for_more(self, *, by: Acting, reason: str) -> QuestionEvent:
        """Ask the asker for what is missing; the clock stands."""
        told = partial(facts.of_asking_for_more, self._whole)
        return self.make(workflow.ASK_FOR_MORE, by=by, reason=reason, tell=told)

    @transaction.atomic
    def merge(self, *, by: Acting, into: Question, reason: str = "") -> QuestionEvent:
        """Let another question that asks the same be answered for both."""
        told = partial(facts.of_merging, self._whole, into)
        event = self.make(workflow.MERGE, by=by, reason=reason, tell=told)
        self._whole.duplicates.update(merged_into=into)
        return event

    def assign(self, *, by: Acting, drafter: Person, reason: str = "") -> QuestionEvent:
        """Let an officer of the office write the answer."""
        told = partial(facts.of_assigning, self._whole, drafter)
        return self.make(workflow.ASSIGN, by=by, reason=reason, tell=told)

    def revise(self, *, by: Acting, drafter: Person, reason: str) -> QuestionEvent:
        """Let an answer that no longer holds be written anew."""
        office = by.post.organization_id if by.post else self._whole.organization_id
        told = partial(facts.of_revising, self._whole, drafter, office)
        return self.make(workflow.REVISE, by=by, reason=reason, tell=told)

    def confirm(self, *, by: Acting, reason: str) -> QuestionEvent:
        """Say that a published answer still holds, and why; its review begins anew."""
        told = partial(facts.of_confirming, self._whole, by.post)
        return self.make(workflow.CONFIRM, by=by, reason=reason, tell=told)

    # --- The drafter's and the approver's -------------------------------------------------

    @transaction.atomic
    def draft(self, *, by: Acting, answer: str, stands_on: Ties | None = None) -> QuestionEvent:
        """Hand in the answer for approval, with the procedures and laws that it stands on."""
        told = partial(facts.of_drafting, self._whole, answer)
        event = self.make(workflow.DRAFT, by=by, tell=told)
        if stands_on is not None:
            ties.put(self._whole, stands_on)
        return event

    def send_back(self, *, by: Acting, reason: str) -> QuestionEvent:
        """Have it written better."""
        told = partial(facts.of_sending_back, self._whole)
        return self.make(workflow.SEND_BACK, by=by, reason=reason, tell=told)

    def approve(self, *, by: Acting, reason: str = "") -> QuestionEvent:
        """Agree to the answer."""
        is_one_hand = hands.drafted(self._whole, by)
        why = hands.one_hand_reason(self._whole) if is_one_hand else ""
        told = partial(facts.of_approving, self._whole, why)
        return self.make(workflow.APPROVE, by=by, reason=reason, tell=told)

    # --- The publisher's ------------------------------------------------------------------

    def publish(self, *, by: Acting, public: PublicText) -> QuestionEvent:
        """Answer for everybody to read; refuses while the asker's own numbers stand in it."""
        told = partial(facts.of_publishing, self._whole, public, by.post)
        return self.make(workflow.PUBLISH, by=by, reason=public.overrule, tell=told)

    def answer_privately(self, *, by: Acting) -> QuestionEvent:
        """Answer for the asker alone."""
        return self.make(workflow.ANSWER_PRIVATELY, by=by, tell=facts.of_answering_privately)

    def unpublish(self, *, by: Acting, reason: str) -> QuestionEvent:
        """Take what was public away from the public."""
        told = partial(facts.of_unpublishing, self._whole)
        return self.make(workflow.UNPUBLISH, by=by, reason=reason, tell=told)

    def note_reading(self, *, by: Acting, what: Reading.What) -> Reading:
        """Record that an officer looked."""
        return self._whole.readings.create(person=by.person, post=by.post, what=what)
