"""What came of an organization: who answers since when for what it answered for?"""

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils.translation import gettext_lazy as _

from motcua.periods.models import Remembered
from motcua.territory.models import Unit

from .competence import Function
from .organization import Organization


class ChangeKind(models.TextChoices):
    """What happens to organizations (W3C ORG ``ChangeEvent``; the words are those of the law)."""

    CREATE = "create", _("thành lập")
    RENAME = "rename", _("đổi tên")
    ABSORB = "absorb", _("sáp nhập")
    """A into B, and B continues."""
    CONSOLIDATE = "consolidate", _("hợp nhất")
    """A and B end, and a new C begins."""
    DIVIDE = "divide", _("chia")
    """A ends, and its parts are new B and C."""
    SEPARATE = "separate", _("tách")
    """A continues, and a part of it is a new B."""
    TRANSFER = "transfer", _("chuyển chức năng, địa bàn")
    ABOLISH = "abolish", _("giải thể")
    MOVE_TIER = "move_tier", _("chuyển cấp")


class Succession(Remembered):
    """From ``day`` on ``new`` answers for ``old``: wholly, or for one function, place or both.

    Exactly one row of an ``old`` and a ``day`` is the ``is_default``: it takes what no narrower
    row names. Of several rows that fit, the one with both narrows most, then the place, then the
    function (see ``organizations.successors``).
    """

    old = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="passed_to")
    new = models.ForeignKey(Organization, on_delete=models.PROTECT, related_name="taken_from")
    day = models.DateField()
    """The first day on which the new one answers."""
    kind = models.CharField(max_length=12, choices=ChangeKind)
    function = models.ForeignKey(
        Function, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    procedure_code = models.CharField(max_length=8, blank=True)
    """Narrower than a function: one procedure by its code."""
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    """The part of the former territory, as a unit of before or of after the change."""
    is_default = models.BooleanField(default=False)
    legal_basis = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="organization_succession_said_once",
                fields=["old", "new", "day", "function", "procedure_code", "unit"],
                nulls_distinct=False,
            ),
            models.UniqueConstraint(
                name="organization_has_one_default_successor_a_day",
                fields=["old", "day"],
                condition=Q(is_default=True),
            ),
            CheckConstraint(name="organization_succeeds_not_itself", condition=~Q(old=F("new"))),
            CheckConstraint(
                name="organization_succession_kind_known", condition=Q(kind__in=ChangeKind.values)
            ),
        ]
        indexes = [models.Index(fields=["new", "day"], name="succession_by_new")]

    def __str__(self) -> str:
        return f"{self.old_id} → {self.new_id}"
