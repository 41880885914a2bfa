"""Of which pieces is a foreign page made, and is everything that runs left out?"""

import time

import pytest

from motcua.news.importing import bodies, harmless
from motcua.news.importing.stories import (
    FoundPicture,
    Gallery,
    Heading,
    Mention,
    Paper,
    Paragraphs,
    Quotation,
    Recording,
    Story,
    Table,
    Trouble,
)


def read(html):
    return bodies.pieces(harmless.cleaned(html))


def problems(html):
    story = Story("x")
    harmless.body_of(harmless.BeautifulSoup(html, "html.parser"), story)
    return [(problem.trouble, problem.about) for problem in story.problems]


def test_paragraphs_and_lists_that_stand_together_are_one_piece():
    assert read("<p>Một <strong>hai</strong></p><ul><li>ba</li><li>bốn</li></ul>") == [
        Paragraphs("<p>Một <b>hai</b></p><ul><li>ba</li><li>bốn</li></ul>")
    ]


def test_words_between_blocks_are_kept():
    found = read("Đầu<h2>Mục</h2>giữa <em>nghiêng</em><table><tr><td>1</td></tr></table>cuối")

    assert found[0] == Paragraphs("<p>Đầu</p>")
    assert found[1] == Heading("Mục", "h2")
    assert found[2] == Paragraphs("<p>giữa <i>nghiêng</i></p>")
    assert found[4] == Paragraphs("<p>cuối</p>")


def test_a_figure_is_a_picture_with_caption_and_credit():
    caption = "<figcaption>Sáng nay. <cite>Ảnh: Hạnh</cite></figcaption>"
    html = f'<figure><img src="a.jpg" alt="Bến tàu">{caption}</figure>'

    assert read(html) == [FoundPicture("a.jpg", "Bến tàu", "Sáng nay.", "Ảnh: Hạnh")]


def test_a_picture_inside_a_paragraph_follows_its_words():
    assert read('<p>Xem <img src="a.jpg" alt="Ảnh"> này</p>') == [
        Paragraphs("<p>Xem này</p>"),
        FoundPicture("a.jpg", "Ảnh"),
    ]


def test_several_pictures_of_a_gallery_stay_together():
    first = '<figure><img src="a.jpg"></figure>'
    second = '<figure><img src="b.jpg"><figcaption>B</figcaption></figure>'
    html = f'<div class="gallery" title="Chợ">{first}{second}</div>'

    assert read(html) == [
        Gallery("Chợ", (FoundPicture("a.jpg"), FoundPicture("b.jpg", caption="B")))
    ]


def test_a_quotation_has_a_speaker_and_a_post():
    footer = "<footer>— Bà A (tên ví dụ), Giám đốc, Trung tâm</footer>"
    html = f"<blockquote><p>Lời.</p>{footer}</blockquote>"

    assert read(html) == [Quotation("Lời.", "Bà A (tên ví dụ)", "Giám đốc, Trung tâm")]


def test_words_set_apart_by_nobody_stay_words():
    assert read("<blockquote>Lời &amp; ý</blockquote>") == [Paragraphs("<p><i>Lời &amp; ý</i></p>")]


def test_a_table_has_a_head_and_rows_of_one_length():
    html = """<table><caption>Số liệu</caption><tr><th>Nơi</th><th>Nhận</th></tr>
    <tr><th>A</th><td>1</td></tr><tr><th>B</th></tr></table>"""

    assert read(html) == [Table("Số liệu", ("Nơi", "Nhận"), (("A", "1"), ("B", "")), True)]


def test_a_recording_has_its_words():
    words = '<div class="transcript"><p>Một.</p><p>Hai.</p></div>'
    html = f'<video src="a.mp4" title="Phim" poster="a.jpg">{words}</video>'

    assert read(html) == [Recording("a.mp4", "Phim", "Một.\n\nHai.", "a.jpg")]


@pytest.mark.parametrize(
    ("address", "piece"),
    [
        ("/dich-vu-cong/1.001193/", Mention("procedure", "1.001193")),
        ("https://x.example/en/to-chuc/H49.61", Mention("organization", "H49.61")),
        ("tai-lieu/a.PDF?v=2", Paper("tai-lieu/a.PDF?v=2", "Xem")),
    ],
)
def test_a_paragraph_that_is_only_a_link_may_be_more(address, piece):
    assert read(f'<p><a href="{address}">Xem</a></p>') == [piece]


# --- Hostile ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<p><img src=x onerror=alert(1)></p>",
        '<p><a href="javascript:alert(1)">x</a></p>',
        '<p><a href="java&#9;script:alert(1)">x</a></p>',
        '<p><a href="data:text/html;base64,PHNjcmlwdD4=">x</a></p>',
        "<svg><script>alert(1)</script></svg>",
        "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
        '<iframe src="https://x.example"></iframe>',
        '<p style="background:url(javascript:alert(1))">x</p>',
        '<object data="x.swf"></object><embed src="x.swf">',
        '<form action="https://x.example"><input name="q"></form>',
        '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
    ],
)
def test_nothing_that_runs_gets_through(html):
    said = " ".join(getattr(piece, "html", "") for piece in read(html))

    for running in ("script", "onerror", 'alert(1)"', "iframe", "style", "data:", "<img", "<svg"):
        assert running not in said.replace("alert(1)", "")


def test_what_was_taken_out_is_said():
    found = problems('<p onclick="x()">a</p><script>x</script><a href=" jAvascript:x">b</a>')

    assert found == [
        (Trouble.SCRIPT_REMOVED, "<script>"),
        (Trouble.SCRIPT_REMOVED, "onclick"),
        (Trouble.SCRIPT_REMOVED, "href"),
    ]


@pytest.mark.parametrize("element", ["div", "blockquote", "span", "ul", "b"])
@pytest.mark.parametrize("depth", [300, 20_000])
def test_elements_inside_elements_without_end_take_no_time(element, depth):
    began = time.monotonic()
    story = Story("x")
    html = f"<{element}>" * depth + "<p>Lời</p>"

    body = harmless.body_of(harmless.BeautifulSoup(html, "html.parser"), story)
    bodies.pieces(body)

    assert time.monotonic() - began < 5
    if depth > harmless.TOO_DEEP:
        assert [problem.trouble for problem in story.problems] == [Trouble.UNREADABLE]


def test_an_unclosed_page_is_read_as_a_browser_reads_it():
    assert read("<p>Một<p>Hai<b>đậm<p>Ba</i>") == [
        Paragraphs("<p>Một</p><p>Hai<b>đậm</b></p><p><b>Ba</b></p>")
    ]
