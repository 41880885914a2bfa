"""Which browser do the walks look through? Debian's Chromium, its shell where there is one."""

import os
import shutil

import pytest

MISSING = "Chromium is missing: apt-get install chromium-headless-shell (or chromium)"


def chromium() -> str:
    """The path; a test that nobody requires is skipped where there is none.

    The shell shows the same pages for a fifth less work.
    """
    named = os.environ.get("MOTCUA_CHROMIUM")
    path = named or shutil.which("chromium-headless-shell") or shutil.which("chromium")
    if path is None:
        stop = pytest.fail if os.environ.get("MOTCUA_REQUIRE_JOURNEYS") == "1" else pytest.skip
        stop(MISSING)
    return path
