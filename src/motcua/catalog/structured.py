"""How do machines read a procedure's page? As a schema.org GovernmentService in JSON-LD."""

from __future__ import annotations

import json
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from .models import ProcedureVersion

HARMLESS = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}
"""Inside a script element nothing may look like the end of one."""


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
    entered = {name: value for name, value in said.items() if value}
    text = json.dumps(entered, ensure_ascii=False)
    harmless = mark_safe(text.translate(HARMLESS))  # noqa: S308  JSON without <, > and &
    return format_html('<script type="application/ld+json">{}</script>', harmless)
