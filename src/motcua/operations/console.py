"""In which language does a command speak? Vietnamese, or English where the terminal asks for it."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from django.utils import translation

Given = ParamSpec("Given")
Answer = TypeVar("Answer")
ASKED = ("LC_ALL", "LC_MESSAGES", "LANG")
"""Where POSIX looks, in its order."""


def language() -> str:
    """``en`` for *en_US.UTF-8* and the like; Vietnamese for everything else.

    >>> os.environ["LC_ALL"] = "C.UTF-8"
    >>> language()
    'vi'
    """
    asked = next((told for name in ASKED if (told := os.environ.get(name))), "")
    return "en" if asked.startswith("en_") else "vi"


def spoken(work: Callable[Given, Answer]) -> Callable[Given, Answer]:
    """Let a command speak the terminal's language; what it writes stays in the site's."""

    @wraps(work)
    def speaking(*args: Given.args, **kwargs: Given.kwargs) -> Answer:
        with translation.override(language()):
            return work(*args, **kwargs)

    return speaking
