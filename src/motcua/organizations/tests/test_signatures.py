"""Does a paper say in what right somebody signed it? (NĐ 30/2020/NĐ-CP, Phụ lục I)"""

import pytest

from motcua.organizations import signatures
from motcua.organizations.acting import Acting
from motcua.organizations.models import Capacity, Post
from motcua.organizations.tests.factories import (
    FOREVER,
    LEAVE,
    TODAY,
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def committee():
    return OrganizationFactory(kind="commune", named="Ủy ban nhân dân phường Mẫu")


@pytest.fixture
def chair(committee):
    post = PostFactory(organization=committee, title="Chủ tịch", rank=Post.Rank.HEAD, is_head=True)
    return AppointmentFactory(post=post)


@pytest.fixture
def deputy(committee):
    post = PostFactory(organization=committee, title="Phó Chủ tịch", rank=Post.Rank.DEPUTY)
    return AppointmentFactory(post=post)


def standing_in(kind, held, person):
    return AppointmentFactory(
        post=held.post, person=person, kind=kind, seat=None, covers=held, valid_during=LEAVE
    )


def lines(held, capacity=None):
    return signatures.block(Acting.holding(held, capacity), TODAY)["lines"]


def test_a_chair_signs_for_the_committee(chair):
    assert lines(chair) == ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"]


def test_a_deputy_signs_for_the_chair(chair, deputy):
    assert lines(deputy) == ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]


@pytest.mark.parametrize(
    ("kind", "right"),
    [
        ("acting", ["Q. CHỦ TỊCH"]),
        ("in_charge", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("cover", ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
        ("delegated", ["TUQ. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]),
    ],
)
def test_whoever_stands_in_says_so(chair, deputy, kind, right):
    held = standing_in(kind, chair, deputy.person)

    assert lines(held) == ["TM. ỦY BAN NHÂN DÂN", *right]


def test_who_leads_a_part_signs_by_order_of_the_head(committee, chair):
    office = PostFactory(
        organization=committee, title="Chánh Văn phòng", rank=Post.Rank.DIVISION_HEAD
    )

    assert lines(AppointmentFactory(post=office)) == ["TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG"]


def test_staff_sign_with_their_title_alone(committee, chair):
    assert lines(AppointmentFactory(post__organization=committee, post__title="Công chức")) == [
        "CÔNG CHỨC"
    ]


def test_papers_of_the_party_have_their_own_signs():
    body = OrganizationFactory(kind="merged", named="Ban Tổ chức – Nội vụ")
    PostFactory(organization=body, title="Trưởng ban", rank=Post.Rank.HEAD, is_head=True)
    deputy = AppointmentFactory(
        post__organization=body, post__title="Phó Trưởng ban", post__rank=Post.Rank.DEPUTY
    )
    party = Capacity.objects.create(
        organization=body, line=2, full_name="Ban Tổ chức Thành ủy", valid_during=FOREVER
    )

    assert lines(deputy, party) == ["K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN"]


def test_the_other_offices_of_the_signer_are_named(chair):
    party = OrganizationFactory(kind="party", named="Đảng ủy phường Mẫu")
    AppointmentFactory(post__organization=party, post__title="Bí thư", person=chair.person)

    signed = signatures.block(Acting.holding(chair), TODAY)

    assert signed["name"] == chair.person.full_name
    assert signed["also"] == ["Bí thư, Đảng ủy phường Mẫu"]


def test_a_citizen_signs_no_paper_of_an_office():
    assert signatures.block(Acting.citizen(PersonFactory()), TODAY) is None
