"""What does a question announce? Facts, with ``question`` and ``event``."""

from django.dispatch import Signal

question_moving = Signal()
"""Sent inside the transaction: receivers only append rows, and an error rolls the move back."""

question_moved = Signal()
"""Sent after commit, robustly, for what may be lost: live screens, caches."""

questions_transferred = Signal()
"""Questions went to another office with their own, or came back: ``questions`` as a query that
holds until the transaction ends, ``verb`` and ``at``. Sent inside the transaction."""
