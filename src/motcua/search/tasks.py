"""What does the worker tidy up?"""

from procrastinate.contrib.django import app

from . import counting


@app.periodic(cron="*/10 * * * *")
@app.task(name="search.count_words", queueing_lock="search.count_words", pass_context=False)
def count_words(timestamp: int) -> int:
    """Count the words again where entries came since."""
    return counting.count_words() if counting.is_due() else 0
