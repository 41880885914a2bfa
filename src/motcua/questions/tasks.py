"""What runs later in this room? Thin jobs: load, call a verb."""

import smtplib
from datetime import timedelta

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.periods.clock import today
from motcua.questions import letters, sought
from motcua.questions.models import inquiry

AWAY = (OSError, smtplib.SMTPException)
"""How a mail server says that it is not there; the code is asked for again by then."""


@app.task(
    name="questions.send_code",
    retry=RetryStrategy(max_attempts=8, wait=5, retry_exceptions=AWAY),
)
def send_code(inquiry_pk: int) -> None:
    """Send the code that proves an address; safe to run twice."""
    letters.send_code(inquiry_pk)


@app.periodic(cron="41 3 * * *")
@app.task(
    name="questions.forget_inquiries",
    queueing_lock="questions.forget_inquiries",
    pass_context=False,
)
def forget_inquiries(timestamp: int) -> int:
    """Throw away what was begun and not sent two days ago."""
    return inquiry.forget_old(timedelta(days=2))


@app.periodic(cron="23 * * * *")
@app.task(name="questions.raise_sought", queueing_lock="questions.raise_sought", pass_context=False)
def raise_sought(timestamp: int) -> int:
    """Make tasks of what many people searched for in vain; safe to run twice."""
    return sought.raise_tasks(today())
