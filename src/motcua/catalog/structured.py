"""How do machines read a procedure's page? As a schema.org GovernmentService in JSON-LD.

Only terms of schema.org, only what is entered; no amount where the record leaves a doubt. Where the
office is known, its place, telephone and hours are told; hours whose words leave a doubt are not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from django.utils.safestring import SafeString

from motcua.organizations import opening_hours
from motcua.ui.structured import data_block
from motcua.worktime.limits import Limit, Unit

from .models import Channel, ProcedureVersion

DURATIONS = {Unit.HOUR: "PT{}H", Unit.DAY: "P{}D", Unit.MONTH: "P{}M"}
"""ISO 8601 has no working days: such a limit is told in words only."""
APPLY = "nop-ho-so/"

if TYPE_CHECKING:
    from .endings import End
    from .reception import Reception


@dataclass(frozen=True, slots=True)
class There:
    """Where it is offered: in which province, at which office, and whether one applies here."""

    area: str = ""
    can_apply: bool = False
    office: Reception | None = None


def government_service(
    version: ProcedureVersion,
    address: str,
    end: End | None = None,
    *,
    there: There | None = None,
) -> SafeString:
    """JSON-LD in a data block, which no browser runs; only what is entered."""
    apply_at = urljoin(urljoin(address, version.procedure.get_absolute_url()), APPLY)
    there = there or There()
    online = apply_at if there.can_apply and version.takes_online else ""
    channels, office = version.channels.all(), there.office
    code = version.procedure.code
    said: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "GovernmentService",
        "@id": urljoin(address, version.procedure.get_absolute_url()),
        "name": version.name,
        "alternateName": list(version.popular_names),
        "identifier": code,
        "url": address,
        "description": version.summary,
        "serviceType": version.recorded_sector or version.procedure.sector.name,
        "category": list(version.level_names),
        "audience": [{"@type": "Audience", "audienceType": one} for one in version.audiences],
        "serviceOperator": _office(office) if office else _organization(_authority(version)),
        "provider": _organization(version.competent_authority or version.authority),
        "availableChannel": [_channel(row, version, online, office) for row in channels],
        "offers": [_offer(row) for row in channels if row.fee_amount is not None],
        "serviceOutput": [{"@type": "Thing", "name": one.name} for one in version.results.all()],
        "termsOfService": "; ".join(version.conditions).replace("**", ""),
        "areaServed": {"@type": "AdministrativeArea", "name": there.area} if there.area else None,
        "hoursAvailable": opening_hours.specification(office.hours) if office else [],
        "subjectOf": [_law(law.number, law.title) for law in version.legal_basis.all()],
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


def _organization(name: str) -> dict[str, str] | None:
    return {"@type": "GovernmentOrganization", "name": name} if name else None


def _authority(version: ProcedureVersion) -> str:
    return version.authority or version.competent_authority


def _office(office: Reception) -> dict[str, Any]:
    """Who decides, and how one reaches it."""
    said = {
        "@type": "GovernmentOrganization",
        "name": office.organization.name,
        "identifier": office.organization.identifier,
        "address": _address(office.place),
        "telephone": office.phone,
    }
    return {name: value for name, value in said.items() if value}


def _counter(office: Reception) -> dict[str, Any]:
    """The place where one goes."""
    said = {
        "@type": "Place",
        "name": (office.counter or office.organization).name,
        "address": _address(office.place),
        "telephone": office.phone,
        "openingHoursSpecification": opening_hours.specification(office.hours),
    }
    return {name: value for name, value in said.items() if value}


def _address(place: str) -> dict[str, str] | None:
    return {"@type": "PostalAddress", "streetAddress": place} if place else None


def _channel(
    row: Channel, version: ProcedureVersion, online: str, office: Reception | None
) -> dict[str, Any]:
    """A way to file: its name, how long it takes, and where it is where that is an address."""
    said: dict[str, Any] = {
        "@type": "ServiceChannel",
        "name": str(row.get_kind_display()),
        "processingTime": _duration(row.limit),
        "availableLanguage": "vi",
        "description": row.description,
    }
    if row.kind == Channel.Kind.ONLINE:
        said["serviceUrl"] = online
    if row.kind == Channel.Kind.DIRECT:
        said["servicePostalAddress"] = _address(version.reception_address)
        said["serviceLocation"] = _counter(office) if office else None
    return {name: value for name, value in said.items() if value}


def _duration(limit: Limit) -> str:
    pattern = DURATIONS.get(limit.unit) if limit.unit else None
    return pattern.format(limit.value) if pattern and limit.is_machine_readable else ""


def _offer(row: Channel) -> dict[str, Any]:
    return {
        "@type": "Offer",
        "name": str(row.get_kind_display()),
        "price": row.fee_amount,
        "priceCurrency": "VND",
        "description": row.fee_text,
    }


def _law(number: str, title: str) -> dict[str, str]:
    said = {"@type": "Legislation", "name": title or number, "legislationIdentifier": number}
    return {name: value for name, value in said.items() if value}
