"""Where files are kept while a test lasts, and a scanner that speaks clamd's protocol."""

import pytest

from .stand_in import Scanner


@pytest.fixture(autouse=True)
def _private_folder(settings, tmp_path):
    settings.STORAGES = settings.STORAGES | {
        "private": {
            "BACKEND": "motcua.filekeeping.storage.PrivateStorage",
            "OPTIONS": {"location": tmp_path / "private", "base_url": None},
        }
    }


@pytest.fixture
def scanner(settings):
    """Listens on loopback; finds what holds ``EVIL``, and falls silent when told."""
    with Scanner() as listening:
        settings.CLAMAV_SOCKET = listening.address
        yield listening
