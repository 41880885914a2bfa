"""What does everybody see of the apparatus?"""

from datetime import date

import pytest

from motcua.organizations import profiles
from motcua.organizations.models import (
    Appointment,
    Capacity,
    ChangeKind,
    Competence,
    Contact,
    Function,
    Line,
    OrganizationName,
    Post,
    Profile,
    Quota,
    Seal,
    Succession,
)
from motcua.organizations.tests.factories import (
    FOREVER,
    LEAVE,
    AppointmentFactory,
    OrganizationFactory,
    PersonFactory,
    PostFactory,
    UnitFactory,
)
from motcua.periods.models import since, until
from motcua.search.folding import sort_key

TWO_TIERS = date(2025, 7, 1)
pytestmark = pytest.mark.django_db


@pytest.fixture
def province():
    return OrganizationFactory(
        identifier="H49",
        kind="committee",
        tier=1,
        named="Ủy ban nhân dân tỉnh",
        valid_during=until(None),
    )


@pytest.fixture
def ward(province):
    unit = UnitFactory(named="Hồng Gai")
    return OrganizationFactory(
        identifier="H49.61", named="Ủy ban nhân dân phường Hồng Gai", under=province, unit=unit
    )


@pytest.fixture
def old_ward(province, ward):
    """Ended when there were two tiers, and the ward took over."""
    old = OrganizationFactory(
        identifier="H49.30",
        named="Ủy ban nhân dân phường Trần Hưng Đạo",
        valid_during=until(TWO_TIERS),
    )
    Succession.objects.create(
        old=old,
        new=ward,
        day=TWO_TIERS,
        kind=ChangeKind.CONSOLIDATE,
        is_default=True,
        legal_basis="Nghị quyết 1679/NQ-UBTVQH15",
    )
    return old


def text(client, address, status=200):
    answer = client.get(address)
    assert answer.status_code == status
    return answer.content.decode()


# --- The tree -----------------------------------------------------------------------------------


def test_the_tree_shows_who_is_under_whom(client, ward):
    html = text(client, "/to-chuc/")

    assert html.index("Ủy ban nhân dân tỉnh") < html.index("Ủy ban nhân dân phường Hồng Gai")
    assert "có 2 cơ quan, đơn vị" in html


def test_the_tree_of_an_earlier_day_shows_who_was_there(client, old_ward):
    html = text(client, "/to-chuc/?ngay=30/06/2025")

    assert "phường Trần Hưng Đạo" in html
    assert "phường Hồng Gai" not in html
    assert "/to-chuc/H49.30/?ngay=30/06/2025" in html


@pytest.mark.parametrize("words", ["hong gai", "HỒNG GAI", "h49.61", "gai phường"])
def test_the_tree_finds_by_name_without_marks_and_by_code(client, ward, words):
    html = text(client, f"/to-chuc/?q={words}")

    assert "phường Hồng Gai" in html
    assert "1 cơ quan, đơn vị" in html


def test_the_tree_finds_by_what_the_chart_calls_it(client, ward):
    ward.names.update(full_name="Ủy ban nhân dân phường Hồng Gai")

    assert "1 cơ quan, đơn vị" in text(client, "/to-chuc/?q=UBND+phường+Hồng+Gai")


def test_what_is_not_found_is_looked_for_on_the_whole_site(client, ward):
    html = text(client, "/to-chuc/?q=xyz")

    assert "/tim-kiem/?q=xyz" in html


def test_a_group_alone(client, ward):
    html = text(client, "/to-chuc/?loai=cap-xa&ngay=2026-01-01")

    assert "1 cơ quan, đơn vị" in html


def test_a_large_apparatus_shows_whole_levels_only(client, province, ward, monkeypatch):
    monkeypatch.setattr("motcua.organizations.tree.grown.__kwdefaults__", {"lines": 2})
    OrganizationFactory(identifier="H49.61.01", kind="counter", under=ward)

    html = text(client, "/to-chuc/")

    assert "H49.61.01" not in html
    assert "/to-chuc/?goc=H49.61" in html


def test_the_tree_takes_the_same_queries_however_large(client, ward, django_assert_max_num_queries):
    for number in range(5):
        OrganizationFactory(identifier=f"H49.61.{number}", under=ward)
    text(client, "/to-chuc/")

    with django_assert_max_num_queries(5):
        text(client, "/to-chuc/")


# --- An organization ----------------------------------------------------------------------------


def test_the_page_says_what_it_does_where_and_how_to_reach_it(client, ward):
    sign = Function.objects.create(code="ho-tich", name="Hộ tịch")
    Competence.objects.create(function=sign, organization_kind="commune", valid_during=FOREVER)
    Contact.objects.create(
        organization=ward,
        address="Số 1 phố Mẫu",
        phone="0203 000 001",
        latitude="20.95000",
        longitude="107.08000",
        valid_during=FOREVER,
    )
    Quota.objects.create(organization=ward, year=2026, kind="civil", assigned=42, actual=40)

    html = text(client, "/to-chuc/H49.61/")

    for said in ("Hộ tịch", "Số 1 phố Mẫu", "geo:20.95000,107.08000", "tel:0203000001", ">42<"):
        assert said in html
    assert "trực thuộc Ủy ban nhân dân tỉnh" in html
    assert "Phường Hồng Gai".lower() in html.lower()


def test_the_name_is_that_of_the_day(client, province):
    province.names.update(valid_during=until(date(2026, 9, 1)))
    OrganizationName.objects.create(
        organization=province,
        full_name="Ủy ban nhân dân thành phố",
        sort_key=sort_key("Ủy ban nhân dân thành phố"),
        valid_during=since(date(2026, 9, 1)),
    )

    assert "<h1>Ủy ban nhân dân thành phố</h1>" in text(client, "/to-chuc/H49/")
    assert "<h1>Ủy ban nhân dân tỉnh</h1>" in text(client, "/to-chuc/H49/?ngay=31/08/2026")


def test_leaders_are_named_with_concurrent_posts_and_others_only_counted(client, ward):
    chair = AppointmentFactory(
        post__organization=ward,
        post__title="Chủ tịch",
        post__rank=Post.Rank.HEAD,
        post__tasks="Phụ trách chung",
        person__full_name="Vũ Minh Hải",
    )
    party = OrganizationFactory(identifier="H49.70", kind="party", named="Đảng ủy phường Hồng Gai")
    AppointmentFactory(
        person=chair.person,
        post__organization=party,
        post__title="Bí thư",
        post__rank=Post.Rank.HEAD,
        kind=Appointment.Kind.CONCURRENT,
    )
    AppointmentFactory(post__organization=ward, person__full_name="Người Chuyên Viên")

    html = text(client, "/to-chuc/H49.61/")

    for said in ("Vũ Minh Hải", "Phụ trách chung", "Giữ 2 chức vụ cùng lúc", "Kiêm", "Đảng ủy"):
        assert said in html
    assert "Người Chuyên Viên" not in html
    assert "Công chức tư pháp – hộ tịch" in html


def test_a_cover_shows_both_names_and_an_empty_post_that_it_is_empty(client, ward):
    away = AppointmentFactory(
        post__organization=ward, post__title="Chủ tịch", post__rank=Post.Rank.HEAD
    )
    AppointmentFactory(
        post=away.post, kind=Appointment.Kind.COVER, seat=None, covers=away, valid_during=LEAVE
    )
    PostFactory(organization=ward, title="Phó Chủ tịch", rank=Post.Rank.DEPUTY)

    html = text(client, "/to-chuc/H49.61/")

    assert f"thay {away.person.full_name}" in html
    assert "Khuyết" in html


def test_a_merged_body_shows_its_names_superiors_and_seals(client, province):
    merged = OrganizationFactory(
        identifier="H49.80", kind="merged", named="Ban Tổ chức – Nội vụ", under=province
    )
    party = OrganizationFactory(identifier="H49.81", kind="party", named="Tỉnh ủy Mẫu")
    for line, name, superior in (
        (Line.STATE, "Sở Nội vụ", province),
        (Line.PARTY, "Ban Tổ chức Tỉnh ủy", party),
    ):
        Capacity.objects.create(
            organization=merged, line=line, full_name=name, superior=superior, valid_during=FOREVER
        )
    Seal.objects.create(
        organization=merged, line=Line.PARTY, inscription="BAN TỔ CHỨC", valid_during=FOREVER
    )

    html = text(client, "/to-chuc/H49.80/")

    for said in ("Sở Nội vụ", "Ban Tổ chức Tỉnh ủy", "Tỉnh ủy Mẫu", "BAN TỔ CHỨC"):
        assert said in html


def test_an_ended_organization_says_who_it_is_now(client, old_ward):
    html = text(client, "/to-chuc/H49.30/")

    assert "Đã kết thúc 30/06/2025" in html
    assert "nay là" in html
    assert 'href="/to-chuc/H49.61/">Ủy ban nhân dân phường Hồng Gai</a>' in html


def test_who_came_before_stands_on_the_page_of_who_came_after(client, old_ward):
    html = text(client, "/to-chuc/H49.61/")

    assert "Hợp nhất từ" in html
    assert 'href="/to-chuc/H49.30/">Ủy ban nhân dân phường Trần Hưng Đạo</a>' in html
    assert "Nghị quyết 1679/NQ-UBTVQH15" in html


def test_a_day_on_which_it_was_not_there_says_so(client, old_ward):
    assert "cơ quan này không hoạt động" in text(client, "/to-chuc/H49.61/?ngay=30/06/2025")


def test_what_a_kind_may_do_is_not_said_of_one_that_is_over(client, old_ward):
    Competence.objects.create(
        function=Function.objects.create(code="thu", name="Lĩnh vực thử"),
        organization_kind=old_ward.kind,
        valid_during=FOREVER,
    )
    address = f"/to-chuc/{old_ward.identifier}/"

    assert "Lĩnh vực thử" not in text(client, f"{address}?ngay=22/11/2026")
    assert "Lĩnh vực thử" in text(client, "/to-chuc/H49.61/")


@pytest.mark.parametrize("written", ["h49.61", "H49.61.", "000.00.61.H49", "H49%20.61"])
def test_other_spellings_lead_to_the_one_address(client, ward, written):
    answer = client.get(f"/to-chuc/{written}/?ngay=01/09/2026")

    assert answer.status_code == 301
    assert answer.headers["Location"] == "/to-chuc/H49.61/?ngay=01/09/2026"


def test_an_unknown_code_offers_a_search(client, ward):
    html = text(client, "/to-chuc/H12.34/", status=404)

    assert 'value="H12.34"' in html


def test_the_page_takes_the_same_queries_however_many_lead(
    client, ward, django_assert_max_num_queries
):
    for number in range(4):
        AppointmentFactory(post__organization=ward, post__rank=Post.Rank.DEPUTY)
        OrganizationFactory(identifier=f"H49.61.{number}", under=ward)
    text(client, "/to-chuc/H49.61/")

    with django_assert_max_num_queries(40):
        text(client, "/to-chuc/H49.61/")


# --- Leaders ------------------------------------------------------------------------------------


@pytest.fixture
def leader(ward):
    return AppointmentFactory(
        post__organization=ward,
        post__title="Chủ tịch",
        post__rank=Post.Rank.HEAD,
        person__full_name="Đỗ Hồng Quân",
    )


def test_a_leader_gets_an_address_made_of_the_name_once(leader):
    assert profiles.open_for_leaders() == 1
    assert profiles.open_for_leaders() == 0
    assert Profile.objects.get().slug == "do-hong-quan"


def test_of_two_of_one_name_the_second_gets_a_number(leader, ward):
    AppointmentFactory(
        post__organization=ward, post__rank=Post.Rank.DEPUTY, person__full_name="Đỗ Hồng Quân"
    )

    profiles.open_for_leaders()

    assert {each.slug for each in Profile.objects.all()} == {"do-hong-quan", "do-hong-quan-2"}


def test_a_leaders_page_shows_posts_of_now_and_before_and_the_biography(client, leader, ward):
    AppointmentFactory(
        person=leader.person,
        post__organization=ward,
        post__title="Phó Chủ tịch",
        post__rank=Post.Rank.DEPUTY,
        valid_during=since(date(2025, 7, 1), date(2026, 1, 1)),
        post__valid_during=FOREVER,
    )
    AppointmentFactory(person=leader.person, post__title="Chuyên viên")
    profiles.open_for_leaders()
    Profile.objects.update(biography="Sinh năm 1975 tại Hòn Gai.")

    html = text(client, "/to-chuc/lanh-dao/do-hong-quan/")

    for said in ("Chức vụ đang giữ", "Chức vụ đã giữ", "Phó Chủ tịch", "Sinh năm 1975"):
        assert said in html
    assert "Chuyên viên" not in html
    assert leader.person.username not in html


def test_a_leaders_page_begins_with_what_is_their_own_and_says_for_whom_they_stand_in(
    client, leader, ward
):
    away = AppointmentFactory(post__organization=ward, post__title="Bí thư", post__rank=1)
    AppointmentFactory(
        post=away.post,
        person=leader.person,
        kind=Appointment.Kind.COVER,
        seat=None,
        covers=away,
        valid_during=since(date(2026, 11, 20), date(2026, 12, 11)),
    )
    profiles.open_for_leaders()

    html = text(client, "/to-chuc/lanh-dao/do-hong-quan/")

    said = f"thay {away.person.full_name} trong thời gian vắng mặt)</p>"
    assert said in html


def test_who_never_led_has_no_page(client, ward):
    person = AppointmentFactory(post__organization=ward).person
    Profile.objects.create(person=person, slug="chuyen-vien")

    text(client, "/to-chuc/lanh-dao/chuyen-vien/", status=404)


def test_a_page_that_is_not_published_is_not_there_and_not_linked(client, leader):
    profiles.open_for_leaders()
    Profile.objects.update(is_published=False)

    text(client, "/to-chuc/lanh-dao/do-hong-quan/", status=404)
    assert "/to-chuc/lanh-dao/" not in text(client, "/to-chuc/H49.61/")


def test_somebody_unknown_to_the_register_has_no_page(client):
    Profile.objects.create(person=PersonFactory(), slug="la")

    text(client, "/to-chuc/lanh-dao/la/", status=404)
