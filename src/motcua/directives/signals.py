"""What does a task announce? Facts, with ``task`` and ``event`` or ``reminder``."""

from django.dispatch import Signal

directive_moving = Signal()
"""Sent inside the transaction: receivers only append rows, and an error rolls the move back."""

directive_moved = Signal()
"""Sent after commit, robustly, for what may be lost: live screens, caches."""

directive_reminding = Signal()
"""A deadline comes near or has passed; sent inside the transaction that notes the reminder."""

tasks_transferred = Signal()
"""Tasks went to another organization with their own, or came back: ``tasks`` as a query that holds
until the transaction ends, ``verb`` and ``at``. Sent inside the transaction."""
