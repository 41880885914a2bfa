"""The first page of a paper is drawn apart, upright, without what a telephone notes."""

import io
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from motcua.filekeeping import actions, drawing, exceptions, media_types
from motcua.filekeeping.models import Rendition, StoredFile

from . import contents

pytestmark = pytest.mark.django_db


def photographed_sideways() -> bytes:
    notes = Image.Exif()
    notes[0x0112] = 6  # to be turned
    notes[0x0110] = "Phone of Mrs Lan"
    return contents.drawn(size=(80, 40), exif=notes.tobytes())


def kept_and_drawn(content: bytes, **how) -> StoredFile:
    kept = StoredFile.keep(io.BytesIO(content), accepted=media_types.SCANS, **how)
    actions.draw(kept.pk)
    return StoredFile.objects.with_renditions().get(pk=kept.pk)


def test_a_page_and_a_picture_are_drawn_small_and_large():
    kept = kept_and_drawn(contents.page())

    small, large = kept.rendition("small"), kept.rendition("large")
    assert max(small.width, small.height) == drawing.SMALL_SIDE
    assert 1000 < max(large.width, large.height) <= drawing.LARGEST_SIDE
    assert not kept.was_unreadable


def test_a_first_page_with_nothing_on_it_is_noticed():
    written = drawn_on("Giấy chứng sinh")

    assert kept_and_drawn(contents.page()).shows_nothing
    assert not kept_and_drawn(written).shows_nothing


def drawn_on(words: str) -> bytes:
    """A page with a few words in its corner."""
    written, sheet = io.BytesIO(), Image.new("RGB", (420, 595), "white")
    ImageDraw.Draw(sheet).text((20, 20), words, fill="black")
    sheet.save(written, "PDF")
    return written.getvalue()


def test_a_picture_stands_upright_and_says_nothing_of_its_camera():
    kept = kept_and_drawn(photographed_sideways())

    large = kept.rendition("large")
    assert (large.width, large.height) == (40, 80)
    with large.file.open() as stream:
        assert b"Lan" not in stream.read()


def test_a_telephones_own_picture_is_kept_as_it_is_and_drawn_for_everybody():
    content = (Path(__file__).parent / "upright.heic").read_bytes()

    kept = kept_and_drawn(content)

    large = kept.rendition("large")
    assert kept.media_type == media_types.HEIC
    assert (large.file.media_type, large.width, large.height) == (media_types.JPEG, 64, 96)
    with kept.open() as stream:
        assert stream.read() == content


def test_what_looks_whole_and_cannot_be_read_is_remembered_as_such():
    kept = kept_and_drawn(contents.PDF)  # a PDF without a page

    assert kept.was_unreadable
    assert kept.is_open


@pytest.mark.parametrize(
    "content", [contents.png_that_says(9000, 9000), b"%PDF-1.4", b"\x00\x00\x00\x18ftypheic"]
)
def test_what_cannot_be_drawn_takes_nothing_with_it(content):
    with pytest.raises(drawing.NotDrawn):
        drawing.drawn(io.BytesIO(content), "image/png", side=100, pixels=64_000_000)


def test_drawing_twice_makes_one_of_each():
    kept = kept_and_drawn(contents.JPEG)

    actions.draw(kept.pk)

    assert Rendition.objects.filter(original=kept).count() == 2


def test_what_was_drawn_goes_with_its_original():
    kept = kept_and_drawn(contents.page())
    StoredFile.objects.update(kept_at="2020-01-01T00:00Z")

    assert [actions.clean_orphans(), actions.clean_orphans()] == [1, 2]

    assert not StoredFile.objects.exists()
    with pytest.raises(exceptions.FileLost):
        kept.open()
