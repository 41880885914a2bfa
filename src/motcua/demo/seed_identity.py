"""Whose portal is the demo's? A province until 31 August 2026, a city from then on.

Telephone and e-mail are invented; the change of name is real (Nghị quyết 36/2026/QH16).
"""

from datetime import date
from typing import Any

from motcua.periods.models import since
from motcua.ui.models import SiteIdentity

TWO_TIERS = date(2025, 7, 1)
CITY = date(2026, 9, 1)
JOIN = "\u2060"
"""Keeps both ends of a span of hours on one line."""
MORNING = f"7:30{JOIN}–{JOIN}11:30"
AFTERNOON = f"13:30{JOIN}–{JOIN}17:00"


def seed() -> None:
    """Enter both identities; doing it again changes nothing."""
    SiteIdentity.objects.update_or_create(
        valid_during=since(TWO_TIERS, CITY), defaults=_identity("tỉnh", "Province")
    )
    SiteIdentity.objects.update_or_create(
        valid_during=since(CITY), defaults=_identity("thành phố", "City")
    )


def _identity(kind: str, kind_en: str) -> dict[str, Any]:
    return {
        "name": "Một cửa Quảng Ninh",
        "name_en": "Motcua Quảng Ninh",
        "tagline": "Cổng dịch vụ công và tra cứu hồ sơ",
        "tagline_en": "Public services and application tracking",
        "managing_body": f"Ủy ban nhân dân {kind} Quảng Ninh",
        "managing_body_en": f"People’s Committee of Quảng Ninh {kind_en}",
        "address": f"Trung tâm Phục vụ hành chính công\nPhường Hồng Gai, {kind} Quảng Ninh",
        "address_en": f"Public Administration Service Center\nHồng Gai Ward, Quảng Ninh {kind_en}",
        "hours": f"Thứ Hai đến thứ Sáu, {MORNING} và {AFTERNOON}",
        "hours_en": f"Monday to Friday, {MORNING} and {AFTERNOON}",
        "hotline": "0203 000 0000",
        "email": "hotro@motcua.example",
    }
