"""Two offices, two sectors, and books in which anything can be written."""

import itertools

import pytest

from motcua.catalog.models import Sector
from motcua.dossiers.tests.conftest import (  # noqa: F401  the same office and its people
    _calendar_read_anew,
    _private_folder,
    applicant,
    calendar,
    office,
    people,
)
from motcua.dossiers.tests.factories import OrganizationFactory
from motcua.statistics import lives
from motcua.statistics.models import Delta


@pytest.fixture
def offices(db):
    names = ("UBND phường Hồng Gai", "UBND phường Bãi Cháy")
    return [
        OrganizationFactory(identifier=f"H49.{number}", full_name=name)
        for number, name in enumerate(names, 61)
    ]


@pytest.fixture
def sectors(db):
    return [
        Sector.objects.create(slug=slug, name=name, position=position)
        for position, (slug, name) in enumerate(
            [("dat-dai", "Đất đai"), ("kinh-doanh", "Kinh doanh")]
        )
    ]


@pytest.fixture
def write(offices, sectors):
    """Put the deltas of whole lives into the books, as their moves would have."""
    numbers = itertools.count(1)

    def written(*written_lives):
        deltas = []
        for life in written_lives:
            for posted in lives.entries(life.channel, life.steps):
                event = next(numbers)
                deltas += [
                    Delta(
                        event=event,
                        measure=entry.measure,
                        organization=offices[life.office],
                        sector=sectors[life.sector],
                        at=entry.at,
                        n=entry.n,
                    )
                    for entry in posted
                ]
        Delta.objects.bulk_create(deltas)

    return written
