"""A file that does not fit on the server takes nothing else of its form with it."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

from motcua.filekeeping import receiving


@pytest.fixture
def no_room(settings, tmp_path):
    """Nothing can be written where large files wait."""
    settings.FILE_UPLOAD_TEMP_DIR = tmp_path / "gone"
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10


def sent(**fields):
    return RequestFactory().post("/", fields)


def test_what_was_typed_and_what_fits_arrives(no_room):
    large = SimpleUploadedFile("giấy chứng sinh.pdf", b"x" * 100_000)

    request = sent(note="Xin bổ sung", large=large)

    assert request.POST["note"] == "Xin bổ sung"
    assert not request.FILES
    assert receiving.without_room(request) == ["giấy chứng sinh.pdf"]


def test_where_there_is_room_nothing_is_noted(settings):
    settings.FILE_UPLOAD_MAX_MEMORY_SIZE = 10
    request = sent(large=SimpleUploadedFile("a.pdf", b"x" * 100_000))

    assert request.FILES["large"].size == 100_000
    assert receiving.without_room(request) == []
    request.close()
