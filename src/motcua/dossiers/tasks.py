"""What does the worker tidy up?"""

from procrastinate.contrib.django import app

from motcua.dossiers import actions


@app.periodic(cron="41 19 * * *")
@app.task(name="dossiers.clean_orphans", queueing_lock="dossiers.clean_orphans", pass_context=False)
def clean_orphans(timestamp: int) -> int:
    """Forget files to which nobody refers any more, at night in Việt Nam (the clock is UTC)."""
    return actions.clean_orphans()
