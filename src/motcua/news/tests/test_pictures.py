"""Which pictures are taken, and what is kept of them?"""

import io
import struct
import zlib
from collections import namedtuple
from pathlib import Path

import pytest
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.images.forms import get_image_form
from wagtail.models import UploadedFile

from motcua.accounts.tests.sessions import as_officer
from motcua.dossiers.tests.factories import PersonFactory
from motcua.news import actions, pictures, room, shapes
from motcua.news.exceptions import (
    BrokenPicture,
    MovingPictureTooLong,
    NoRoomForFiles,
    NotAPicture,
    PictureTooLarge,
)
from motcua.news.models import Picture

from . import factories, stories

GPS, ORIENTATION, CAMERA = 0x8825, 0x0112, 0x0110
SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'


def photograph(size: tuple[int, int] = (60, 40), *, turned: int = 1) -> bytes:
    """What a telephone sends: with the place, the camera and which way it was held."""
    exif = Image.Exif()
    exif[ORIENTATION], exif[CAMERA] = turned, "Phone of Mrs Lan"
    exif[GPS] = {1: "N", 2: (20.0, 57.0, 3.0), 3: "E", 4: (107.0, 4.0, 48.0)}
    return factories.image(size, exif=exif.tobytes(), comment=b"home address")


def bomb(width: int = 60_000, height: int = 60_000) -> bytes:
    """A PNG of a few bytes that says it is very large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    pixels = zlib.compress(bytes(1000))
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


def film(frames: int) -> bytes:
    out = io.BytesIO()
    first, *rest = [Image.new("P", (2000, 1000), number) for number in range(frames)]
    first.save(out, "GIF", save_all=True, append_images=rest, optimize=False)
    return out.getvalue()


def clean(content: bytes, name: str = "anh.jpg") -> bytes:
    return pictures.clean(io.BytesIO(content), name).read()


def form(content: bytes, name: str) -> object:
    given = {"title": "Ảnh", "description": "Một bức ảnh", "tags": ""}
    asked = get_image_form(Picture)
    return asked(
        given, {"file": SimpleUploadedFile(name, content)}, user=PersonFactory(is_superuser=True)
    )


def test_nothing_of_the_cameras_notes_is_kept():
    kept = clean(photograph())

    assert not Image.open(io.BytesIO(kept)).getexif()
    assert b"Mrs Lan" not in kept
    assert b"home address" not in kept
    assert b"Exif" not in kept


def test_a_picture_stands_upright():
    kept = Image.open(io.BytesIO(clean(photograph((60, 40), turned=6))))

    assert kept.size == (40, 60)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP", "AVIF", "GIF"])
def test_every_format_that_we_take_comes_out_as_itself(format):
    kept = pictures.clean(io.BytesIO(factories.image(format=format)), "Ảnh.Của.Tôi.EXE")

    assert Image.open(kept).format == format
    assert kept.name == f"Ảnh.Của.Tôi.{pictures.FORMATS[format]}"


def test_a_transparent_drawing_stays_transparent():
    out = io.BytesIO()
    Image.new("RGBA", (20, 20), (10, 20, 30, 0)).save(out, "PNG")

    kept = Image.open(io.BytesIO(clean(out.getvalue())))

    assert kept.getpixel((3, 3)) == (10, 20, 30, 0)


def test_an_archive_behind_a_picture_is_gone():
    assert b"evil.html" not in clean(stories.polyglot())


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (SVG, NotAPicture),
        (b"%PDF-1.7", NotAPicture),
        (b"", NotAPicture),
        (b"<html><script>alert(1)</script>", NotAPicture),
        (factories.image((400, 300))[:-700], BrokenPicture),
        (bomb(), PictureTooLarge),
        (bomb(9000, 9000), PictureTooLarge),
        (film(60), MovingPictureTooLong),
    ],
    ids=["svg", "pdf", "empty", "html", "cut", "bomb", "huge", "film"],
)
def test_what_is_no_picture_for_us_is_refused(content, refusal):
    with pytest.raises(refusal):
        clean(content)


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("content", "name", "said"),
    [
        (SVG, "hinh.svg", "không phải ảnh đọc được"),
        (SVG, "hinh.png", "không phải ảnh đọc được"),
        (bomb(9000, 9000), "hinh.png", "quá nhiều điểm ảnh"),
        (factories.image((400, 300))[:-700], "hinh.jpg", "Ảnh bị hỏng"),
    ],
    ids=["svg", "hidden svg", "huge", "cut"],
)
def test_an_editor_reads_why(content, name, said):
    asked = form(content, name)

    assert not asked.is_valid()
    assert said in asked.errors["file"][0]


@pytest.mark.django_db
def test_a_wrong_ending_is_set_right():
    asked = form(factories.image(format="PNG"), "hinh.jpg")

    assert asked.is_valid()
    assert asked.cleaned_data["file"].name == "hinh.png"


@pytest.mark.django_db
def test_an_alternative_text_is_required():
    asked = form(factories.image(), "hinh.jpg")
    asked.data["description"] = ""

    assert "description" in asked.errors


@pytest.mark.django_db
def test_a_full_disk_says_so(monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _folder: usage(100, 99, 1))

    asked = form(factories.image(), "hinh.jpg")

    assert "hết chỗ chứa" in asked.errors["file"][0]
    with pytest.raises(NoRoomForFiles):
        room.check(1)


@pytest.mark.django_db
def test_a_picture_kept_without_a_form_is_clean_too():
    made = Picture.objects.create(
        title="Bến",
        description="Bến tàu",
        file=ContentFile(photograph((60, 40), turned=8), "a.jpg"),
    )

    with made.file.open() as kept:
        assert b"Exif" not in kept.read()
    assert (made.width, made.height) == (40, 60)
    assert made.file_hash


@pytest.mark.django_db
def test_what_pages_show_is_clean_and_never_wider_than_the_picture():
    made = factories.picture((900, 600), file=ContentFile(photograph((900, 600)), "a.jpg"))

    actions.prepare_picture(made)

    specs = {each.filter_spec for each in made.renditions.all()}
    assert "width-800|format-avif" in specs
    assert "width-1344|format-avif" not in specs
    for rendition in made.renditions.all():
        with rendition.file.open() as shown:
            assert not Image.open(shown).getexif()


@pytest.mark.django_db
def test_a_page_offers_three_formats_and_says_how_large():
    made = factories.picture((900, 600))
    actions.prepare_picture(made)

    offer = shapes.offer(made, shapes.WHOLE)

    assert [each.media_type for each in offer.sources] == ["image/avif", "image/webp", "image/jpeg"]
    assert offer.sources[0].srcset.count(",") == 1
    assert (offer.width, offer.height) == (800, 533)


@pytest.mark.django_db
def test_a_new_focal_point_makes_the_old_cuts_count_no_more():
    made = factories.picture((900, 600))
    actions.prepare_picture(made)
    made.focal_point_x = made.focal_point_y = 50
    made.focal_point_width = made.focal_point_height = 20
    made.save()

    made = Picture.objects.get(pk=made.pk)

    assert shapes.offer(made, shapes.COVER).src == made.file.url


@pytest.mark.django_db
def test_a_picture_whose_file_is_lost_breaks_nothing():
    made = factories.picture()
    Path(made.file.path).unlink()

    actions.prepare_picture(Picture.objects.get(pk=made.pk))

    assert not made.renditions.exists()


@pytest.mark.django_db
def test_wagtails_queue_of_uploads_keeps_no_notes_either(client):
    browser = as_officer(client, PersonFactory(is_superuser=True))
    sent = {
        "title": "Bến",
        "files[]": SimpleUploadedFile("ben.jpg", photograph((60, 40), turned=6)),
    }
    browser.post(
        "/bien-tap/images/multiple/add/", sent, headers={"X-Requested-With": "XMLHttpRequest"}
    )
    waiting = UploadedFile.objects.get()
    name = f"uploaded-image-{waiting.pk}"

    browser.post(
        f"/bien-tap/images/multiple/create_from_uploaded_image/{waiting.pk}/",
        {f"{name}-title": "Bến", f"{name}-description": "Bến tàu", f"{name}-tags": ""},
        headers={"X-Requested-With": "XMLHttpRequest"},
    )

    kept = Picture.objects.get()
    with kept.file.open() as file:
        assert b"Exif" not in file.read()
    assert (kept.width, kept.height) == (40, 60)


# --- What telephones and jokers write -----------------------------------------------------------


def one_dot(frames: int) -> bytes:
    """A moving picture of one pixel, twenty-odd bytes for each frame."""
    head = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
    pause = b"\x21\xf9\x04\x00\x01\x00\x00\x00"
    dot = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
    return head + (pause + dot) * frames + b";"


def test_a_telephone_with_two_lenses_takes_one_photograph():
    both = io.BytesIO()
    second = Image.new("RGB", (40, 30), "red")
    Image.new("RGB", (40, 30)).save(both, "MPO", save_all=True, append_images=[second])

    kept = clean(both.getvalue())

    assert Image.open(io.BytesIO(kept)).format == "JPEG"
    assert len(kept) < len(both.getvalue())


def test_many_tiny_frames_are_too_many():
    with pytest.raises(MovingPictureTooLong):
        clean(one_dot(20_000))


def test_a_moving_picture_carries_no_comment():
    moving = io.BytesIO()
    second = Image.new("P", (40, 30), 1)
    Image.new("P", (40, 30)).save(
        moving, "GIF", save_all=True, append_images=[second], comment=b"home address"
    )

    assert b"home address" not in clean(moving.getvalue())


def test_the_printers_colors_lose_the_printers_profile():
    press = io.BytesIO()
    Image.new("CMYK", (40, 30)).save(press, "JPEG", icc_profile=b"for four inks")

    kept = clean(press.getvalue())

    assert Image.open(io.BytesIO(kept)).mode == "RGB"
    assert b"for four inks" not in kept


def test_sixteen_bits_of_gray_become_eight():
    scan = io.BytesIO()
    Image.new("I;16", (40, 30), 32_768).save(scan, "PNG")

    kept = Image.open(io.BytesIO(clean(scan.getvalue())))

    assert (kept.mode, kept.getpixel((0, 0))) == ("L", 128)


@pytest.mark.django_db
@pytest.mark.parametrize("mode", ["I;16", "1", "LA", "P"])
def test_rare_kinds_of_pixels_are_shown_too(mode):
    drawn = io.BytesIO()
    Image.new(mode, (420, 280)).save(drawn, "PNG")
    made = factories.picture(file=ContentFile(drawn.getvalue(), "ban-do.png"))

    actions.prepare_picture(made)

    assert {each.filter_spec for each in made.renditions.all()} >= set(shapes.specs(made))
