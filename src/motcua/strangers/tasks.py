"""What runs later in this room? Proofs that nobody can use any more are thrown away."""

from datetime import timedelta

from procrastinate.contrib.django import app

from motcua.strangers import models


@app.periodic(cron="37 3 * * *")
@app.task(
    name="strangers.forget_proofs", queueing_lock="strangers.forget_proofs", pass_context=False
)
def forget_proofs(timestamp: int) -> int:
    """Throw away the proofs of yesterday."""
    return models.forget_old(timedelta(days=1))
