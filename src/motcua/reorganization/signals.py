"""What does a plan announce? Facts, with ``plan`` and ``event``."""

from django.dispatch import Signal

plan_moving = Signal()
"""Sent inside the transaction: receivers only append rows, and an error rolls the move back."""

plan_moved = Signal()
"""Sent after commit, robustly, for what may be lost."""
