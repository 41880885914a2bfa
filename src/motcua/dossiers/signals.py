"""What does a dossier announce? Facts, with ``dossier`` and ``event``."""

from django.dispatch import Signal

dossier_moving = Signal()
"""Sent inside the transaction: receivers only append rows, and an error rolls the move back."""

dossiers_transferred = Signal()
"""Many passed to other offices at once, inside the transaction: ``moving`` names a table of what
went whither (``dossiers.transfers``), ``dossiers`` are those that did; ``verb`` and ``at``."""

dossier_moved = Signal()
"""Sent after commit, robustly, for what may be lost: live screens, caches."""

co_applicant_invited = Signal()
"""Sent inside the transaction, with ``co_applicant``."""

co_applicants_awaited = Signal()
"""Sent inside a transaction: ``draft`` was not submitted since ``awaited`` have not confirmed."""

drafts_ending = Signal()
"""Sent inside the transaction: ``drafts`` are the keys of those that will be deleted."""
