import re
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from motcua.ui import charts
from motcua.ui.charts import Point, Row
from motcua.ui.scales import scale_for

SVG = "{http://www.w3.org/2000/svg}"


def drawings(html):
    """The chart, narrow and wide, as a browser's parser would read it: well formed."""
    found = re.findall(r"<svg.*?</svg>", html, re.DOTALL)
    assert len(found) == 2
    return [ElementTree.fromstring(each) for each in found]


def drawing(html):
    """The narrow one."""
    return drawings(html)[0]


@pytest.fixture
def share():
    values = [95.1, 95.8, 94.2, None, 96.4, 96.8]
    return [Point(str(month), value) for month, value in enumerate(values, 1)]


def test_a_line_says_in_words_what_it_shows(share):
    html = charts.line(share, title="Đúng hạn theo tháng", unit="%", decimals=1)

    svg = drawing(html)
    assert svg.get("role") == "img"
    assert svg.findtext("title") == "Đúng hạn theo tháng"
    assert svg.findtext("desc") == (
        "Từ 95,1% (1) đến 96,8% (6); thấp nhất 94,2% (3), cao nhất 96,8% (6)."
    )


def test_a_month_without_value_leaves_a_gap(share):
    html = charts.line(share, title="Đúng hạn", unit="%")

    strokes = drawing(html).findall("polyline")
    assert [len(stroke.get("points").split()) for stroke in strokes] == [3, 2]


def test_an_axis_that_does_not_begin_at_zero_says_so(share):
    assert "Trục đứng bắt đầu từ 94%" in charts.line(share, title="Đúng hạn", unit="%")
    assert "Trục đứng" not in charts.line([Point("1", 30), Point("2", 7)], title="Lượt")


def test_numbers_of_a_drawing_are_never_written_for_readers(share):
    with translation.override("vi"):
        svg = drawing(charts.line(share, title="Đúng hạn", unit="%", decimals=1))

    for circle in svg.findall("circle"):
        assert 0 <= float(circle.get("cx")) <= 480
        assert 0 <= float(circle.get("cy")) <= 270


def test_a_line_without_values_is_a_chart_all_the_same():
    html = charts.line([], title="Đúng hạn", unit="%")

    assert "Chưa có số liệu." in html


def test_many_points_do_not_write_over_each_other():
    points = [Point(str(day), day) for day in range(60)]

    svg = drawing(charts.line(points, title="Lượt truy cập"))

    named = [text.text for text in svg.findall("text") if text.get("y") == "262"]
    assert len(named) <= charts.LABELS_AT_MOST
    assert named[-1] == "59"


def test_a_bar_is_made_of_its_parts_and_has_its_numbers_beside():
    rows = [Row("Sở Y tế", (50, 30, 20), "/tinh-hinh-xu-ly/H49.11/", ("20,0%", "20"))]

    html = charts.bars(
        rows,
        title="Kết quả theo cơ quan",
        parts=("Sớm hạn", "Đúng hạn", "Quá hạn"),
        heads=("Cơ quan", "Trên 100 hồ sơ", "Quá hạn", "Hồ sơ"),
    )

    widths = re.findall(r'<rect class="c\d" x="([\d.]+)" width="([\d.]+)" height="10"', html)
    assert widths == [("0.00", "50.00"), ("50.00", "30.00"), ("80.00", "20.00")]
    assert html.count("url(#") == 4, "the second and third part have a pattern, in the legend too"
    assert '<td class="n" data-h="Quá hạn">20,0%</td>' in html
    assert '<a href="/tinh-hinh-xu-ly/H49.11/">Sở Y tế</a>' in html


def test_bars_of_counts_share_one_scale():
    rows = [Row("a", (10,)), Row("b", (5,)), Row("c", (0,))]

    html = charts.bars(rows, title="Lượt", parts=("Lượt",), heads=("Trang", ""), of_whole=False)

    assert re.findall(r'<rect class="c1" x="0.00" width="([\d.]+)"', html) == ["100.00", "50.00"]


def test_a_name_cannot_break_out_of_a_chart():
    hostile = '<script>alert("x")</script>'

    bars = charts.bars([Row(hostile, (1,))], title=hostile, parts=(hostile,), heads=(hostile, ""))
    line = charts.line([Point(hostile, 1.0)], title=hostile)

    assert "<script" not in bars
    assert "<script" not in line


@given(st.lists(st.floats(0, 1e9), max_size=20))
def test_every_count_has_room_on_its_axis(values):
    scale = scale_for(values)

    assert all(0 <= scale.share(value) <= 1 + 1e-9 for value in values)
    assert 1 <= scale.count <= 6


@given(st.lists(st.floats(0, 100), max_size=20))
def test_every_share_has_room_on_its_axis(values):
    scale = scale_for(values, is_percentage=True)

    assert all(-1e-9 <= scale.share(value) <= 1 + 1e-9 for value in values)
    assert scale.steps[-1] == pytest.approx(100)


def test_ninety_days_have_a_line_with_one_spot_and_names_that_do_not_run_into_each_other():
    points = [Point(f"{n:02}/11", n) for n in range(90)]

    for svg in drawings(charts.line(points, title="Lượt truy cập")):
        named = [text for text in svg.findall("text") if text.get("y") == "262"]
        places = [float(text.get("x")) for text in named]
        assert len(svg.findall("circle")) == 1
        assert min(b - a for a, b in pairwise(places)) >= len("01/11") * charts.LETTER


@pytest.mark.parametrize("values", [(9, 9365), (9365, 9), (9365, 9365), (2_465_126, 1, 2_465_126)])
def test_numbers_stand_beside_the_line_and_inside_the_drawing(values):
    html = charts.line([Point(str(at), value) for at, value in enumerate(values)], title="Lượt")

    for svg in drawings(html):
        width = float(svg.get("viewBox").split()[2])
        line = [float(each.split(",")[0]) for each in svg.find("polyline").get("points").split()]
        said = svg.find("text[@class='chart__said']")
        begins = float(said.get("x")) + float(said.get("dx"))
        steps = [text for text in svg.findall("text") if text.get("text-anchor") == "end"]
        room = float(steps[0].get("x")) + float(steps[0].get("dx"))
        assert max(line) < begins <= width - charts.FIGURE * len(said.text)
        assert room >= max(len(text.text) for text in steps) * charts.FIGURE


def test_the_wide_drawing_has_names_of_its_own(share):
    html = charts.line(share, title="Đúng hạn", unit="%")

    names = re.findall(r' id="([^"]+)"', html)
    assert len(set(names)) == len(names) == 4
