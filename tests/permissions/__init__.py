"""The hand-kept table of permissions: every address, and what everybody may expect there.

A new address needs a row in its room's module here (``test_permissions.py`` says so), and a new
rule two decisions. A module has ``ROWS``, and ``FOR_EVERYBODY`` for those that nobody is refused.
"""

from . import (
    announcements,
    apparatus,
    catalog,
    consultations,
    consultations_desk,
    directives,
    dossiers,
    guides,
    news,
    pilots,
    plans,
    questions,
    questions_desk,
    search,
    staffing,
    statistics,
    visits,
)

MODULES = (
    dossiers,
    visits,
    search,
    questions,
    questions_desk,
    news,
    announcements,
    apparatus,
    catalog,
    guides,
    statistics,
    directives,
    consultations,
    consultations_desk,
    plans,
    pilots,
    staffing,
)
FOR_EVERYBODY = [row for module in MODULES for row in module.FOR_EVERYBODY]
ROWS = [row for module in MODULES for row in module.ROWS]
