"""Does someone know enough of a dossier to see where it is? Its code and a second fact."""

from motcua.dossiers import second_facts
from motcua.dossiers.models import Dossier

NO_KEY = "0" * 64
"""Compared with where there is no dossier, so that unknown takes the same work as wrong."""


def known(code: str, digits: str) -> bool:
    """Whether there is such a dossier and ``digits`` end a number given with it.

    One query and two comparisons, whether the code is unknown or the digits are wrong.
    """
    rows = Dossier.objects.filter(code=code)
    keys = rows.values_list("phone_tail_key", "personal_number_tail_key").first()
    asked = [second_facts.is_known(key, code, digits) for key in keys or (NO_KEY, NO_KEY)]
    return any(asked)


def dossier(code: str) -> Dossier:
    """The dossier of a code that is ``known``, with what its page shows."""
    with_names = Dossier.objects.for_pages().prefetch_related(
        "organization__names", "counter__names"
    )
    return with_names.get(code=code)
