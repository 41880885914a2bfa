"""How do machines read a procedure's page? As a schema.org GovernmentService in JSON-LD."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString

from motcua.ui.structured import data_block

from .models import ProcedureVersion


def government_service(version: ProcedureVersion, address: str) -> SafeString:
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
    return data_block(said)
