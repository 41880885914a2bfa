"""The same promises where papers are kept in a bucket: a real S3 client, a server over HTTP."""

import hashlib
import io
from datetime import timedelta

import boto3
import pytest
from django.utils import timezone
from moto.server import ThreadedMotoServer

from motcua.conf import stores
from motcua.filekeeping import actions, exceptions, files, parts
from motcua.filekeeping.models import StoredFile

from .contents import pdf

pytestmark = pytest.mark.django_db
KEYS = {"aws_access_key_id": "only", "aws_secret_access_key": "tests", "region_name": "hn"}


@pytest.fixture(scope="module")
def store():
    """An S3 store on loopback."""
    server = ThreadedMotoServer("127.0.0.1", port=0, verbose=False)
    server.start()
    yield "http://{}:{}".format(*server.get_host_and_port())
    server.stop()


@pytest.fixture
def bucket(store, settings, monkeypatch, tmp_path):
    """An empty bucket, named by the environment as an operator names it."""
    name = "papers-" + hashlib.sha256(str(tmp_path).encode()).hexdigest()[:20]
    client = boto3.client("s3", endpoint_url=store, **KEYS)
    client.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "hn"})
    said = {"BUCKET": name, "ENDPOINT": store, "REGION": "hn"}
    said |= {"ACCESS_KEY": "only", "SECRET_KEY": "tests"}
    for word, value in said.items():
        monkeypatch.setenv(f"PRIVATE_STORAGE_S3_{word}", value)
    settings.STORAGES = settings.STORAGES | {"private": stores.private(tmp_path)}
    yield boto3.resource("s3", endpoint_url=store, **KEYS).Bucket(name)
    client.close()


@pytest.fixture
def nobody(bucket, settings):
    """The same store when it does not answer any more."""
    private = settings.STORAGES["private"]
    away = private["OPTIONS"] | {"endpoint_url": "http://127.0.0.1:9"}
    settings.STORAGES = settings.STORAGES | {"private": private | {"OPTIONS": away}}


def bytes_of(kept: StoredFile) -> bytes:
    with kept.open() as stream:
        return stream.read()


def names_in(bucket) -> list[str]:
    return [each.key for each in bucket.objects.all()]


def test_a_kept_file_reads_back_as_it_was(bucket):
    kept = StoredFile.keep(pdf("x"))

    assert bytes_of(kept) == pdf("x").read()
    assert names_in(bucket) == [files.path_of(kept.sha256)]


def test_what_changed_or_went_in_the_bucket_is_not_given_out(bucket):
    kept = StoredFile.keep(pdf())
    bucket.Object(files.path_of(kept.sha256)).put(Body=b"other")

    with pytest.raises(exceptions.FileLost):
        kept.open()
    bucket.Object(files.path_of(kept.sha256)).delete()
    with pytest.raises(exceptions.FileLost):
        kept.open()

    assert bytes_of(StoredFile.keep(pdf())) == pdf().read()  # handed in again, it is whole again


def test_while_the_store_is_away_nothing_is_acknowledged(nobody):
    with pytest.raises(exceptions.StoreAway, match="Kho lưu tệp tạm thời không trả lời"):
        StoredFile.keep(pdf())

    assert not StoredFile.objects.exists()


def test_what_was_kept_is_not_lost_but_not_reached_while_the_store_is_away(bucket, settings):
    kept = StoredFile.keep(pdf())
    private = settings.STORAGES["private"]
    away = private["OPTIONS"] | {"endpoint_url": "http://127.0.0.1:9"}
    settings.STORAGES = settings.STORAGES | {"private": private | {"OPTIONS": away}}

    with pytest.raises(exceptions.NotReached):
        kept.open()


def test_a_bucket_that_is_not_there_is_said_too(bucket):
    bucket.delete()

    with pytest.raises(exceptions.StoreAway):
        StoredFile.keep(pdf())


def test_orphans_and_strays_are_cleaned(bucket, monkeypatch):
    kept, orphan = StoredFile.keep(pdf("a")), StoredFile.keep(pdf("b"))
    StoredFile.objects.filter(pk=orphan.pk).update(kept_at="2020-01-01T00:00Z")
    stray = files.path_of(hashlib.sha256(b"stray").hexdigest())
    bucket.Object(stray).put(Body=b"stray")
    monkeypatch.setattr(actions, "_long_ago", lambda: timezone.now() + timedelta(minutes=1))

    assert actions.clean_orphans() == 2

    assert names_in(bucket) == [files.path_of(kept.sha256)]


def test_pieces_are_joined_and_forgotten(bucket):
    names = [parts.write("k" * 32, io.BytesIO(piece)) for piece in (b"one ", b"two")]

    with parts.joined("k" * 32, names) as whole:
        assert whole.read() == b"one two"
    parts.forget_all("k" * 32)

    assert not names_in(bucket)


def test_without_a_bucket_the_folder_keeps_them(settings, tmp_path):
    assert stores.private(tmp_path)["BACKEND"].endswith("PrivateStorage")
