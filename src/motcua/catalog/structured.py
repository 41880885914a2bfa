"""How do machines read a procedure's page? As a schema.org GovernmentService in JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.utils.safestring import SafeString

from motcua.ui.structured import data_block

from .models import ProcedureVersion

if TYPE_CHECKING:
    from .endings import End


def government_service(
    version: ProcedureVersion, address: str, end: End | None = None
) -> SafeString:
    """JSON-LD in a data block, which no browser runs; only what is entered."""
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "name": version.name,
        "identifier": version.procedure.code,
        "url": address,
        "description": version.summary,
        "serviceType": version.recorded_sector,
        "audience": [{"@type": "Audience", "audienceType": one} for one in version.audiences],
        "serviceOutput": [{"@type": "Thing", "name": one.name} for one in version.results.all()],
    }
    return data_block(said | (_instead(end, address) if end else {}))


def _instead(end: End, address: str) -> dict[str, Any]:
    """Until when it is there, and what to use afterwards."""
    services = [
        {
            "@type": "GovernmentService",
            "name": one.name,
            "identifier": one.procedure.code,
            "url": urljoin(address, one.procedure.get_absolute_url()),
        }
        for one in end.successors
    ]
    offer = {"@type": "Offer", "availabilityEnds": end.ends_on.isoformat()}
    return {"offers": offer, "isRelatedTo": services}
