from datetime import date

import pytest

from motcua.periods.models import since
from motcua.ui.models import SiteIdentity

CITY = date(2026, 9, 1)


@pytest.fixture
def province(db) -> SiteIdentity:
    """Whose portal it is until the province becomes a city."""
    return SiteIdentity.objects.create(
        name="Một cửa", managing_body="UBND tỉnh", valid_during=since(date(2025, 7, 1), CITY)
    )


@pytest.fixture
def city(db) -> SiteIdentity:
    """Whose portal it is from then on."""
    return SiteIdentity.objects.create(
        name="Một cửa",
        managing_body="UBND thành phố",
        hotline="0203 000 0000",
        valid_during=since(CITY),
    )
