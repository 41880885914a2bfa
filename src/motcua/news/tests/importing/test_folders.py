"""What does a file of the folder say about itself?"""

from datetime import UTC, datetime

import pytest

from motcua.news.importing import days, folders
from motcua.news.importing.files import Folder
from motcua.news.importing.stories import FoundPicture, Paragraphs, Trouble
from motcua.periods.clock import VIETNAM

from .pages import LINKED, META, page


@pytest.fixture
def one(tmp_path):
    def read(text):
        path = tmp_path / "a.html"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        (story,) = folders.stories(tmp_path)
        return story

    return read


def troubles(story):
    return [problem.trouble for problem in story.problems]


def test_a_page_says_title_lead_author_day_heading_tags_and_address(one):
    story = one(page())

    assert story.title == "Nộp hồ sơ ở đâu cũng được"
    assert story.lead == "Từ ngày 1/12 nơi nào cũng nhận."
    assert story.byline == "Thu Hạnh"
    assert story.published_at == datetime(2024, 5, 6, 0, 8, tzinfo=UTC)
    assert story.category == "Cải cách hành chính"
    assert story.tags == ("một cửa", "phi địa giới")
    assert story.address == "https://bao-cu.example/tin/nop-ho-so-123.html"
    assert story.body == [Paragraphs("<p>Một đoạn.</p>")]
    assert story.problems == []


def test_linked_data_goes_before_everything_else(one):
    story = one(page(head=META + LINKED))

    assert story.title == "Từ JSON-LD"
    assert story.byline == "Minh Khôi"
    assert story.category == "Đời sống"
    assert story.published_at == datetime(2023, 2, 1, 8, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    "broken", ["{", "[" * 5000, "null", '"x"', '{"@type": 3}', '{"@graph": 1}']
)
def test_broken_linked_data_is_passed_over(one, broken):
    head = f'{META}<script type="application/ld+json">{broken}</script>'

    assert one(page(head=head)).title == "Nộp hồ sơ ở đâu cũng được"


def test_heading_and_time_serve_where_the_head_is_bare(one):
    story = one(
        page(
            "<h1>Tên bài</h1><time datetime='2021-01-02'>2/1</time><p>Lời.</p><p>Hai.</p>", head=""
        )
    )

    assert story.title == "Tên bài"
    assert story.lead == "Lời."
    assert story.body[-1] == Paragraphs("<p>Hai.</p>")
    assert story.published_at == datetime(2021, 1, 2, 8, tzinfo=VIETNAM)


def test_the_lead_is_not_said_twice(one):
    story = one(page("<p>Từ ngày 1/12 nơi nào cũng nhận.</p><p>Hai.</p>"))

    assert story.body == [Paragraphs("<p>Hai.</p>")]


def test_the_cover_is_not_shown_twice(one):
    cover = '<meta property="og:image" content="a.jpg">'
    story = one(page('<img src="a.jpg"><p>Lời.</p>', head=META + cover))

    assert story.cover == FoundPicture("a.jpg")
    assert list(story.pictures()) == []


def test_navigation_is_no_part_of_it(one):
    assert "Trang chủ" not in str(one(page()).body)


def test_an_empty_file_is_kept_out(one):
    story = one("")

    assert troubles(story) == [Trouble.NO_TITLE, Trouble.NO_TEXT]
    assert story.is_kept_out


def test_bytes_that_are_no_text_are_reported(one):
    story = one(page("<p>Lời \ufffd hỏng</p>"))

    assert Trouble.BROKEN_HTML in troubles(story)


def test_binary_rubbish_stops_nothing(one):
    assert one(bytes(range(256)) * 50).is_kept_out


def test_a_file_too_large_is_kept_out(one):
    assert troubles(one(b"<p>" + b"x" * 1_000_001)) == [Trouble.UNREADABLE]


def test_a_folder_named_like_a_page_is_passed_over(tmp_path):
    (tmp_path / "a.html").mkdir()

    assert list(folders.stories(tmp_path)) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2024-05-06T07:08:00Z", datetime(2024, 5, 6, 7, 8, tzinfo=UTC)),
        ("06/05/2024 07:08", datetime(2024, 5, 6, 7, 8, tzinfo=VIETNAM)),
        ("6/5/2024", datetime(2024, 5, 6, 8, tzinfo=VIETNAM)),
        ("0000-00-00 00:00:00", None),
        ("0001-01-01", None),
        ("hôm qua", None),
        ("", None),
        ("9" * 5000, None),
    ],
)
def test_days_as_other_sites_write_them(text, found):
    assert days.moment(text) == found


# --- Files stay inside -----------------------------------------------------------------------


@pytest.fixture
def folder(tmp_path):
    inside = tmp_path / "site"
    (inside / "2024" / "05").mkdir(parents=True)
    (inside / "2024" / "05" / "a.jpg").write_text("ảnh")
    (tmp_path / "secret.txt").write_text("mật")
    (inside / "link.jpg").symlink_to(tmp_path / "secret.txt")
    return Folder(inside)


@pytest.mark.parametrize(
    "address",
    [
        "https://wp.example/wp-content/uploads/2024/05/a.jpg",
        "https://wp.example/wp-content/uploads/2024/05/a-300x200.jpg?w=3",
        "/2024/05/a.jpg",
        "../2024/05/a.jpg",
        "a%2Ejpg",
    ],
)
def test_a_file_is_found_by_the_end_of_its_address(folder, address):
    found = folder.find(address, page="2024/05/bai.html")

    assert found is not None
    assert found.name == "a.jpg"


@pytest.mark.parametrize(
    "address",
    [
        "../secret.txt",
        "..%2fsecret.txt",
        "../../../../../../etc/passwd",
        "/etc/passwd",
        "file:///etc/passwd",
        "link.jpg",
        "2024",
        "",
        "a\x00.jpg",
        "\\\\server\\a.jpg",
        "x" * 5000,
    ],
)
def test_nothing_outside_is_found(folder, address):
    assert folder.find(address, page="bai.html") is None
