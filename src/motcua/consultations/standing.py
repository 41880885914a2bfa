"""How does a consultation stand, in a light and in words, for whoever reads it?"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from motcua.consultations.workflow import Phase

if TYPE_CHECKING:
    from motcua.consultations.models import Consultation

SOON = 3
"""So few days before the end the light changes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One of the lights of ``ui`` and what it says."""

    light: str
    words: str


def standing(consultation: Consultation) -> Standing:
    """Late is said as plainly as early."""
    if consultation.is_open:
        return _open(consultation.days_left)
    if consultation.is_late:
        return Standing("late", _("Chậm công bố tiếp thu, giải trình"))
    lights = {Phase.SUMMED_UP: "ok"}
    phase = consultation.phase
    return Standing(lights.get(phase, "wait"), str(phase.label))


def _open(days: int) -> Standing:
    light = "soon" if days <= SOON else "ok"
    if not days:
        return Standing(light, _("Hết hôm nay là hết hạn"))
    return Standing(light, ngettext("Còn %(n)s ngày", "Còn %(n)s ngày", days) % {"n": days})
