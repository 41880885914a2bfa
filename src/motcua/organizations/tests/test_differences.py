"""What changed in the apparatus between two days?"""

from datetime import date

import pytest

from motcua.organizations import differences
from motcua.organizations.differences import Two
from motcua.organizations.models import (
    ChangeKind,
    Jurisdiction,
    OrganizationName,
    Subordination,
    Succession,
)
from motcua.organizations.tests.factories import (
    AppointmentFactory,
    OrganizationFactory,
    PostFactory,
    UnitFactory,
)
from motcua.periods.models import since

EVE, DAY = date(2025, 6, 30), date(2025, 7, 1)
SORTS = {sort.slug: sort for sort in differences.SORTS}
ALWAYS, UNTIL = since(date(2020, 1, 1)), since(date(2020, 1, 1), DAY)
pytestmark = pytest.mark.django_db


@pytest.fixture
def two():
    return Two.of(EVE, DAY)


def told(two: Two, slug: str) -> list[tuple[str, str, str, list[str]]]:
    changes = differences.of_sort(SORTS[slug], two, "1")
    return [
        (line.organization.identifier, line.was, line.now, [each.identifier for each in line.heirs])
        for line in changes.lines
    ]


def test_who_came_and_who_went_with_their_successors(two):
    OrganizationFactory(identifier="H49.1", valid_during=ALWAYS)
    old = OrganizationFactory(identifier="H49.2", valid_during=UNTIL)
    new = OrganizationFactory(identifier="H49.3", valid_during=since(DAY))
    Succession.objects.create(
        old=old, new=new, day=DAY, kind=ChangeKind.ABSORB, is_default=True, legal_basis="NQ"
    )

    assert told(two, "moi") == [("H49.3", "", "", [])]
    assert told(two, "ket-thuc") == [("H49.2", "", "", ["H49.3"])]


def test_a_new_name_but_not_a_new_row_of_the_same_name(two):
    one = OrganizationFactory(identifier="H49.1", valid_during=ALWAYS, named="Ban A")
    other = OrganizationFactory(identifier="H49.2", valid_during=ALWAYS, named="Ban B")
    for each, name in ((one, "Ban A mới"), (other, "Ban B")):
        each.names.update(valid_during=UNTIL)
        OrganizationName.objects.create(
            organization=each, full_name=name, sort_key=name, valid_during=since(DAY)
        )

    assert told(two, "doi-ten") == [("H49.1", "Ban A", "Ban A mới", [])]


def test_another_superior_a_first_one_or_none(two):
    up, down = (
        OrganizationFactory(identifier=code, valid_during=ALWAYS, named=f"Cấp {code}")
        for code in ("H49.8", "H49.9")
    )
    moved, first, free, still = (
        OrganizationFactory(identifier=f"H49.{n}", valid_during=ALWAYS) for n in range(1, 5)
    )
    for child, parent, days in (
        (moved, up, UNTIL),
        (moved, down, since(DAY)),
        (first, up, since(DAY)),
        (free, up, UNTIL),
        (still, up, UNTIL),
        (still, up, since(DAY)),
    ):
        Subordination.objects.create(child=child, parent=parent, valid_during=days)

    assert told(two, "chuyen") == [
        ("H49.1", "Cấp H49.8", "Cấp H49.9", []),
        ("H49.2", "", "Cấp H49.8", []),
        ("H49.3", "Cấp H49.8", "", []),
    ]


def test_territory_that_came_or_went(two):
    ward = OrganizationFactory(identifier="H49.1", valid_during=ALWAYS)
    for code, days in (("06886", UNTIL), ("06877", since(DAY)), ("06700", ALWAYS)):
        unit = UnitFactory(code=code, named=f"Nơi {code}", valid_during=days)
        Jurisdiction.objects.create(organization=ward, unit=unit, valid_during=days)

    assert told(two, "dia-ban") == [
        (
            "H49.1",
            "phường Nơi 06700 (06700), phường Nơi 06886 (06886)",
            "phường Nơi 06700 (06700), phường Nơi 06877 (06877)",
            [],
        )
    ]


def test_new_heads_and_those_who_left_but_not_who_was_appointed_again(two):
    post = PostFactory(
        organization=OrganizationFactory(identifier="H49.1", valid_during=ALWAYS),
        is_head=True,
        title="Giám đốc",
    )
    left = AppointmentFactory(post=post, valid_during=UNTIL)
    came = AppointmentFactory(post=post, valid_during=since(DAY))
    again = AppointmentFactory(
        post=PostFactory(
            organization=OrganizationFactory(identifier="H49.2", valid_during=ALWAYS), is_head=True
        ),
        valid_during=UNTIL,
    )
    AppointmentFactory(post=again.post, person=again.person, valid_during=since(DAY))

    assert [now for _code, _was, now, _heirs in told(two, "nguoi-dung-dau-moi")] == [
        f"{came.person.full_name}, Giám đốc"
    ]
    assert [now for _code, _was, now, _heirs in told(two, "nguoi-dung-dau-thoi")] == [
        f"{left.person.full_name}, Giám đốc"
    ]


def test_the_page_counts_all_and_leads_on(client):
    OrganizationFactory(identifier="H49", valid_during=ALWAYS)
    for number in range(12):
        OrganizationFactory(identifier=f"H49.{number}", valid_during=since(DAY))

    html = client.get("/to-chuc/khac-biet/?tu=30/06/2025&den=01/07/2025").content.decode()

    assert "Xem cả 12" in html
    assert "loai=moi" in html
    assert html.count('class="changes__who"') == differences.FIRST_OF_EACH


def test_thousands_are_read_page_by_page(client, monkeypatch):
    OrganizationFactory(identifier="H49", valid_during=ALWAYS)
    monkeypatch.setattr(differences, "ON_A_PAGE", 5)
    for number in range(12):
        OrganizationFactory(identifier=f"H49.{number}", valid_during=since(DAY))

    html = client.get(
        "/to-chuc/khac-biet/?tu=30/06/2025&den=01/07/2025&loai=moi&trang=3"
    ).content.decode()

    assert html.count('class="changes__who"') == 2
    assert "Trang 3 trong 3" in html


def test_days_the_other_way_round_are_put_in_order(client):
    OrganizationFactory(identifier="H49.1", valid_during=since(DAY))
    OrganizationFactory(identifier="H49.2", valid_during=UNTIL)

    html = client.get("/to-chuc/khac-biet/?tu=01/07/2025&den=30/06/2025").content.decode()

    assert html.index("Thành lập mới") < html.index("H49.1")
    assert "30/06/2025 và 01/07/2025" in html


@pytest.mark.parametrize("days", ["tu=1&den=2", "tu=&den=", "tu=\0&loai=x&trang=-9"])
def test_nonsense_gets_a_page_and_a_sentence(client, days):
    assert client.get(f"/to-chuc/khac-biet/?{days}").status_code == 200


def test_it_takes_the_same_queries_however_much_changed(client, django_assert_max_num_queries):
    for number in range(4):
        OrganizationFactory(identifier=f"H49.{number}", valid_during=since(DAY))
        old = OrganizationFactory(identifier=f"H49.1{number}", valid_during=UNTIL)
        AppointmentFactory(post__organization=old, post__is_head=True, valid_during=UNTIL)

    with django_assert_max_num_queries(24):
        client.get("/to-chuc/khac-biet/?tu=30/06/2025&den=01/07/2025")
