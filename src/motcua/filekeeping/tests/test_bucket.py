"""The same promises where papers are kept in a bucket: a real S3 client, a server over HTTP."""

import hashlib
import io
import threading
from datetime import timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import boto3
import pytest
from botocore.config import Config
from django.utils import timezone
from moto.server import ThreadedMotoServer

from motcua.conf import stores
from motcua.filekeeping import actions, exceptions, files, parts
from motcua.filekeeping.bucket import PATIENCE
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


# --- Full, slow, cut in the middle ------------------------------------------------------------


class Troubled(BaseHTTPRequestHandler):
    """A store in front of which something goes wrong."""

    trouble = "full"
    enough = threading.Event()
    words = b"<Error><Code>%s</Code></Error>"

    def do_PUT(self) -> None:
        self.rfile.read(int(self.headers["Content-Length"]))
        if self.trouble == "slow":
            self.enough.wait(5)
        status, code = ANSWERS.get(self.trouble, (500, b"InternalError"))
        self.send_response(status)
        self.end_headers()
        self.wfile.write(self.words % code)

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "900")
        self.end_headers()

    def do_GET(self) -> None:
        """A body that ends in its middle, every time."""
        self.do_HEAD()
        self.wfile.write(b"half")

    def log_message(self, *_: object) -> None:
        """Says nothing."""


ANSWERS = {
    "full": (507, b"XMinioStorageFull"),
    "over quota": (403, b"QuotaExceeded"),
    "busy": (503, b"SlowDown"),
    "forbidden": (403, b"AccessDenied"),
}


@pytest.fixture
def troubled(bucket, settings):
    """The bucket behind a server that answers as ``trouble`` says, and does not wait long."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Troubled)
    Troubled.enough.clear()
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    short = PATIENCE.merge(Config(read_timeout=0.2, retries={"total_max_attempts": 1}))
    private = settings.STORAGES["private"]
    told = {"endpoint_url": f"http://127.0.0.1:{server.server_port}", "client_config": short}
    settings.STORAGES = settings.STORAGES | {
        "private": private | {"OPTIONS": private["OPTIONS"] | told}
    }
    yield Troubled
    Troubled.enough.set()
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize(
    ("trouble", "refusal", "words"),
    [
        ("full", exceptions.NoRoom, "không còn chỗ"),
        ("over quota", exceptions.NoRoom, "không còn chỗ"),
        ("busy", exceptions.StoreAway, "không trả lời"),
        ("broken", exceptions.StoreAway, "không trả lời"),
        ("forbidden", exceptions.StoreAway, "không trả lời"),
        ("slow", exceptions.StoreAway, "không trả lời"),
    ],
)
def test_whatever_ails_the_store_is_a_sentence_and_nothing_is_kept(
    troubled, monkeypatch, trouble, refusal, words
):
    monkeypatch.setattr(troubled, "trouble", trouble)

    with pytest.raises(refusal, match=words):
        parts.write("k" * 32, io.BytesIO(b"piece"))


def test_what_is_cut_while_it_is_fetched_is_not_reached(troubled):
    with pytest.raises(exceptions.NotReached):
        files.opened("0" * 64, 900)


def test_nobody_waits_half_a_minute_for_the_store():
    tries = PATIENCE.retries["total_max_attempts"]

    assert tries * (PATIENCE.connect_timeout + PATIENCE.read_timeout) < 30
