"""Where papers depend on the case one is told of one's own only, and of what still lacks."""

import pytest
from playwright.sync_api import expect

from motcua.dossiers.tests.factories import DraftFactory, OrganizationFactory
from motcua.dossiers.tests.versions import first_version, next_version
from motcua.worktime.actions import load_calendar

from .conftest import NARROW, WIDE
from .drafts import page_of, signs_in
from .people import Walker

HOUSE, TEMPLE, TOWER = "Nhà ở riêng lẻ", "Công trình tôn giáo", "Công trình khác"
CASES = {HOUSE: ["Bản vẽ nhà", "Giấy tờ đất"], TEMPLE: ["Ý kiến về tôn giáo"], TOWER: ["Dự án"]}


@pytest.fixture
def building(identity, wife):
    load_calendar()
    office = OrganizationFactory(identifier="H49.61", full_name="UBND phường Hồng Gai")
    version = next_version(first_version(), cases=CASES)
    return DraftFactory(person=wife, organization=office, version=version)


@pytest.mark.parametrize(
    ("width", "javascript"), [(NARROW, True), (WIDE, False)], ids=["narrow", "wide, no scripts"]
)
def test_only_the_papers_of_ones_own_case_are_asked_for(readers, building, width, javascript):
    builder = Walker(readers(width=width, javascript=javascript))
    signs_in(builder.reader, building.person)
    builder.goes_to(page_of(building, "giay-to/"))
    builder.stands_before("Giấy tờ")
    is_asked_for(builder, [])

    builder.main.get_by_label(TEMPLE).check()
    builder.presses("Chọn trường hợp này")
    is_asked_for(builder, CASES[TEMPLE])
    builder.stands_before("Giấy tờ")
    builder.reader.reads_in_order()

    builder.presses("Lưu và tiếp tục")
    builder.comes_to("Kiểm tra và nộp")
    builder.is_told("Trường hợp của bạn: Công trình tôn giáo")
    builder.is_told("Ý kiến về tôn giáo")


def is_asked_for(builder, papers):
    """These have a field for a file, and no other does."""
    for name in (each for names in CASES.values() for each in names):
        field = builder.main.get_by_label(name, exact=True)
        expect(field).to_have_count(1 if name in papers else 0)
