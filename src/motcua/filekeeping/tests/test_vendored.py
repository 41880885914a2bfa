"""The client in the pages is the one that npm serves, and its papers say so."""

import hashlib
import re
from pathlib import Path

HERE = Path(__file__).parents[1] / "static" / "filekeeping" / "vendor"
LAST_LINE = b"\n//# sourceMappingURL=tus.min.js.map"
"""What was taken off: the name of a file that is not here."""


def hash_of(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def test_the_client_is_what_npm_packed_but_for_its_last_line():
    content = (HERE / "tus.min.js").read_bytes()
    told = (HERE / "README.md").read_text()

    ours, packed = re.findall(r"`([0-9a-f]{64})`", told)

    assert "tus-js-client@4.3.1" in told
    assert hash_of(content) == ours
    assert hash_of(content.rstrip(b"\n") + LAST_LINE) == packed


def test_its_licence_is_beside_it():
    licence = (HERE / "LICENSE.tus-js-client").read_text()

    assert "MIT" in licence
    assert "tus - Resumable File Uploads" in licence
