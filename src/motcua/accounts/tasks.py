"""What does the worker tidy up?"""

from procrastinate.contrib.django import app

from motcua.accounts import attempts


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="accounts.forget_attempts", pass_context=False)
def forget_attempts(timestamp: int) -> int:
    """Remove counts whose time is over, every hour."""
    return attempts.forget_old()
