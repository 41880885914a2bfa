"""What does the worker do with files? It draws, scans, finishes and tidies up."""

from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from motcua.filekeeping import actions, scanning

AGAIN = RetryStrategy(max_attempts=8, exponential_wait=4)
"""Seconds: 4, 16, 64 … while a store or a disk is away."""


@app.task(name="filekeeping.draw", retry=AGAIN)
def draw(sha256: str) -> None:
    """Draw the first page of a kept file; safe to run twice."""
    actions.draw(sha256)


@app.task(name="filekeeping.finish", retry=AGAIN)
def finish(key: str) -> None:
    """Hand over an upload that is whole; safe to run twice."""
    actions.finish(key)


@app.periodic(cron="*/2 * * * *")
@app.task(name="filekeeping.scan", queueing_lock="filekeeping.scan", pass_context=False)
def scan(timestamp: int) -> int:
    """Ask the scanner about what came while it was away."""
    return actions.scan_quarantined() if scanning.is_configured() else 0


@app.periodic(cron="*/10 * * * *")
@app.task(
    name="filekeeping.finish_arrived",
    queueing_lock="filekeeping.finish_arrived",
    pass_context=False,
)
def finish_arrived(timestamp: int) -> int:
    """Hand over what arrived while the store was away."""
    return actions.finish_arrived()


@app.periodic(cron="17 * * * *")
@app.task(name="filekeeping.forget", queueing_lock="filekeeping.forget", pass_context=False)
def forget_expired(timestamp: int) -> int:
    """Delete half uploads after their time."""
    return actions.forget_expired()


@app.periodic(cron="41 19 * * *")
@app.task(
    name="filekeeping.clean_orphans", queueing_lock="filekeeping.clean_orphans", pass_context=False
)
def clean_orphans(timestamp: int) -> int:
    """Forget files to which nobody refers any more, at night in Việt Nam (the clock is UTC)."""
    return actions.clean_orphans()
