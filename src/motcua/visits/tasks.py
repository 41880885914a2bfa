"""What does the worker tidy up?"""

from datetime import UTC, datetime

from procrastinate.contrib.django import app

from motcua.visits import closing


@app.periodic(cron="7 * * * *")
@app.task(queueing_lock="visits.close_days", pass_context=False)
def close_days(timestamp: int) -> None:
    """Every hour: days that are over become two numbers."""
    closing.close_days(datetime.fromtimestamp(timestamp, UTC))
