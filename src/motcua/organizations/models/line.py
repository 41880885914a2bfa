"""Which systems of authority run through the administration side by side?"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Line(models.IntegerChoices):
    """A system in which a body acts; most act in one, a merged body in several."""

    STATE = 1, _("chính quyền")
    PARTY = 2, _("Đảng")
    FRONT = 3, _("Mặt trận Tổ quốc và đoàn thể")

    @classmethod
    def of_kind(cls, kind: str) -> "Line":
        """The system to which an organization of one system belongs, by its kind."""
        return OWN_LINES.get(kind, cls.STATE)


OWN_LINES = {"party": Line.PARTY, "front": Line.FRONT, "mass": Line.FRONT}
