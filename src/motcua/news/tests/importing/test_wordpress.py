"""What does a WordPress export hold, and what if it means harm?"""

import time
import tracemalloc
from datetime import UTC, datetime

import pytest

from motcua.news.importing import wordpress
from motcua.news.importing.stories import FoundPicture, Gallery, Paragraphs, Trouble

from .pages import PICTURE, export, item


def read(folder, *items, **more):
    return list(wordpress.stories(export(folder, *items, **more)))


def test_a_post_brings_its_facts(tmp_path):
    (story,) = read(tmp_path, item(7, title="Tin &amp; bài"))

    assert story.key == "7"
    assert story.title == "Tin & bài"
    assert story.byline == "Thu Hạnh"
    assert story.category == "Cải cách hành chính"
    assert story.tags == ("một cửa",)
    assert story.lead == "Sapo của bài."
    assert story.address == "https://wp.example/?p=7"
    assert story.published_at == datetime(2022, 3, 3, 22, 6, 7, tzinfo=UTC)


def test_pages_drafts_and_secrets_are_kept_out_with_the_reason(tmp_path):
    found = read(
        tmp_path,
        item(1, kind="page"),
        item(2, status="draft"),
        item(3, more="<wp:post_password>x</wp:post_password>"),
        item(4),
    )

    reasons = [[problem.about for problem in story.problems] for story in found]
    assert reasons == [["page"], ["draft"], ["post_password"], []]
    assert [story.is_kept_out for story in found] == [True, True, True, False]


def test_the_cover_is_found_wherever_it_stands_in_the_file(tmp_path):
    meta = (
        "<wp:postmeta><wp:meta_key>_thumbnail_id</wp:meta_key>"
        "<wp:meta_value>77</wp:meta_value></wp:postmeta>"
    )

    (story,) = read(tmp_path, item(1, more=meta), PICTURE)

    assert story.cover == FoundPicture(
        "https://wp.example/wp-content/uploads/2022/03/ben.jpg", "Bến tàu buổi sáng", "Bến tàu"
    )


def test_galleries_and_captions_are_written_out_and_other_shortcodes_reported(tmp_path):
    body = """Đoạn một
cùng đoạn.

[caption id="a" width="3"]<img src="a.jpg" alt="A"/> Chú thích[/caption]

[gallery columns="2" ids="77, 77"]

[contact-form-7 id="3"]Hết."""

    (story,) = read(tmp_path, item(1, body), PICTURE)

    first, picture, gallery, last = story.body
    assert first == Paragraphs("<p>Đoạn một<br/>cùng đoạn.</p>")
    assert picture == FoundPicture("a.jpg", "A", "Chú thích")
    assert isinstance(gallery, Gallery)
    assert last == Paragraphs("<p>Hết.</p>")
    assert [problem.about for problem in story.problems] == ["[contact-form-7]"]


def test_a_day_that_wordpress_does_not_know_comes_from_the_other_one(tmp_path):
    (story,) = read(tmp_path, item(1, date="0000-00-00 00:00:00"))

    assert story.published_at == datetime(2022, 3, 3, 22, 6, 7, tzinfo=UTC)


# --- Hostile ---------------------------------------------------------------------------------

LAUGHS = "".join(
    f'<!ENTITY l{number} "{"&l" + str(number - 1) + ";" if number else "ha"}'
    f'{"&l" + str(number - 1) + ";" if number else "ha"}">'
    for number in range(40)
)


@pytest.mark.parametrize(
    ("head", "word"),
    [
        (f"<!DOCTYPE rss [{LAUGHS}]>", "&l39;"),
        ('<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]>', "&x;"),
        ('<!DOCTYPE rss SYSTEM "http://127.0.0.1/x.dtd">', "x"),
        ('<!DOCTYPE rss [<!ENTITY % p SYSTEM "http://127.0.0.1/x"> %p;]>', "x"),
    ],
    ids=["laughs", "file", "remote type", "parameter entity"],
)
def test_entities_and_document_types_are_refused(tmp_path, head, word):
    (story,) = read(tmp_path, item(1, title=word), head=head)

    assert [problem.trouble for problem in story.problems] == [Trouble.UNREADABLE]
    assert "root:" not in str(story)


@pytest.mark.parametrize(
    "unclosed",
    ["[caption]", "[gallery", "[gallery ids=", "[tin ", "[caption]<img"],
)
def test_a_flood_of_unclosed_marks_takes_a_moment(tmp_path, unclosed):
    begun = time.perf_counter()

    read(tmp_path, item(1, unclosed * 20_000))

    assert time.perf_counter() - begun < 8  # it took minutes, growing by the square


def test_a_gallery_of_no_pictures_is_an_unknown_mark(tmp_path):
    (story,) = read(tmp_path, item(1, "[gallery columns=3] Lời."))

    assert [problem.about for problem in story.problems] == ["[gallery]"]


def test_a_file_that_ends_in_the_middle_gives_what_stands_before(tmp_path):
    whole = export(tmp_path, item(1), item(2))
    whole.write_text(whole.read_text().replace("</channel></rss>", "<item><title>"))

    found = list(wordpress.stories(whole))

    assert [problem.trouble for problem in found[-1].problems] == [Trouble.UNREADABLE]


def test_a_file_that_is_no_xml_says_so(tmp_path):
    path = tmp_path / "x.xml"
    path.write_bytes(b"\x00PK\x03\x04 not xml")

    (story,) = wordpress.stories(path)

    assert story.is_kept_out


def test_memory_stays_flat_however_many_posts_there_are(tmp_path):
    few, many = needed_for(tmp_path, posts=20), needed_for(tmp_path, posts=120)

    assert many < 1.5 * few


def needed_for(folder, *, posts):
    """Bytes at most while a file of so many posts of 20 KB is read."""
    body = "<p>" + "x" * 20_000 + "</p>"
    path = export(folder, *(item(number, body) for number in range(posts)))
    tracemalloc.start()
    count = sum(1 for _story in wordpress.stories(path))
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert count == posts
    return most
