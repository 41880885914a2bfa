"""How is a personal number kept so that the database alone cannot tell it?

A sealed value is the id of its key (4 bytes), a nonce (12 bytes) and AES-256-GCM ciphertext, bound
to the row it belongs to. A keyed hash finds equal values without opening any.
"""

import hashlib
import hmac
import os
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from motcua.accounts.exceptions import SealBroken

KEY_ID_BYTES = 4
NONCE_BYTES = 12


def seal(text: str, *, bound_to: str = "") -> bytes:
    """Encrypt ``text`` with today's key; it opens only with the same ``bound_to``."""
    key, nonce = _sealing_key(settings.PERSONAL_DATA_KEY), os.urandom(NONCE_BYTES)
    sealed = AESGCM(key).encrypt(nonce, text.encode(), bound_to.encode())
    return _key_id(key) + nonce + sealed


def unseal(sealed: bytes, *, bound_to: str = "") -> str:
    """The text inside; raises SealBroken where it was changed, moved or sealed elsewhere."""
    sealed = bytes(sealed)
    key_id, rest = sealed[:KEY_ID_BYTES], sealed[KEY_ID_BYTES:]
    try:
        key = _known_keys()[key_id]
        text = AESGCM(key).decrypt(rest[:NONCE_BYTES], rest[NONCE_BYTES:], bound_to.encode())
    except (KeyError, ValueError, InvalidTag) as broken:
        raise SealBroken from broken
    return text.decode()


def is_sealed_with_todays_key(sealed: bytes) -> bool:
    """Whether a rotation has already reached this value."""
    todays = _key_id(_sealing_key(settings.PERSONAL_DATA_KEY))
    return bytes(sealed)[:KEY_ID_BYTES] == todays


def keyed_hash(*parts: str) -> str:
    """64 hex digits that are equal for equal parts and say nothing without the key.

    Name the purpose first: ``keyed_hash("personal number", number)``. Its key stays when the
    sealing key is rotated, so that stored hashes keep finding their rows.
    """
    message = b"".join(len(part.encode()).to_bytes(4) + part.encode() for part in parts)
    key = _derived(settings.PERSONAL_DATA_LOOKUP_KEY, "motcua keyed hash")
    return hmac.new(key, message, hashlib.sha256).hexdigest()


def _known_keys() -> dict[bytes, bytes]:
    secrets = [settings.PERSONAL_DATA_KEY, *settings.PERSONAL_DATA_RETIRED_KEYS]
    return {_key_id(key): key for key in map(_sealing_key, secrets)}


def _sealing_key(secret: str) -> bytes:
    return _derived(secret, "motcua sealing")


def _key_id(key: bytes) -> bytes:
    return hashlib.sha256(b"motcua key id" + key).digest()[:KEY_ID_BYTES]


@lru_cache(maxsize=16)
def _derived(secret: str, purpose: str) -> bytes:
    return HKDF(SHA256(), length=32, salt=None, info=purpose.encode()).derive(secret.encode())
