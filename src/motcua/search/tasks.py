"""What does the worker tidy up?"""

from procrastinate.contrib.django import app

from . import counting, documents, kinds, rebuilding, unanswered


@app.periodic(cron="*/10 * * * *")
@app.task(name="search.count_words", queueing_lock="search.count_words", pass_context=False)
def count_words(timestamp: int) -> int:
    """Count the words again where entries came since."""
    return counting.count_words() if counting.is_due() else 0


@app.periodic(cron="7-59/10 * * * *")
@app.task(name="search.put_documents", queueing_lock="search.put_documents", pass_context=False)
def put_documents(timestamp: int) -> None:
    """Put the documents again whose collection may have been opened or closed."""
    kind = kinds.known(documents.KIND)
    if kind:
        rebuilding.again(kind)


@app.periodic(cron="13 19 * * *")
@app.task(name="search.rebuild", queueing_lock="search.rebuild", pass_context=False)
def rebuild(timestamp: int) -> None:
    """Ask every room again, at night: what began or ended with the day needs no event."""
    for _kind in rebuilding.rebuild():
        pass
    rebuilding.finish()


@app.periodic(cron="31 18 * * *")
@app.task(name="search.forget_old", queueing_lock="search.forget_old", pass_context=False)
def forget_old(timestamp: int) -> int:
    """Forget old questions, at night in Việt Nam (the clock is UTC)."""
    return unanswered.forget_old()
