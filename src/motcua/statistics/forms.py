"""What may be asked of the figures? Bad questions are answered by the nearest good one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlencode

from django.utils.translation import gettext_lazy as _

from motcua.catalog.models import Sector
from motcua.territory.tiers import Tier

from . import spans
from .spans import Span

TIERS = {
    "tinh": (Tier.PROVINCE, _("Sở, ngành")),
    "xa": (Tier.COMMUNE, _("Phường, xã, đặc khu")),
}
"""Words of the address; what each is called."""
LONGEST = 100


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for: ``?ky=2026-11&cap=xa&linh-vuc=dat-dai&q=bai chay``."""

    span: Span
    tier: Tier | None = None
    sector: Sector | None = None
    text: str = ""

    @property
    def sector_number(self) -> int | None:
        return self.sector.pk if self.sector else None

    @property
    def tier_slug(self) -> str:
        return next((slug for slug, (tier, _name) in TIERS.items() if tier == self.tier), "")

    @property
    def is_narrow(self) -> bool:
        """Whether a search leaves rows out, so that what is shown does not add up to the total."""
        return bool(self.text.strip())

    @property
    def address(self) -> str:
        """The same question as the end of an address."""
        words = {
            "ky": self.span.slug,
            "cap": self.tier_slug,
            "linh-vuc": self.sector.slug if self.sector else "",
            "q": self.text,
        }
        return urlencode({name: word for name, word in words.items() if word})


def asked(query: Mapping[str, str], sectors: list[Sector], now: datetime) -> Asked:
    """What ``query`` asks for; of what it cannot ask for, nothing."""
    tier, _name = TIERS.get(query.get("cap", ""), (None, ""))
    slug = query.get("linh-vuc", "")
    return Asked(
        span=spans.asked(query.get("ky", ""), now),
        tier=tier,
        sector=next((sector for sector in sectors if sector.slug == slug), None),
        text=query.get("q", "").replace("\0", "")[:LONGEST],
    )
