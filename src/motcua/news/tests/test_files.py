"""How do pictures and recordings leave the house?"""

import pytest
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from motcua.news import ranges
from motcua.news.exceptions import NothingThere
from motcua.news.models import Media

from . import factories, stories

CONTENT = bytes(range(256)) * 4


@pytest.fixture
def recording():
    """The address of a file of 1,024 bytes."""
    return f"/media/{default_storage.save('media/noi.mp3', ContentFile(CONTENT))}"


def body(answer) -> bytes:
    return b"".join(answer.streaming_content) if answer.streaming else answer.content


@pytest.mark.parametrize(
    ("header", "span"),
    [
        ("bytes=0-99", (0, 99)),
        ("bytes=100-", (100, 1023)),
        ("bytes=-24", (1000, 1023)),
        ("bytes=-5000", (0, 1023)),
        ("bytes=1000-9999", (1000, 1023)),
        ("bytes=0-0", (0, 0)),
    ],
)
def test_a_range_is_understood(header, span):
    asked = ranges.asked(header, 1024)

    assert (asked.first, asked.last) == span


@pytest.mark.parametrize(
    "header",
    ["", "bytes=", "bytes=-", "bytes=5-2", "items=0-5", "bytes=0-5,10-20", "bytes=a-b", "x"],
)
def test_what_is_no_single_range_is_answered_with_everything(header):
    assert ranges.asked(header, 1024) is None


@pytest.mark.parametrize("header", ["bytes=1024-", "bytes=5000-6000", "bytes=-0"])
def test_nothing_is_there_behind_the_end(header):
    with pytest.raises(NothingThere):
        ranges.asked(header, 1024)


@pytest.mark.django_db
def test_a_whole_file_says_what_it_is_and_stays_a_year(client, recording):
    answer = client.get(recording, headers={"Accept-Encoding": "gzip"})

    assert body(answer) == CONTENT
    assert answer.headers["Content-Type"] == "audio/mpeg"
    assert answer.headers["Content-Length"] == "1024"
    assert answer.headers["Accept-Ranges"] == "bytes"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert "immutable" in answer.headers["Cache-Control"]
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert "Content-Encoding" not in answer.headers


@pytest.mark.django_db
def test_a_player_gets_the_part_that_it_asks_for(client, recording):
    answer = client.get(recording, headers={"Range": "bytes=256-511", "Accept-Encoding": "gzip"})

    assert answer.status_code == 206
    assert body(answer) == bytes(range(256))
    assert answer.headers["Content-Range"] == "bytes 256-511/1024"
    assert answer.headers["Content-Length"] == "256"


@pytest.mark.django_db
def test_behind_the_end_there_is_nothing(client, recording):
    answer = client.get(recording, headers={"Range": "bytes=4000-"})

    assert answer.status_code == 416
    assert answer.headers["Content-Range"] == "bytes */1024"


@pytest.mark.django_db
def test_a_range_of_a_file_that_was_replaced_is_the_whole_file(client, recording):
    date = "Mon, 01 Jan 2024 00:00:00 GMT"

    answer = client.get(recording, headers={"Range": "bytes=0-9", "If-Range": date})

    assert answer.status_code == 200
    assert len(body(answer)) == 1024


@pytest.mark.django_db
def test_a_range_of_the_same_file_is_a_range(client, recording):
    date = client.head(recording).headers["Last-Modified"]

    answer = client.get(recording, headers={"Range": "bytes=0-9", "If-Range": date})

    assert answer.status_code == 206
    assert len(body(answer)) == 10


@pytest.mark.django_db
def test_the_head_alone_says_how_long_it_is(client, recording):
    answer = client.head(recording)

    assert answer.headers["Content-Length"] == "1024"
    assert body(answer) == b""


@pytest.mark.django_db
def test_a_browser_that_has_it_is_told_so(client, recording):
    date = client.head(recording).headers["Last-Modified"]

    assert client.get(recording, headers={"If-Modified-Since": date}).status_code == 304


@pytest.mark.django_db
@pytest.mark.parametrize(
    "path",
    [
        "media/khong-co.mp3",
        "private/ho-so.pdf",
        "documents/bi-mat.pdf",
        "media/trang.html",
        "media/hinh.svg",
        f"media/{'a' * 300}.mp4",
        f"media/{'a/' * 3000}a.mp4",
        "images",
        "images/",
        "media/../private/a.mp3",
        "media/..%2f..%2fetc%2fpasswd",
        "%2e%2e/secret.mp3",
    ],
)
def test_no_other_file_is_there(client, media, path):
    for folder in ("private", "documents", "media"):
        (media / folder).mkdir(parents=True, exist_ok=True)
    (media / "private" / "ho-so.pdf").write_bytes(b"x")
    (media / "private" / "a.mp3").write_bytes(b"x")
    (media / "documents" / "bi-mat.pdf").write_bytes(b"x")
    (media / "media" / "trang.html").write_bytes(b"<script>")
    (media / "media" / "hinh.svg").write_bytes(b"<svg/>")

    assert client.get(f"/media/{path}").status_code in {400, 404}


@pytest.mark.django_db
def test_a_document_leaves_by_its_name(client):
    document = stories.document()

    answer = client.get(document.url)

    assert answer.status_code == 200
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'"
    assert client.get(f"/tai-lieu/{document.pk}/khac.pdf").status_code == 404
    body(answer)
    answer.close()


@pytest.mark.django_db
def test_a_recording_has_a_type_of_its_own():
    assert stories.recording().media_type == "audio/mpeg"
    assert stories.recording("hop-bao.mp4", stories.MP4).is_video


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("hop-bao.mp4", b"<html><script>", "không đúng với đuôi"),
        ("hop-bao.mp3", factories.image(), "không đúng với đuôi"),
        ("hop-bao.exe", stories.MP3, "exe"),
        ("hop-bao.html", b"<script>", "html"),
    ],
)
def test_what_is_no_recording_is_refused(name, content, said):
    with pytest.raises(ValidationError, match=said):
        stories.recording(name, content)


@pytest.mark.django_db
def test_a_recording_without_its_words_is_refused():
    wordless = Media(title="Họp báo", file=ContentFile(stories.MP3, "a.mp3"))

    with pytest.raises(ValidationError) as refused:
        wordless.full_clean()

    assert "transcript" in refused.value.message_dict


@pytest.mark.django_db
def test_a_recording_that_is_too_large_is_refused(settings):
    settings.RECORDING_MAX_BYTES = 1000

    with pytest.raises(ValidationError, match="quá lớn"):
        stories.recording()


@pytest.mark.django_db
@pytest.mark.parametrize(("content", "is_taken"), [(b"WEBVTT\n\n", True), (b"\xff\xfe", False)])
def test_captions_are_webvtt(content, is_taken):
    captions = ContentFile(content, "phu-de.vtt")

    if is_taken:
        assert stories.recording(captions=captions).captions
    else:
        with pytest.raises(ValidationError, match="WEBVTT"):
            stories.recording(captions=captions)
