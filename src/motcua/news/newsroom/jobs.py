"""What runs later in the newsroom? The timetable every minute, and letters."""

from datetime import UTC, datetime

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.news.newsroom import letters, timetable


@app.periodic(cron="* * * * *")
@app.task(name="news.keep_timetable", queueing_lock="news.keep_timetable")
def keep_timetable(timestamp: int) -> None:
    """Put up and take down what is due."""
    timetable.keep(datetime.fromtimestamp(timestamp, UTC))


@app.task(
    name="news.send_letter",
    retry=RetryStrategy(max_attempts=12, exponential_wait=5, retry_exceptions={OSError}),
)
def send_letter(kind: str, article_id: int, person_id: int, comment: str = "") -> None:
    """Send one letter; comes again, later and later, while the mail server is away."""
    letters.send(kind, article_id, person_id, comment)
