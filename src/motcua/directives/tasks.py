"""What runs later in this room? Thin jobs: load, call a verb."""

from procrastinate.contrib.django import app

from motcua.directives import reminding


@app.periodic(cron="10 0 * * *")  # UTC: ten past seven in Việt Nam
@app.task(name="directives.remind", queueing_lock="directives.remind", pass_context=False)
def remind(timestamp: int) -> int:
    """Remind of deadlines that come near or have passed; safe to run twice."""
    return reminding.remind()
