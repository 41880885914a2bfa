"""What runs later? The letter leaves the house."""

from procrastinate import BaseRetryStrategy, RetryDecision, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from . import actions, telling
from .exceptions import MailServerAway

FIRST_WAIT = 5
LONGEST_WAIT = 3600
"""Seconds between two tries: 5, 10, 20 … an hour."""


class Patience(BaseRetryStrategy):
    """Come again while the mail server is away, later and later; ``actions`` says when to end."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if not isinstance(exception, MailServerAway):
            return None
        wait = min(FIRST_WAIT * 2 ** min(job.attempts, 20), LONGEST_WAIT)
        return RetryDecision(retry_in={"seconds": wait})


@app.task(name="notifications.send_letter", retry=Patience())
def send_letter(event_id: int) -> None:
    """Send the letters about an event; safe to run twice."""
    actions.post(event_id)


@app.task(name="notifications.send_question_letters", retry=Patience())
def send_question_letters(event_id: int) -> None:
    """Send the letters about an event of a question; safe to run twice."""
    actions.post_about_question(event_id)


@app.task(name="notifications.send_consultation_letters", retry=Patience())
def send_consultation_letters(event_id: int) -> None:
    """Send the letters about a summary; safe to run twice."""
    actions.post_about_consultation(event_id)


@app.task(name="notifications.send_directive_letters", retry=Patience())
def send_directive_letters(event_id: int | None = None, reminder_id: int | None = None) -> None:
    """Send the letters about a task; safe to run twice."""
    actions.post_about_directive(event_id, reminder_id)


@app.task(name="notifications.send_staff_letters", retry=Patience())
def send_staff_letters(event_id: int) -> None:
    """Send the letters that lead to new accounts; safe to run twice."""
    actions.post_about_staff(event_id)


@app.task(name="notifications.send_draft_letters", retry=Patience())
def send_draft_letters(letters: list[int]) -> None:
    """Send letters about drafts; safe to run twice."""
    actions.post_about_drafts(letters)


@app.task(name="notifications.send_paper_letters", retry=Patience())
def send_paper_letters(letters: list[int]) -> None:
    """Send letters about papers that were blocked; safe to run twice."""
    actions.post_about_papers(letters)


@app.task(name=telling.SENDING, retry=Patience(), priority=telling.LATER)
def send_plan_letters(event_id: int, letters: list[int]) -> None:
    """Send some of the letters about a plan; safe to run twice."""
    actions.post_about_plan(event_id, letters)


@app.task(
    name="notifications.tell_of_plan",
    retry=RetryStrategy(max_attempts=100, wait=60),
    priority=telling.LATER,
)
def tell_of_plan(event_id: int) -> None:
    """Write the letters about a plan's move, batch by batch; goes on where it was stopped."""
    telling.tell(event_id)
