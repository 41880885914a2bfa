"""How is the apparatus drawn?"""

import re

import pytest

from motcua.organizations import chart
from motcua.organizations.apparatus import Body
from motcua.organizations.models import Post
from motcua.organizations.tests.factories import AppointmentFactory, OrganizationFactory

pytestmark = pytest.mark.django_db


def body(number: int, *, name: str = "", kind: str = "department") -> Body:
    return Body(number, f"H49.{number}", name or f"Sở số {number}", kind, 1)


def overlap(one: chart.Box, other: chart.Box) -> bool:
    return not (
        one.x + one.width <= other.x
        or other.x + other.width <= one.x
        or one.bottom <= other.y
        or other.bottom <= one.y
    )


@pytest.mark.parametrize("count", [0, 1, 15, 54, 171, 400])
def test_no_box_lies_on_another_or_outside(count):
    top = body(1, name="Ủy ban nhân dân tỉnh", kind="committee")
    top.below = [body(n, kind="commune" if n % 3 else "department") for n in range(2, count + 2)]

    drawn = chart.drawn(top, {})

    boxes = [drawn.top, *(box for column in drawn.columns for box in column.boxes)]
    assert len(boxes) - 1 + drawn.hidden == count
    assert all(box.x + box.width <= drawn.width and box.bottom <= drawn.height for box in boxes)
    assert not any(overlap(a, b) for n, a in enumerate(boxes) for b in boxes[n + 1 :])


def test_a_long_name_is_broken_between_words_and_then_cut():
    lines = list(chart.broken("Trung tâm " * 20, 27))

    assert len(lines) == chart.LINES_AT_MOST
    assert all(len(line) <= 29 for line in lines)
    assert lines[-1].endswith("…")


def test_a_box_grows_with_its_name_and_who_leads():
    short, long = body(1, name="Sở Y tế"), body(2, name="Sở " + "Nông nghiệp và Môi trường " * 3)
    top = body(3)
    top.below = [short, long]

    first, second = chart.drawn(top, {1: "Đỗ Hồng Quân"}).columns[0].boxes

    assert (first.head, second.head) == ("Đỗ Hồng Quân", "")
    assert second.height > first.height - chart.LINE


@pytest.fixture
def office():
    committee = OrganizationFactory(
        identifier="H49", kind="committee", named="Ủy ban nhân dân tỉnh"
    )
    office = OrganizationFactory(
        identifier="H49.01", kind="department", named="Văn phòng", under=committee
    )
    OrganizationFactory(identifier="H49.01.01", kind="division", named="Phòng Một", under=office)
    AppointmentFactory(
        post__organization=office,
        post__is_head=True,
        post__rank=Post.Rank.HEAD,
        person__full_name="Lý Bá Khang",
    )
    return office


def test_the_chart_names_who_leads_and_leads_to_each_part(client, office):
    html = client.get("/to-chuc/so-do/").content.decode()

    box = html.partition('<a href="/to-chuc/H49.01/">')[2].partition("</a>")[0]
    assert "Văn phòng</text>" in box
    assert "Lý Bá Khang</text>" in box
    assert "/to-chuc/so-do/?goc=H49.01" in html
    assert "H49.01.01" not in html


def test_a_part_alone_with_the_way_back(client, office):
    html = client.get("/to-chuc/so-do/?goc=h49.01&co=200").content.decode()

    assert "Phòng Một" in html
    assert "/to-chuc/so-do/?goc=H49" in html


def test_numbers_in_the_drawing_are_written_for_machines(client, office):
    for number in range(2, 60):
        OrganizationFactory(identifier=f"H49.X{number}", kind="department", under=office)

    html = client.get("/to-chuc/so-do/?goc=H49.01&co=200").content.decode()

    (width,) = re.findall(r'class="orgchart" viewBox="[\d ]+" width="(\d+)"', html)
    assert int(width) > 999


def test_the_chart_takes_the_same_queries_however_large(
    client, office, django_assert_max_num_queries
):
    for number in range(4):
        OrganizationFactory(identifier=f"H49.01.X{number}", under=office)
    client.get("/to-chuc/so-do/")

    with django_assert_max_num_queries(6):
        client.get("/to-chuc/so-do/?goc=H49.01")
