"""Which versions stand on a law? For whoever has to look again when it ends."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _

from motcua.catalog.models import LegalBasis, ProcedureVersion
from motcua.legal.citing import Citation
from motcua.periods import clock
from motcua.periods.models import since


def of(numbers: Collection[str]) -> Iterator[Citation]:
    """Versions of today and later, and drafts that wait; one question."""
    published = ProcedureVersion.objects.published().during(since(clock.today()))
    alive = Q(version__in=published) | Q(version__in=ProcedureVersion.objects.waiting())
    found = LegalBasis.objects.filter(alive, number__in=numbers)
    ordered = found.select_related("version__procedure").order_by("version__procedure__code", "pk")
    told = {(row.number, row.version_id): row for row in ordered}
    return (_citation(row) for row in told.values())


def _citation(row: LegalBasis) -> Citation:
    version = row.version
    at = (version.procedure.code, version.number)
    kind, page = (
        (_("Thủ tục"), "catalog:version")
        if version.is_published
        else (_("Bản nháp"), "catalog_desk:draft")
    )
    return Citation(row.number, kind, f"{version.name} ({at[0]})", reverse(page, args=at))
