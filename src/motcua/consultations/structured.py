"""How do machines read a consultation? As schema.org's draft with a comment to be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from motcua.ui.structured import data_block

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

    from motcua.consultations.models import Consultation

LEGAL = "van-ban"
"""The kind that schema.org calls legislation; a scheme is a document."""


def draft(consultation: Consultation, address: str, comment_at: str) -> SafeString:
    """JSON-LD of what is public."""
    is_legal = consultation.kind.slug == LEGAL
    office = {"@type": "GovernmentOrganization", "name": consultation.organization.name}
    action = {
        "@type": "CommentAction",
        "target": comment_at,
        "endTime": str(consultation.closes_on),
    }
    return data_block(
        {
            "@context": "https://schema.org",
            "@type": "Legislation" if is_legal else "DigitalDocument",
            "name": consultation.title,
            "identifier": consultation.number or consultation.code,
            "legislationLegalForce": "https://schema.org/NotInForce" if is_legal else "",
            "creativeWorkStatus": "Draft",
            "abstract": consultation.lead,
            "url": address,
            "inLanguage": "vi",
            "datePublished": str(consultation.opens_on),
            "creator": office,
            "potentialAction": action if consultation.is_open else {},
        }
    )
