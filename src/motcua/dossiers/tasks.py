"""What runs at night and by the hour? Drafts end by rule, and offers that nobody took."""

from procrastinate.contrib.django import app

from motcua.dossiers.drafting import keeping, partners


@app.periodic(cron="17 20 * * *")
@app.task(name="dossiers.keep_drafts", queueing_lock="dossiers.keep_drafts", pass_context=False)
def keep_drafts(timestamp: int) -> dict[str, int]:
    """Announce which drafts end, and delete those whose time is over; at night in Việt Nam."""
    return {"deleted": keeping.delete_ended(), "announced": keeping.announce_endings()}


@app.periodic(cron="51 * * * *")
@app.task(name="dossiers.forget_offers", queueing_lock="dossiers.forget_offers", pass_context=False)
def forget_offers(timestamp: int) -> int:
    """Throw away what partners sent and nobody took, every hour."""
    return partners.forget_old()
