"""What does the worker do with workbooks? It checks, enters and forgets them."""

from procrastinate.contrib.django import app

from motcua.catalog.models import Workbook

from . import bringing


@app.task(name="catalog.check_workbook")
def check_workbook(key: int) -> None:
    """Tell what would come of a workbook."""
    for kept in Workbook.objects.filter(pk=key):
        bringing.check(kept)


@app.task(name="catalog.enter_workbook")
def enter_workbook(key: int) -> None:
    """Enter what was confirmed."""
    for kept in Workbook.objects.filter(pk=key):
        bringing.enter(kept)


@app.periodic(cron="37 19 * * *")
@app.task(
    name="catalog.forget_workbooks", queueing_lock="catalog.forget_workbooks", pass_context=False
)
def forget_workbooks(timestamp: int) -> int:
    """At night in Việt Nam (the clock is UTC)."""
    return bringing.forget_old()
