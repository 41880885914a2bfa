"""What does the worker do for the figures? It folds, every minute."""

from procrastinate.contrib.django import app

from . import folding


@app.periodic(cron="* * * * *")
@app.task(name="statistics.fold", queueing_lock="statistics.fold", pass_context=False)
def fold(timestamp: int) -> int:
    """Add what moved to the tallies; pages count what is not folded yet all the same."""
    return folding.fold()
