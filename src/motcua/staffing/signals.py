"""What does staffing announce? Facts, with ``event``."""

from django.dispatch import Signal

staff_moving = Signal()
"""Sent inside the transaction: receivers only append rows, and an error rolls the act back."""

staff_moved = Signal()
"""Sent after commit, robustly, for what may be lost."""
