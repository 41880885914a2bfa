"""The smallest true plan."""

from datetime import date

from factory import declarations
from factory.django import DjangoModelFactory

from motcua.reorganization.models import Plan


class PlanFactory(DjangoModelFactory):
    class Meta:
        model = Plan

    number = declarations.Sequence("{}/NQ-HĐND".format)
    decided_on = date(2026, 11, 1)
    issuer = "Hội đồng nhân dân"
    title = "Sắp xếp đơn vị hành chính cấp xã"
    day = date(2027, 1, 1)
