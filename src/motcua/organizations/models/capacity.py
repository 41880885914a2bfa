"""As whom does a body act that serves two systems at once, and with which seal?"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Recorded, one_at_a_time
from motcua.periods.naming import Name

from .line import Line
from .organization import Organization


class Capacity(Recorded, Name):
    """One of the systems in which a merged body acts: its name there and its superior there.

    *Ban Tổ chức – Nội vụ* is the party committee's organization board in one line and the People's
    Committee's home affairs agency in the other. A body of one system has no row here: its own name
    and its ``Subordination`` say everything.
    """

    Line = Line

    organization = models.ForeignKey(
        Organization, on_delete=models.PROTECT, related_name="capacities"
    )
    line = models.PositiveSmallIntegerField(_("hệ thống"), choices=Line)
    full_name = models.CharField(_("tên khi hành động"), max_length=200)
    superior = models.ForeignKey(
        Organization, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    legal_basis = models.CharField(_("căn cứ"), max_length=200, blank=True)

    class Meta:
        constraints = [
            one_at_a_time("organization_has_one_capacity_a_line_a_day", "organization", "line"),
            models.CheckConstraint(
                name="capacity_line_known", condition=models.Q(line__in=Line.values)
            ),
        ]


class Seal(Recorded):
    """The seal that an organization uses for a period, in one line of authority.

    Only that it exists, its number and what it reads: never its picture.
    """

    organization = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="seals")
    line = models.PositiveSmallIntegerField(_("hệ thống"), choices=Line, default=Line.STATE)
    inscription = models.CharField(_("chữ trên con dấu"), max_length=200)
    registration = models.CharField(_("số đăng ký mẫu dấu"), max_length=60, blank=True)

    class Meta:
        constraints = [
            one_at_a_time("organization_has_one_seal_a_line_a_day", "organization", "line"),
            models.CheckConstraint(
                name="seal_line_known", condition=models.Q(line__in=Line.values)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organization_id}/{self.line}"
