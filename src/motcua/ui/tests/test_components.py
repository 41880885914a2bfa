"""Components that several rooms include."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from django.core.paginator import Paginator
from django.template.loader import render_to_string


@dataclass
class Step:
    """A day of an explanation, as ``worktime`` gives it."""

    day: date
    counted: int | None
    reason: str


def days(count: int) -> list[Step]:
    first = date(2026, 11, 19)
    return [Step(first + timedelta(n), n or None, f"lý do {n}") for n in range(count)]


def test_the_strip_names_each_day_its_count_and_the_due_hour():
    due = datetime(2026, 11, 21, 10, 0, tzinfo=UTC)

    page = render_to_string("ui/components/days.html", {"days": days(3), "due": due})

    assert "thứ Năm" in page
    assert "19/11" in page
    assert "Ngày 2" in page
    assert "Hẹn trả, trước 17:00" in page


def test_a_long_strip_is_opened_by_hand():
    assert "<details" not in render_to_string("ui/components/days.html", {"days": days(18)})
    assert "(30 ngày)" in render_to_string("ui/components/days.html", {"days": days(30)})


def test_the_line_of_doors_says_where_one_stands():
    steps = [
        {"title": "Nộp", "kind": "done"},
        {"title": "Đang xử lý", "place": "UBND phường", "kind": "now"},
        {"title": "Trả kết quả", "kind": "next"},
    ]

    page = render_to_string("ui/components/line.html", {"steps": steps})

    assert page.count('aria-current="step"') == 1
    assert page.index('aria-current="step"') < page.index("Đang xử lý") < page.index("next")


def test_turning_pages_keeps_the_question(rf):
    page = Paginator(range(50), 20).page(2)
    request = rf.get("/dich-vu-cong/", {"q": "khai sinh", "trang": 2})

    links = render_to_string("ui/components/pagination.html", {"page": page}, request)

    assert 'href="?q=khai+sinh&amp;trang=1"' in links
    assert 'href="?q=khai+sinh&amp;trang=3"' in links
    assert "Trang 2 trong 3" in links


def test_one_page_needs_no_turning(rf):
    page = Paginator(range(5), 20).page(1)

    links = render_to_string("ui/components/pagination.html", {"page": page}, rf.get("/"))

    assert links.strip() == ""
