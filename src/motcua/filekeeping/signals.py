"""What do we announce? Both inside the transaction: receivers only write jobs."""

from django.dispatch import Signal

file_to_be_drawn = Signal()
"""A file was kept of which a page shows the first page. Told: ``kept``."""

file_condemned = Signal()
"""The scanner found something in a file that was kept already. Told: ``kept``."""

upload_arrived = Signal()
"""The last piece of an upload is here, and nobody said yet whether it is kept. Told: ``upload``."""
