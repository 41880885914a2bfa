"""What does the worker count for the front page?"""

from procrastinate.contrib.django import app

from motcua.home import most_used


@app.periodic(cron="41 2 * * *")
@app.task(queueing_lock="home.count_most_used", pass_context=False)
def count_most_used(timestamp: int) -> int:
    """Every night: which procedures most people need."""
    return most_used.count()
