"""Hostile files: pictures, recordings and documents of editors, and how files leave the house."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from wagtail.documents import get_document_model
from wagtail.models import Collection

from motcua.news.models import Media, Picture
from motcua.news.tests import factories, stories

from .rows import Row, Send, World, read

SCRIPT = b"<script>alert(1)</script>"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg">' + SCRIPT + b"</svg>"
NO_PICTURE = "không phải ảnh đọc được"
TOO_MANY_PIXELS, BROKEN = "quá nhiều điểm ảnh", "Ảnh bị hỏng"


def uploaded(content: bytes, name: str) -> Send:
    """An editor uploads a picture."""

    def send(world: World):
        file = SimpleUploadedFile(name, content)
        root = Collection.get_first_root_node().pk
        told = {"title": "Bến tàu", "description": "Bến tàu buổi sáng", "collection": root}
        return world.administrator.post("/bien-tap/images/add/", told | {"file": file})

    return send


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that says that it is so large."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return (
            struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(bytes((width // 8 + 1) * 64))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def tiny_frames(count: int) -> bytes:
    head = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff"
    frame = b"\x2c\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02\x44\x01\x00"
    return head + frame * count + b";"


def drawn(mode: str, format: str, **how) -> bytes:
    out = io.BytesIO()
    Image.new(mode, (60, 40)).save(out, format, **how)
    return out.getvalue()


def photographed() -> bytes:
    """With the place, the camera and a word to nobody."""
    notes = Image.Exif()
    notes[0x8825] = {1: "N", 2: (20.0, 57.0, 3.0), 3: "E", 4: (107.0, 4.0, 48.0)}
    notes[0x0110] = "Phone of Mrs Lan"
    return drawn("RGB", "JPEG", exif=notes.tobytes(), comment=b"Mrs Lan")


def none_kept(_: World) -> bool:
    return not Picture.objects.filter(title="Bến tàu").exists()


def kept_without(*words: bytes):
    """Whether what is kept of the picture, and what is sent to readers, holds none of these."""

    def check(world: World) -> bool:
        picture = Picture.objects.get(title="Bến tàu")
        sent = b"".join(world.stranger.get(picture.file.url).streaming_content)
        return not any(word in sent for word in words) and picture.file.name.count("/") == 1

    return check


PICTURES = [
    Row("SVG as a picture", uploaded(SVG, "hinh.svg"), 200, NO_PICTURE, kept=none_kept),
    Row("SVG named PNG", uploaded(SVG, "hinh.png"), 200, NO_PICTURE, kept=none_kept),
    Row("page named JPEG", uploaded(b"<html>" + SCRIPT, "a.jpg"), 200, NO_PICTURE, kept=none_kept),
    Row("empty picture", uploaded(b"", "a.jpg"), 200, kept=none_kept),
    Row(
        "picture and archive",
        uploaded(stories.polyglot(), "a.jpg"),
        302,
        kept=kept_without(b"evil.html", b"PK"),
    ),
    Row(
        "picture and page",
        uploaded(drawn("P", "GIF") + SCRIPT, "a.gif"),
        302,
        kept=kept_without(b"script"),
    ),
    Row(
        "picture with a talking comment",
        uploaded(drawn("RGB", "JPEG", comment=SCRIPT), "a.jpg"),
        302,
        kept=kept_without(b"script"),
    ),
    Row(
        "picture of the wrong ending",
        uploaded(drawn("RGB", "PNG"), "a.jpg"),
        302,
        kept=kept_without(b"Exif"),
    ),
    Row(
        "bomb of few bytes",
        uploaded(bomb(60_000, 60_000), "a.png"),
        200,
        TOO_MANY_PIXELS,
        kept=none_kept,
    ),
    Row(
        "twenty thousand by twenty thousand",
        uploaded(bomb(20_000, 20_000), "a.png"),
        200,
        TOO_MANY_PIXELS,
        kept=none_kept,
    ),
    Row(
        "twenty thousand frames of one dot",
        uploaded(tiny_frames(20_000), "a.gif"),
        200,
        "quá nhiều khung hình",
        kept=none_kept,
    ),
    Row(
        "picture cut off",
        uploaded(factories.image((400, 300))[:-700], "a.jpg"),
        200,
        BROKEN,
        kept=none_kept,
    ),
    Row(
        "place and camera",
        uploaded(photographed(), "a.jpg"),
        302,
        kept=kept_without(b"Exif", b"Mrs Lan"),
    ),
    Row("four inks", uploaded(drawn("CMYK", "JPEG"), "a.jpg"), 302, kept=kept_without(b"Adobe")),
    Row("sixteen bits", uploaded(drawn("I;16", "PNG"), "a.png"), 302, kept=kept_without(b"Exif")),
    Row(
        "two photographs in one",
        uploaded(
            drawn("RGB", "MPO", save_all=True, append_images=[Image.new("RGB", (60, 40))]), "a.jpg"
        ),
        302,
        kept=kept_without(b"MPF"),
    ),
    Row(
        "HEIC",
        uploaded(b"\x00\x00\x00\x18ftypheic" + bytes(400), "a.heic"),
        200,
        NO_PICTURE,
        kept=none_kept,
    ),
    Row(
        "name that climbs",
        uploaded(drawn("RGB", "JPEG"), "../../../etc/cron.d/a.jpg"),
        302,
        kept=kept_without(b"cron"),
    ),
    Row(
        "name that turns",
        uploaded(drawn("RGB", "JPEG"), "anh\u202egpj.exe\u0301.jpg"),
        302,
        kept=kept_without(b"exe"),
    ),
    Row(
        "name of three hundred",
        uploaded(drawn("RGB", "JPEG"), "a" * 300 + ".jpg"),
        302,
        kept=kept_without(b"aaa"),
    ),
]


def recorded(content: bytes, name: str) -> Send:
    def send(world: World):
        root = Collection.get_first_root_node().pk
        told = {"title": "Họp báo", "transcript": "Kính thưa", "credit": "", "collection": root}
        file = SimpleUploadedFile(name, content)
        return world.administrator.post("/bien-tap/snippets/news/media/add/", told | {"file": file})

    return send


def filed(content: bytes, name: str) -> Send:
    """An editor uploads a document; a reader asks for it, where it was taken."""

    def send(world: World):
        root = Collection.get_first_root_node().pk
        told = {"title": "Danh sách", "collection": root, "tags": ""}
        file = SimpleUploadedFile(name, content)
        answer = world.administrator.post("/bien-tap/documents/add/", told | {"file": file})
        taken = get_document_model().objects.filter(title="Danh sách").first()
        return world.stranger.get(taken.url) if taken else answer

    return send


def no_recording(_: World) -> bool:
    return not Media.objects.filter(title="Họp báo").exists()


def no_document(_: World) -> bool:
    return not get_document_model().objects.filter(title="Danh sách").exists()


OTHERS = [
    Row(
        "page named video",
        recorded(b"<html>" + SCRIPT, "a.mp4"),
        200,
        "không đúng với đuôi",
        kept=no_recording,
    ),
    Row(
        "program named sound",
        recorded(b"MZ" + bytes(99), "a.mp3"),
        200,
        "không đúng với đuôi",
        kept=no_recording,
    ),
    Row("SVG as a document", filed(SVG, "a.svg"), 200, kept=no_document),
    Row("page as a document", filed(SCRIPT, "a.html"), 200, kept=no_document),
    Row("page named PDF as a document", filed(b"<html>" + SCRIPT, "a.pdf"), 200),
    Row("archive named DOCX", filed(stories.polyglot()[-200:], "a.docx"), 200),
]


def ranged(asked: str) -> Send:
    """Part of a recording."""

    def send(world: World):
        at = Media.objects.create(
            title="x", file=SimpleUploadedFile("a.mp3", stories.MP3), transcript="x"
        ).file.url
        return world.stranger.get(at, headers={"range": asked})

    return send


LEAVING = [
    Row("a thousand ranges", ranged("bytes=" + ",".join(["0-0"] * 1_000)), 200),
    Row("range beyond the end", ranged("bytes=99999999-"), 416),
    Row("range backwards", ranged("bytes=9-1"), 200),
    Row("range of junk", ranged("bytes=-9-٣"), 200),
    Row("file above the folder", read("/media/images/..%2f..%2fprivate/a.jpg"), 404),
    Row("file of another folder", read("/media/documents/a.pdf"), 404),
    Row("file name of three hundred letters", read(f"/media/media/{'a' * 300}.mp4"), 404),
    Row("document by a wrong name", read("/tai-lieu/1/..%2fbi-mat.pdf"), 404),
]

ROWS = [*PICTURES, *OTHERS, *LEAVING]
