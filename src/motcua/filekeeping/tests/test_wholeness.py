"""What deceives or is broken is refused, each with its reason; what people truly have is kept."""

import io
import struct

import pi_heif
import pytest

from motcua.filekeeping import exceptions, files, media_types, wholeness

from . import contents
from .contents import JPEG, PDF, PNG


def box(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body) + 8) + name + body


def heic(width: int = 4032, height: int = 3024) -> bytes:
    """Boxes as a telephone writes them, around a picture that nobody can draw."""
    ispe = box(b"ispe", struct.pack(">III", 0, width, height))
    meta = box(b"meta", bytes(4) + box(b"iprp", box(b"ipco", ispe)))
    return box(b"ftyp", b"heic\0\0\0\0mif1heic") + meta + box(b"mdat", b"x" * 40)


def checked(content: bytes) -> files.Checked:
    return files.checked(io.BytesIO(content), media_types.SCANS)


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (PDF, media_types.PDF),
        (contents.page(), media_types.PDF),
        (PDF + b"\r\n\0\0", media_types.PDF),
        (JPEG, media_types.JPEG),
        (JPEG + b"film of a telephone", media_types.JPEG),
        (PNG, media_types.PNG),
        (heic(), media_types.HEIC),
    ],
    ids=["pdf", "page", "padded pdf", "jpeg", "jpeg with film", "png", "heic"],
)
def test_what_people_have_is_kept(content, media_type):
    assert checked(content).media_type == media_type


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"", exceptions.FileEmpty),
        (PDF[:-9], exceptions.BrokenFile),
        (heic()[:-9], exceptions.BrokenFile),
        (contents.png_that_says(0, 0), exceptions.BrokenFile),
        (PDF + contents.archive(), exceptions.MixedFile),
        (PDF[:-7] + contents.archive() + b"\n%%EOF\n", exceptions.MixedFile),
        (JPEG + contents.archive(), exceptions.MixedFile),
        (PDF.replace(b"1 0 obj", b"<html><script>alert(1)</script> 1 0 obj"), exceptions.MixedFile),
        (PDF + b"MZ program", exceptions.MixedFile),
        (contents.drawn(comment=b"<?php system($_GET[0]); ?>"), exceptions.MixedFile),
        (contents.png_that_says(60_000, 60_000), exceptions.TooManyPixels),
        (heic(60_000, 60_000), exceptions.TooManyPixels),
        (b"MZ\x90\x00" + bytes(60), exceptions.WrongType),
        (b"\x00\x00\x00\x18ftypisom" + bytes(60), exceptions.WrongType),
    ],
    ids=[
        "empty",
        "pdf cut",
        "heic cut",
        "picture of nothing",
        "pdf and zip",
        "zip within a pdf's end",
        "jpeg and zip",
        "pdf and page",
        "pdf and program",
        "jpeg and script",
        "png bomb",
        "heic bomb",
        "program",
        "film",
    ],
)
def test_what_deceives_or_is_broken_is_refused(content, refusal):
    with pytest.raises(refusal):
        checked(content)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"MZ\x90\x00", "chương trình máy tính"),
        (contents.archive(), "Word, Excel hoặc tệp nén"),
        (b"GIF89a", "ảnh GIF"),
        (b"<html><script>", "trang web"),
        (b"hello there", "không phải là PDF"),
    ],
)
def test_a_refusal_names_what_it_is_instead(content, words):
    with pytest.raises(exceptions.WrongType, match=words):
        checked(content)


def test_twenty_megabytes_are_refused_before_anything_is_read_of_them(settings):
    with pytest.raises(exceptions.FileTooBig, match="10"):
        checked(PDF + bytes(20 * 1024 * 1024))


def test_the_size_is_told_without_drawing():
    assert wholeness.pixels(io.BytesIO(contents.drawn(size=(80, 60))), media_types.JPEG) == 4800
    assert wholeness.pixels(io.BytesIO(contents.drawn("PNG", (70, 10))), media_types.PNG) == 700
    assert wholeness.pixels(io.BytesIO(heic(40, 30)), media_types.HEIC) == 1200


def test_a_pdf_that_only_speaks_of_encryption_is_kept():
    assert checked(contents.page("/Encrypt is a word")).media_type == media_types.PDF


def test_a_pdf_with_a_password_is_refused_with_what_to_do():
    with pytest.raises(exceptions.Locked, match="bỏ mật khẩu"):
        checked(locked_pdf())


def locked_pdf() -> bytes:
    """Encrypted by the standard handler for a user with a password (ISO 32000-1, 7.6.3)."""
    keys = b"/O<" + b"41" * 32 + b">/U<" + b"42" * 32 + b">/P -44"
    lock = b"<</Filter/Standard/V 1/R 2/Length 40" + keys + b">>"
    page = contents.page()
    return page.replace(b"trailer\n<<", b"trailer\n<</ID[<00><00>]/Encrypt " + lock)


def test_our_reader_of_heic_can_only_read():
    """x265, which can write, is GPL; the wheel that we chose bundles libheif and libde265 alone."""
    known = pi_heif.libheif_info()

    assert "libde265" in known["decoders"]
    assert set(known["encoders"]) <= {"mask"}
