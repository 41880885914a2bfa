"""What does a consultation announce? Facts, with ``consultation`` and ``event``."""

from django.dispatch import Signal

consultation_moving = Signal()
"""Sent inside the transaction: receivers only append rows, and an error rolls the move back."""

consultation_moved = Signal()
"""Sent after commit, robustly, for what may be lost: live screens, caches."""

consultations_transferred = Signal()
"""Consultations went to another office with their own, or came back: ``consultations`` as a query
that holds until the transaction ends, ``verb`` and ``at``. Sent inside the transaction."""
