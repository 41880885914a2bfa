"""What does the worker tidy up?"""

from procrastinate.contrib.django import app

from motcua.accounts import attempts, rescuing


@app.periodic(cron="23 * * * *")
@app.task(queueing_lock="accounts.forget_attempts", pass_context=False)
def forget_attempts(timestamp: int) -> int:
    """Remove counts whose time is over, every hour."""
    return attempts.forget_old()


@app.periodic(cron="43 * * * *")
@app.task(name="accounts.forget_typed", queueing_lock="accounts.forget_typed", pass_context=False)
def forget_typed(timestamp: int) -> int:
    """Throw away what was typed before a sign-in that never came, every hour."""
    return rescuing.forget_old()
