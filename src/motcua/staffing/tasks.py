"""What runs later? Files that nobody confirmed are forgotten."""

from procrastinate.contrib.django import app

from motcua.staffing import actions


@app.periodic(cron="23 19 * * *")
@app.task(name="staffing.forget_files", queueing_lock="staffing.forget_files", pass_context=False)
def forget_files(timestamp: int) -> int:
    """At night in Việt Nam (the clock is UTC)."""
    return actions.forget_files()
