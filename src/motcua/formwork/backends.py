"""Who may enter ``/bien-tap/`` to build forms? Whoever holds a post that writes drafts, today."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.backends import BaseBackend

from motcua.accounts.models import Person
from motcua.catalog import rights

ENTER = "wagtailadmin.access_admin"
KNOWN = "_writes_drafts"
"""Where a person of this request remembers the answer."""


class WritersOfDrafts(BaseBackend):
    """Signs nobody in. The right to enter is asked of the post's days: it ends with them."""

    def has_perm(self, user_obj: Any, perm: str, obj: Any = None) -> bool:
        if perm != ENTER or obj is not None or not isinstance(user_obj, Person):
            return False
        if KNOWN not in user_obj.__dict__:
            may = user_obj.is_active and rights.writes_in_some_post(user_obj)
            user_obj.__dict__[KNOWN] = may
        return bool(user_obj.__dict__[KNOWN])
