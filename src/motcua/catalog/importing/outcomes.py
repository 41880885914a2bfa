"""What is said of what became of many records?"""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.translation import gettext as _

from .storing import Outcome


def in_words(counts: Mapping[str, int]) -> str:
    """*412 thủ tục mới, 3 thủ tục có phiên bản mới*; what did not happen is left out."""
    said = {
        Outcome.ADDED: _("%(n)s thủ tục mới"),
        Outcome.CHANGED: _("%(n)s thủ tục có phiên bản mới"),
        Outcome.WAITING: _("%(n)s bản nháp chờ rà soát"),
        Outcome.UNCHANGED: _("%(n)s thủ tục không đổi"),
    }
    told = ((said[which], counts.get(which.value, 0)) for which in said)
    return ", ".join(words % {"n": n} for words, n in told if n)
