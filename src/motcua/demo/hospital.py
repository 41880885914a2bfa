"""A hospital that fills in a birth beforehand: ``python -m motcua.demo.hospital``.

It stands outside, as a partner's own program would: it knows its key and the portal's address,
signs what it knows of a birth and asks the portal's door for the link that it gives to the parents
(docs/decisions/0031). Mother, child and hospital are invented.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import time
import urllib.request
import uuid
from datetime import date, datetime, timedelta
from typing import Any

import jwt
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from motcua.periods.clock import VIETNAM

NAME = "Bệnh viện Sản Nhi (bản trình diễn)"
KEY_ID = "benh-vien-trinh-dien"
PROCEDURE = "1.001193"
MOTHER = "099188000022"
"""Whose birth it was, an invented number: nobody else opens the link."""
LIVES = 300
"""Seconds for which a request is signed."""


def key() -> Ed25519PrivateKey:
    """The hospital's key, known to everyone who reads this; only ever in a demo province."""
    return Ed25519PrivateKey.from_private_bytes(hashlib.sha256(b"motcua demo: hospital").digest())


def public_key() -> str:
    """What a province writes down of it."""
    public = key().public_key()
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


def answers(today: date) -> dict[str, str]:
    """What stands in the certificate of birth, by the questions of the form."""
    return {
        "child.full_name": "Vũ Minh Ước",
        "child.sex": "male",
        "child.birth_date": (today - timedelta(days=6)).isoformat(),
        "child.birth_place.facility": NAME,
        "mother_declared": "yes",
        "mother.full_name": "Hoàng Thị Nhài",
        "mother.birth_date": "1988-11-02",
    }


def signed(portal: str, *, today: date) -> str:
    """One request, as it is sent."""
    now = int(time.time())
    claims: dict[str, Any] = {
        "iss": KEY_ID,
        "aud": portal,
        "iat": now,
        "exp": now + LIVES,
        "jti": str(uuid.uuid4()),
        "procedure": PROCEDURE,
        "personal_number": MOTHER,
        "answers": answers(today),
    }
    return jwt.encode(claims, key(), algorithm="EdDSA", headers={"kid": KEY_ID})


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("portal", nargs="?", default="http://localhost:8000")
    portal = options.parse_args().portal.rstrip("/")
    token = signed(portal, today=datetime.now(VIETNAM).date())
    asked = urllib.request.Request(  # noqa: S310  the address that whoever runs it names
        f"{portal}/api/v1/prefills", token.encode(), {"Content-Type": "application/jose"}
    )
    with urllib.request.urlopen(asked) as answer:  # noqa: S310
        print(json.load(answer)["link"])  # noqa: T201  this is what it is for


if __name__ == "__main__":
    main()
