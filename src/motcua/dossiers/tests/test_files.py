"""Papers: checked by their bytes, kept under their hash, opened only if unchanged."""

import errno
import io
import os
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import storages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import DatabaseError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from motcua.dossiers.exceptions import AlreadyHandedIn
from motcua.dossiers.models import Attachment
from motcua.dossiers.tests.factories import JPEG, PDF, PNG, DraftFactory, pdf
from motcua.filekeeping import actions, exceptions, files, media_types, names, tasks, wholeness
from motcua.filekeeping.models import StoredFile
from motcua.filekeeping.queries import ORPHAN_AFTER
from motcua.filekeeping.storage import PrivateStorage

pytestmark = pytest.mark.django_db


def kept_path(stored: StoredFile) -> Path:
    return Path(storages["private"].path(files.path_of(stored.sha256)))


def bytes_of(stored: StoredFile) -> bytes:
    with stored.open() as kept:
        return kept.read()


# --- What is inside ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "media_type"),
    [(PDF, "application/pdf"), (JPEG, "image/jpeg"), (PNG, "image/png")],
    ids=["pdf", "jpeg", "png"],
)
def test_the_type_is_told_by_the_bytes(content, media_type):
    assert StoredFile.keep(io.BytesIO(content)).media_type == media_type


@pytest.mark.parametrize("content", [PDF, JPEG, PNG], ids=["pdf", "jpeg", "png"])
def test_a_file_cut_short_is_broken(content):
    with pytest.raises(exceptions.BrokenFile):
        StoredFile.keep(io.BytesIO(content[:-9]))


def test_the_end_of_a_thumbnail_is_not_the_end_of_the_picture():
    thumbnail = b"\xff\xe1\x00\x06\xff\xd8\xff\xd9"
    cut = b"\xff\xd8" + thumbnail + b"\xff\xda\x00\x02abc"

    assert not wholeness.is_whole(io.BytesIO(cut), media_types.JPEG)
    assert wholeness.is_whole(io.BytesIO(cut + b"\xff\xd9"), media_types.JPEG)


def test_a_png_with_a_flipped_bit_is_broken():
    flipped = PNG.replace(b"IDAT", b"IDAt")

    with pytest.raises(exceptions.BrokenFile):
        StoredFile.keep(io.BytesIO(flipped))


@pytest.mark.parametrize(
    "content",
    [b"MZ\x90\x00", b"PK\x03\x04", b"<html><script>", b"GIF89a", b"  %PDF-1.4", b"%PD"],
    ids=["exe", "zip", "html", "gif", "pdf later", "too short"],
)
def test_what_is_no_pdf_jpeg_or_png_is_refused(content):
    with pytest.raises(exceptions.WrongType):
        StoredFile.keep(io.BytesIO(content))


def test_the_name_decides_nothing():
    with pytest.raises(exceptions.WrongType):
        StoredFile.keep(SimpleUploadedFile("giay.pdf", b"MZ\x90", "application/pdf"))


def test_an_empty_file_is_refused():
    with pytest.raises(exceptions.FileEmpty):
        StoredFile.keep(io.BytesIO())


def test_a_file_that_is_too_big_is_refused_with_the_limit(settings):
    settings.UPLOAD_MAX_BYTES = 20

    with pytest.raises(exceptions.FileTooBig, match="20"):
        StoredFile.keep(pdf())


def test_too_many_files_are_refused_with_the_limit(settings):
    settings.UPLOAD_MAX_FILES = 1
    draft = DraftFactory()
    draft.attach(pdf("1"), name="một.pdf")

    with pytest.raises(exceptions.TooManyFiles, match="1"):
        draft.attach(pdf("2"), name="hai.pdf")


# --- Names ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("Giấy chứng sinh.pdf", "Giấy chứng sinh.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\Users\\lan\\to khai.PDF", "to khai.pdf"),
        ("ảnh\u202efdp.exe", "ảnhfdp.exe.pdf"),
        ("Gia\u0302\u0301y.pdf", "Giấy.pdf"),
        ("a\nb\x00c.pdf", "abc.pdf"),
        ('x"; filename="y.pdf', "x; filename=y.pdf"),
        (".pdf", "pdf.pdf"),
        ("", "giay-to.pdf"),
        ("...", "giay-to.pdf"),
        ("n" * 500 + ".pdf", "n" * 100 + ".pdf"),
    ],
)
def test_hostile_names_become_harmless(given, kept):
    assert names.clean_name(given, media_types.PDF) == kept


def test_a_jpeg_keeps_either_ending():
    assert names.clean_name("a.jpeg", media_types.JPEG) == "a.jpeg"
    assert names.clean_name("a.JPG", media_types.JPEG) == "a.jpg"


# --- Keeping -------------------------------------------------------------------------------------


def test_the_same_content_is_kept_once():
    first, second = StoredFile.keep(pdf()), StoredFile.keep(pdf())

    assert first == second
    assert StoredFile.objects.count() == 1


def test_a_kept_file_reads_back_as_it_was():
    assert bytes_of(StoredFile.keep(pdf("x"))) == pdf("x").read()


def test_what_is_kept_is_private_to_the_server():
    path = kept_path(StoredFile.keep(pdf()))

    assert path.stat().st_mode & 0o077 == 0
    assert not list(path.parent.glob(".new-*"))


def test_a_file_changed_on_disk_is_not_given_out():
    stored = StoredFile.keep(pdf())
    kept_path(stored).write_bytes(PNG)

    with pytest.raises(exceptions.FileLost):
        stored.open()


def test_a_file_gone_from_disk_is_not_given_out():
    stored = StoredFile.keep(pdf())
    kept_path(stored).unlink()

    with pytest.raises(exceptions.FileLost):
        stored.open()


def test_handing_it_in_again_repairs_what_was_damaged():
    stored = StoredFile.keep(pdf())
    kept_path(stored).write_bytes(b"")

    StoredFile.keep(pdf())

    assert bytes_of(stored) == pdf().read()


class FullDisk(PrivateStorage):
    """A disk on which nothing more fits."""

    def _save(self, name, content):
        raise OSError(errno.ENOSPC, "No space left on device")


def test_a_full_disk_says_so_and_keeps_nothing(settings):
    draft = DraftFactory()
    settings.STORAGES = settings.STORAGES | {
        "private": {"BACKEND": f"{__name__}.FullDisk"},
    }

    with pytest.raises(exceptions.NoRoom):
        draft.attach(pdf(), name="a.pdf")

    assert not StoredFile.objects.exists()
    assert not Attachment.objects.exists()


def test_a_write_that_fails_leaves_nothing_behind(tmp_path):
    class Cut:
        def chunks(self):
            yield b"half"
            raise OSError(errno.EIO, "cable")

    storage = PrivateStorage(location=tmp_path)

    with pytest.raises(OSError, match="cable"):
        storage._save("a/b", Cut())

    assert not [path for path in tmp_path.rglob("*") if path.is_file()]


# --- Cleaning -------------------------------------------------------------------------------------


def aged(stored: StoredFile) -> StoredFile:
    old = timezone.now() - ORPHAN_AFTER - timedelta(minutes=1)
    StoredFile.objects.filter(pk=stored.pk).update(kept_at=old)
    return stored


def test_orphans_are_cleaned_with_their_bytes():
    path = kept_path(aged(StoredFile.keep(pdf())))

    assert actions.clean_orphans() == 1

    assert not path.exists()
    assert not StoredFile.objects.exists()


def test_what_somebody_refers_to_is_never_cleaned():
    attachment = DraftFactory().attach(pdf(), name="a.pdf")
    aged(attachment.file)

    assert actions.clean_orphans() == 0
    assert bytes_of(attachment.file) == pdf().read()


def test_what_came_today_is_not_cleaned_yet():
    StoredFile.keep(pdf())

    assert actions.clean_orphans() == 0


def test_bytes_that_no_row_knows_are_swept(tmp_path):
    path = kept_path(StoredFile.keep(pdf()))
    StoredFile.objects.all().delete()
    half_written = path.with_name(".new-abc")
    half_written.write_bytes(b"half")
    for left in (path, half_written):
        os.utime(left, (0, 0))

    assert actions.clean_orphans() == 2

    assert not path.exists()
    assert not half_written.exists()


def test_old_bytes_that_a_row_knows_stay():
    path = kept_path(DraftFactory().attach(pdf(), name="a.pdf").file)
    os.utime(path, (0, 0))

    assert actions.clean_orphans() == 0
    assert path.exists()


def test_the_operator_cleans_by_command(capsys):
    aged(StoredFile.keep(pdf()))

    call_command("clean_orphan_files")

    assert "1" in capsys.readouterr().out


def test_the_worker_cleans_at_night():
    aged(StoredFile.keep(pdf()))

    assert tasks.clean_orphans(timestamp=0) == 1


def test_a_file_that_is_referred_to_cannot_be_deleted():
    attachment = DraftFactory().attach(pdf(), name="a.pdf")

    with pytest.raises(ProtectedError), transaction.atomic():
        attachment.file.delete()


def test_a_paper_that_was_handed_in_cannot_be_removed(registered):
    event = registered.events.create(
        verb="submit", role="applicant", state=1, person=registered.applicant
    )
    paper = registered.attachments.create(file=StoredFile.keep(pdf()), name="a.pdf", event=event)

    with pytest.raises(AlreadyHandedIn):
        paper.delete()
    with pytest.raises(DatabaseError, match="appended"), transaction.atomic():
        Attachment.objects.filter(pk=paper.pk)._raw_delete("default")
    with pytest.raises(DatabaseError, match="appended"), transaction.atomic():
        Attachment.objects.filter(pk=paper.pk).update(name="b.pdf")


def test_a_result_is_not_exchanged(finished):
    result = finished.results.create(file=StoredFile.keep(pdf()), name="kq.pdf")

    with pytest.raises(DatabaseError, match="appended"), transaction.atomic():
        finished.results.filter(pk=result.pk).update(name="khác.pdf")
