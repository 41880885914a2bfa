"""Is this a key with which a partner's signature is checked?"""

from __future__ import annotations

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _


def is_public_key(text: str) -> None:
    """Raises ValidationError for anything but the public half of an Ed25519 key."""
    try:
        key = load_pem_public_key(text.strip().encode())
    except (ValueError, UnsupportedAlgorithm):
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise ValidationError(_("Đây không phải khóa công khai Ed25519 dạng PEM."))
