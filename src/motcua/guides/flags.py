"""Which guides have to be looked at again? Those that name a procedure which holds no more."""

from __future__ import annotations

from django.utils.translation import gettext as _

from motcua.catalog.models import Procedure
from motcua.guides.models import Edition
from motcua.periods import clock


def of_edition(edition: Edition) -> str:
    """The codes that citizens would be led to in vain; empty where all hold."""
    codes = edition.told().procedures
    offered = Procedure.objects.offered_on(clock.today()).filter(code__in=codes)
    gone = sorted(set(codes) - set(offered.values_list("code", flat=True)))
    return _("Không còn: %(codes)s") % {"codes": ", ".join(gone)} if gone else ""
