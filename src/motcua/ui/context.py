"""What does every page know? Whose portal this is, and how its reader wants it shown."""

from typing import Any

from django.utils.functional import SimpleLazyObject

from motcua.ui import identity
from motcua.ui.display import Display


def site(request: Any) -> dict[str, Any]:
    """The portal's identity today (asked for only where shown) and the reader's display."""
    return {"site": SimpleLazyObject(identity.today), "display": Display.of(request.COOKIES)}
