"""How is the register asked what it knew at a moment?"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import models


def as_known(model: type[models.Model], known_at: datetime) -> Any:
    """The rows of a remembered table as they stood at ``known_at``."""
    rows: Any = model._default_manager.all()
    return rows.known_on(known_at) if hasattr(rows, "known_on") else rows
