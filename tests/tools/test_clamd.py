"""What does Debian's clamd, with signatures of ours, say of papers? (`make check`)"""

import subprocess
import time
from pathlib import Path

import pytest

from motcua.filekeeping import actions, exceptions
from motcua.filekeeping.clients import clamd
from motcua.filekeeping.models import StoredFile
from motcua.filekeeping.tests.contents import pdf

pytestmark = pytest.mark.django_db(transaction=True)
CLAMD = "/usr/sbin/clamd"
BODY = "Motcua.Test.Paper:0:*:4d6f74637561204556494c"
"""Extended signature: any file, anywhere, ``Motcua EVIL``."""
CONFIG = """
LocalSocket {folder}/clamd.ctl
DatabaseDirectory {folder}/signatures
TemporaryDirectory {folder}
LogFile {folder}/clamd.log
Foreground yes
StreamMaxLength 25M
"""
PATIENCE = 60


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    folder = tmp_path_factory.mktemp("clamd")
    (folder / "signatures").mkdir()
    (folder / "signatures" / "motcua.ndb").write_text(BODY + "\n")
    (folder / "clamd.conf").write_text(CONFIG.format(folder=folder))
    return folder


def started(folder: Path) -> subprocess.Popen:
    """A daemon of our own; it answers once its socket is there."""
    command = [CLAMD, "--foreground", f"--config-file={folder / 'clamd.conf'}"]
    daemon = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    until = time.monotonic() + PATIENCE
    while not (folder / "clamd.ctl").exists():
        assert daemon.poll() is None, (folder / "clamd.log").read_text()
        assert time.monotonic() < until, (folder / "clamd.log").read_text()
        time.sleep(0.05)  # until a program of others is ready
    return daemon


def ended(daemon: subprocess.Popen, folder: Path) -> None:
    daemon.terminate()
    daemon.wait()
    (folder / "clamd.ctl").unlink(missing_ok=True)


@pytest.fixture
def _private_folder(settings, tmp_path, folder):
    settings.CLAMAV_SOCKET = str(folder / "clamd.ctl")
    settings.STORAGES = settings.STORAGES | {
        "private": {
            "BACKEND": "motcua.filekeeping.storage.PrivateStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        }
    }


@pytest.mark.usefixtures("_private_folder")
def test_clamd_finds_refuses_falls_silent_and_is_asked_again(folder):
    daemon = started(folder)
    try:
        with StoredFile.keep(pdf("clean")).open() as kept:
            assert kept.read() == pdf("clean").read()
        with pytest.raises(exceptions.Infected, match=r"Motcua\.Test\.Paper"):
            StoredFile.keep(pdf("Motcua EVIL 1"))
        assert not StoredFile.objects.exclude(threat="").exists()
    finally:
        ended(daemon, folder)

    waiting = [StoredFile.keep(pdf("later")), StoredFile.keep(pdf("Motcua EVIL 2"))]
    assert all(kept.is_quarantined for kept in waiting)
    assert actions.scan_quarantined() == 0

    daemon = started(folder)
    try:
        assert actions.scan_quarantined() == 2
    finally:
        ended(daemon, folder)

    clean, found = (StoredFile.objects.get(pk=kept.pk) for kept in waiting)
    assert clean.is_open
    assert found.threat.startswith("Motcua.Test.Paper")
    with pytest.raises(exceptions.Condemned):
        found.open()


def test_a_stream_over_its_limit_is_no_verdict(folder):
    config = folder / "clamd.conf"
    config.write_text(CONFIG.format(folder=folder).replace("25M", "1K"))
    daemon = started(folder)
    try:
        with pytest.raises(clamd.Away):
            clamd.threat_in(pdf("x" * 5000), str(folder / "clamd.ctl"))
    finally:
        ended(daemon, folder)
